internal import ChatEvents
internal import JSONText

/// Where events go: standard output, a file that is written atomically, memory, or nowhere.
struct EventOutput {
  private enum Place {
    case standardOutput
    case file(WholeFile, path: String)
    case memory
    case nowhere
  }

  private let place: Place
  private let layout: LayoutWriter

  /// What was written to memory.
  private(set) var kept: [UInt8] = []

  /// Opens the output.
  ///
  /// - Parameters:
  ///   - path: the file; nil for standard output. A pipe or a device is written to directly.
  ///   - mode: who may read and write a file that is made.
  init(_ path: String?, _ layout: EventLayout, mode: UInt32) throws(SystemError) {
    self.layout = LayoutWriter(layout)
    if let path {
      place = .file(try WholeFile(path, mode: mode, packs: true), path: path)
    } else {
      place = .standardOutput
      Descriptor.standardOutput.enlargePipe()
    }
  }

  /// Keeps the events in memory.
  init(keeping layout: EventLayout) {
    (self.layout, place) = (LayoutWriter(layout), .memory)
  }

  /// Drops the events.
  init(dropping layout: EventLayout) {
    (self.layout, place) = (LayoutWriter(layout), .nowhere)
  }

  /// The output's name in messages.
  var name: String { if case .file(_, let path) = place { path.shownFileName } else { "standard output" } }

  /// Writes events that stand one a line.
  mutating func write(_ events: WrittenBytes) throws(SystemError) {
    if events.isEmpty { return }
    if case .nowhere = place { return }
    try put(layout.text(of: events))
  }

  private mutating func put(_ bytes: some Collection<UInt8>) throws(SystemError) {
    switch place {
    case .standardOutput: try Descriptor.standardOutput.write(bytes)
    case .file(let file, _): try file.write(bytes)
    case .memory: kept += bytes
    case .nowhere: break
    }
  }

  /// Writes what ends the layout, and puts the file in its place.
  mutating func finish() throws(SystemError) {
    try put(layout.end())
    if case .file(let file, _) = place { try file.finish() }
  }

  /// Leaves the target as it was.
  func abandon() {
    if case .file(let file, _) = place { file.abandon() }
  }
}
