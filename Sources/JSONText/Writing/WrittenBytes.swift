/// Bytes that an ``Output`` has handed over, and that nobody changes any more.
@safe public struct WrittenBytes: RandomAccessCollection, Sendable {
  private let memory: WrittenMemory
  public let count: Int

  init(_ memory: WrittenMemory, _ count: Int) { (self.memory, self.count) = (memory, count) }

  public init() { self.init(WrittenMemory(room: 0), 0) }

  public init(_ bytes: some Collection<UInt8>) {
    var output = Output(capacity: bytes.count)
    output.append(contentsOf: Array(bytes))
    self = output.take()
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count)
    return unsafe memory.base.load(fromByteOffset: position, as: UInt8.self)
  }

  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    let bytes = unsafe UnsafeRawBufferPointer(start: memory.base, count: count)
    return try unsafe body(bytes.assumingMemoryBound(to: UInt8.self))
  }

  /// Whether they contain a byte. Cost: linear, eight bytes at a time.
  public func holds(_ byte: UInt8) -> Bool {
    withSpan { bytes in
      var position = 0
      while position < count {
        let marks = Word.equal(bytes.word(position), byte)
        if marks != 0 { return position + Word.firstByte(marks) < count }
        position += 8
      }
      return false
    }
  }

  /// Calls a function with the bytes, which 64 more readable bytes follow.
  public func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = unsafe UnsafeRawBufferPointer(start: memory.base, count: count + Output.slack)
    return body(unsafe bytes.assumingMemoryBound(to: UInt8.self).span)
  }
}

/// The memory that an ``Output`` fills.
@safe @usableFromInline final class WrittenMemory: Sendable {
  /// One ``Output`` writes there, and nobody reads before it has handed over what it wrote.
  @usableFromInline nonisolated(unsafe) let base: UnsafeMutableRawPointer

  /// How many bytes there are, besides the slack behind them.
  @usableFromInline let room: Int

  init(room: Int) {
    self.room = Swift.max(room, 0)
    unsafe base = .allocate(byteCount: self.room + Output.slack, alignment: 64)
  }

  deinit { unsafe base.deallocate() }
}
