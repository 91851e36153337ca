internal import ChatEvents
internal import JSONText

/// Where events go: standard output, or a file that appears whole or not at all.
struct EventOutput {
  private let descriptor: Descriptor
  private let path: String?
  /// The file beside the target that takes its place in the end; nil where events are written directly.
  private let temporary: (path: String, target: String)?
  private let interrupts: Interrupts?
  private var layout: LayoutWriter

  /// Opens the output.
  ///
  /// - Parameter path: the file; nil for standard output. A pipe or a device is written to directly.
  init(_ path: String?, _ layout: EventLayout) throws(SystemError) {
    self.path = path
    self.layout = LayoutWriter(layout)
    guard let path else {
      (descriptor, temporary, interrupts) = (.standardOutput, nil, nil)
      descriptor.enlargePipe()
      return
    }
    let status = FileStatus(path: path)
    if let status, status.size == nil {
      (descriptor, temporary, interrupts) = (try Descriptor.writing(path), nil, nil)
      return
    }
    // Through a symbolic link the file behind it is replaced, not the link.
    let target = Folder.resolved(path)
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let place = "\(target.dropLast(name.count)).\(name).\(Process.number).part"
    let mode = status.map(\.permissions) ?? 0o666
    // The signals are watched before the file is there, so that none can leave it behind.
    let watch = Interrupts(removing: place)
    descriptor = try Descriptor.creating(place, mode: mode)
    (temporary, interrupts) = ((place, target), watch)
  }

  /// The output's name in messages.
  var name: String { path ?? "standard output" }

  /// Writes events that stand one a line.
  mutating func write(_ events: ArraySlice<UInt8>) throws(SystemError) {
    if events.isEmpty { return }
    if let text = layout.text(of: events) {
      try descriptor.write(text)
    } else {
      try descriptor.write(events)
    }
  }

  /// Writes what ends the layout, and puts the file in its place.
  mutating func finish() throws(SystemError) {
    try descriptor.write(layout.end())
    guard path != nil else { return }
    guard let temporary, let interrupts else { return try descriptor.close() }
    try descriptor.synchronise()
    try descriptor.close()
    try interrupts.finish { () throws(SystemError) in
      try Folder.rename(temporary.path, to: temporary.target)
    }
  }

  /// Leaves the target as it was.
  func abandon() {
    interrupts?.abandon()
  }
}
