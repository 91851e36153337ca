internal import ChatEvents
internal import JSONText

/// How many bytes of an input were read, packed ones if it is gzip.
final class ReadCount {
  fileprivate(set) var count = 0
}

/// An input that is open: a file or standard input, unpacked where it is gzip.
struct Input: BlockSource {
  private let descriptor: Descriptor
  private var inflater: Inflater?
  private var isStarted = false
  /// Whether a read can wait: not of a regular file.
  private let canWait: Bool
  private let read: ReadCount

  init(_ descriptor: Descriptor, counting read: ReadCount = ReadCount()) {
    (self.descriptor, self.read) = (descriptor, read)
    canWait = descriptor.status?.size == nil
  }

  var wouldWait: Bool { canWait && inflater?.hasMore != true && descriptor.wouldWait }

  mutating func fill(_ block: inout JSONBlock) throws -> Int {
    if !isStarted { try start(&block) }
    if let inflater {
      return try unsafe block.fill { buffer in
        try unsafe inflater.fill(buffer) { packed in
          let count = try unsafe descriptor.read(into: packed)
          read.count += count
          return count
        }
      }
    }
    let count = try unsafe block.fill { buffer in try unsafe descriptor.read(into: buffer) }
    read.count += count
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
    read.count += first.count
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
    defer { try? descriptor.close() }
    return try descriptor.contents()
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
