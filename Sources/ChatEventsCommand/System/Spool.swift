/// Bytes that are kept on the disk until it is their turn, in a file without a name.
struct Spool {
  private let descriptor: Descriptor

  init() throws(SystemError) {
    descriptor = try Descriptor.nameless(in: Environment.path(in: "TMPDIR") ?? "/tmp")
  }

  /// Keeps all that can be read of a file.
  init(of source: Descriptor) throws(SystemError) {
    try self.init()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try source.read(into: &buffer)
      if count == 0 { return }
      try write(buffer[..<count])
    }
  }

  /// Returns the file, to be read from its beginning; it stays open with this value.
  func rewound() throws(SystemError) -> Descriptor {
    try descriptor.move(to: 0)
    return descriptor
  }

  func write(_ bytes: some Collection<UInt8>) throws(SystemError) { try descriptor.write(bytes) }

  /// Passes on what was written at some offsets.
  func read(_ range: Range<Int>, _ take: (ArraySlice<UInt8>) -> Bool) throws(SystemError) {
    try descriptor.move(to: range.lowerBound)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var left = range.count
    while left > 0 {
      let count = min(left, try descriptor.read(into: &buffer))
      guard count > 0, take(buffer[..<count]) else { return }
      left -= count
    }
  }
}
