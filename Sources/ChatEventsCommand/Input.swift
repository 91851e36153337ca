internal import ChatEvents
internal import JSONText

/// An input that is open: a file or standard input, unpacked where it is gzip.
struct Input: BlockSource {
  private let descriptor: Descriptor
  private var inflater: Inflater?
  private var isStarted = false
  /// Whether a read can wait: not of a regular file.
  private let canWait: Bool
  /// How many bytes were read, packed ones where it is gzip.
  private(set) var bytesRead = 0

  init(_ descriptor: Descriptor) {
    self.descriptor = descriptor
    canWait = descriptor.status?.size == nil
  }

  var wouldWait: Bool { canWait && inflater?.hasMore != true && descriptor.wouldWait }

  mutating func fill(_ block: inout JSONBlock) throws -> Int {
    if !isStarted { try start(&block) }
    if let inflater {
      var read = 0
      let filled = try unsafe block.fill { buffer in
        try unsafe inflater.fill(buffer) { packed in
          let count = try unsafe descriptor.read(into: packed)
          read += count
          return count
        }
      }
      bytesRead += read
      return filled
    }
    let count = try unsafe block.fill { buffer in try unsafe descriptor.read(into: buffer) }
    bytesRead += count
    return count
  }

  /// Looks at the first bytes: gzip starts with two of its own.
  private mutating func start(_ block: inout JSONBlock) throws {
    isStarted = true
    var first: [UInt8] = []
    while first.count < 2 {
      var byte: [UInt8] = [0]
      let count = try unsafe byte.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
      if count == 0 { break }
      first += byte
      if first[0] != 0x1f { break }
    }
    bytesRead += first.count
    if first == [0x1f, 0x8b] {
      inflater = Inflater(start: first)
    } else {
      block.append(first)
    }
  }
}

extension Descriptor {
  /// Reads everything that a file holds.
  static func contents(of path: String) throws(SystemError) -> [UInt8] {
    let descriptor = try reading(path)
    let result = Result { () throws(SystemError) in try descriptor.contents() }
    try? descriptor.close()
    return try result.get()
  }

  /// Reads everything up to the end.
  func contents() throws(SystemError) -> [UInt8] {
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(into: &buffer)
      if count == 0 { return contents }
      contents += buffer[..<count]
    }
  }
}

/// The paths that a command line names, and what lies in its folders.
struct InputPaths {
  /// The files in the order in which they are read; `-` is standard input.
  private(set) var paths: [String] = []

  /// What could not be found: each path and why.
  private(set) var failures: [(path: String, why: String)] = []

  /// Lists the inputs.
  ///
  /// - Parameters:
  ///   - named: files and folders; standard input where there are none and no list.
  ///   - list: a file with more of them, a line each; `-` for standard input.
  init(named: [String], list: String?) {
    var all = named
    if let list {
      do throws(SystemError) {
        all += try Self.lines(of: list)
      } catch {
        failures.append((list, error.description))
      }
    } else if named.isEmpty {
      all = ["-"]
    }
    for path in all { add(path) }
  }

  private mutating func add(_ path: String) {
    guard path != "-", FileStatus(path: path)?.isFolder == true else { return paths.append(path) }
    do throws(SystemError) {
      let before = paths.count
      try addContents(of: path)
      if paths.count == before { failures.append((path, "no files in this folder")) }
    } catch {
      failures.append((path, error.description))
    }
  }

  /// Adds a folder's files and those of the folders in it, by name; hidden ones are left out.
  private mutating func addContents(of folder: String) throws(SystemError) {
    for name in try Folder.names(in: folder).sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if FileStatus(path: path)?.isFolder == true {
        try addContents(of: path)
      } else {
        paths.append(path)
      }
    }
  }

  static func lines(of list: String) throws(SystemError) -> [String] {
    let text = try list == "-" ? Descriptor.standardInput.contents() : Descriptor.contents(of: list)
    return text.split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }
}
