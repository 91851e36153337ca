/// Bytes that are being written: a buffer of its own that grows, and that copies short slices without asking how long they are.
///
/// It cannot be copied: what it has written has one owner, so that nobody has to be asked before each byte.
@safe public struct Output: ~Copyable {
  /// Owns the memory at ``base``.
  @usableFromInline var memory: WrittenMemory

  /// The first byte.
  @usableFromInline var base: UnsafeMutableRawPointer

  @usableFromInline var length = 0

  /// How many bytes were written.
  @inlinable @inline(__always) public var count: Int { length }

  /// How many bytes there may be; behind them are ``slack`` more, in which short copies may write.
  @usableFromInline var room: Int

  /// How far behind its end a short copy may read and write.
  @usableFromInline static var slack: Int { 64 }

  public init(capacity: Int = 1 << 16) {
    memory = WrittenMemory(room: capacity)
    unsafe base = memory.base
    room = memory.room
  }

  /// Whether nothing was written.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// Discards the written bytes, and keeps the memory.
  public mutating func removeAll() { length = 0 }

  /// Discards everything after an offset.
  @inlinable @inline(__always)
  public mutating func truncate(to offset: Int) {
    precondition(offset >= 0 && offset <= count)
    length = offset
  }

  /// The byte at an offset before ``count``.
  @inlinable public subscript(offset: Int) -> UInt8 {
    get {
      precondition(offset >= 0 && offset < count)
      return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }
    set {
      precondition(offset >= 0 && offset < count)
      unsafe base.storeBytes(of: newValue, toByteOffset: offset, as: UInt8.self)
    }
  }

  /// Returns the written bytes, and starts again. Nothing is copied: the memory is reused after the returned bytes are released.
  public mutating func take() -> WrittenBytes {
    // Nothing was written since the last time.
    if room < 0 { return WrittenBytes() }
    defer {
      length = 0
      room = -1
      if memory.room > Self.largestKept { memory = WrittenMemory(room: 1 << 16) }
    }
    // What is copied 32 bytes at a time is read behind its end.
    unsafe (base + count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.slack)
    return WrittenBytes(memory, count)
  }

  /// The written bytes. Cost: a copy.
  public var written: [UInt8] {
    unsafe [UInt8](UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Calls a function with the bytes written after an offset.
  public func withTail<Result>(from offset: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    precondition(offset >= 0 && offset <= count)
    let bytes = unsafe UnsafeRawBufferPointer(start: base + offset, count: count - offset)
    return body(unsafe bytes.assumingMemoryBound(to: UInt8.self).span)
  }

  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    length &+= 1
  }

  @inlinable @inline(__always)
  public mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    unsafe (base + count).copyMemory(from: text.utf8Start, byteCount: length)
    self.length &+= length
  }

  public mutating func append(contentsOf bytes: [UInt8]) { append(copying: bytes.span) }

  public mutating func append(contentsOf bytes: ArraySlice<UInt8>) { append(copying: bytes.span) }

  /// Copies bytes, without requirements on the bytes after them.
  public mutating func append(copying bytes: Span<UInt8>) {
    reserve(bytes.count)
    unsafe bytes.withUnsafeBytes { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + count).copyMemory(from: start, byteCount: source.count)
    }
    length += bytes.count
  }

  /// Writes text verbatim.
  public mutating func append(text: String) {
    var text = text
    text.withUTF8 { bytes in append(copying: unsafe bytes.span) }
  }

  /// Copies a range of bytes, which at least 32 readable bytes must follow.
  @inlinable @inline(__always)
  public mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let length = range.upperBound &- range.lowerBound
    precondition(range.lowerBound >= 0 && range.upperBound &+ 32 <= bytes.count)
    reserve(length)
    // The precondition and `reserve` make both sides large enough for the last step of 32 bytes.
    unsafe bytes.withUnsafeBytes { source in
      unsafe copy(source.baseAddress.unsafelyUnwrapped + range.lowerBound, to: base + count, length)
    }
    self.length &+= length
  }

  /// Writes a range of earlier output again.
  @inlinable @inline(__always)
  public mutating func append(again range: Range<Int>) {
    let length = range.upperBound &- range.lowerBound
    if length == 0 { return }
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    reserve(length)
    // The slack behind what is written makes both sides large enough for the last step of 32 bytes. A step that reads what it
    // has just written copies bytes behind the source's end, which do not count.
    unsafe copy(base + range.lowerBound, to: base + count, length)
    self.length &+= length
  }

  /// Copies bytes, 32 at a time where they are few: up to 31 behind their end are read and written too.
  @inlinable @inline(__always)
  func copy(_ start: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ length: Int) {
    if length > 128 { return unsafe target.copyMemory(from: start, byteCount: length) }
    var offset = 0
    repeat {
      let block = unsafe start.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
      unsafe target.storeBytes(of: block, toByteOffset: offset, as: SIMD32<UInt8>.self)
      offset &+= 32
    } while offset < length
  }

  /// Reserves memory for that many bytes and the slack after them.
  @inlinable @inline(__always)
  public mutating func reserve(_ length: Int) {
    if room &- count < length { grow(length) }
  }

  /// Memory of more bytes than that is not used again after it was handed over, so that not every task keeps as much as the
  /// longest record took.
  private static var largestKept: Int { 1 << 23 }

  @inline(never) @usableFromInline
  mutating func grow(_ length: Int) {
    // What was written may have been handed over, and somebody may have it still.
    if room < 0, !isKnownUniquelyReferenced(&memory) { memory = WrittenMemory(room: memory.room) }
    if memory.room - count < length {
      let larger = WrittenMemory(room: max(memory.room * 2, count + length))
      unsafe larger.base.copyMemory(from: memory.base, byteCount: count)
      memory = larger
    }
    unsafe base = memory.base
    room = memory.room
  }
}
