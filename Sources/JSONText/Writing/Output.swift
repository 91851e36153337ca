/// Bytes that are being written: a buffer that grows, and that copies short slices without asking how long they are.
public struct Output: Sendable {
  /// The bytes; those behind ``count`` mean nothing. At least ``slack`` of them are always left.
  @usableFromInline var storage: [UInt8]

  @usableFromInline var length = 0

  /// How many bytes were written.
  @inlinable @inline(__always) public var count: Int { length }

  /// How far behind its end a short copy may read and write.
  @usableFromInline static var slack: Int { 64 }

  public init(capacity: Int = 1 << 16) {
    storage = [UInt8](repeating: 0, count: capacity + Self.slack)
  }

  /// Whether nothing was written.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// Forgets what was written, and keeps the room.
  public mutating func removeAll() { length = 0 }

  /// Takes back what was written behind an offset.
  public mutating func truncate(to offset: Int) {
    precondition(offset <= count)
    length = offset
  }

  /// The byte at an offset before ``count``.
  @inlinable public subscript(offset: Int) -> UInt8 {
    get { storage[offset] }
    set { storage[offset] = newValue }
  }

  /// The bytes that were written.
  public var written: ArraySlice<UInt8> { storage[..<count] }

  /// Calls a function with the bytes that were written behind an offset.
  public func withTail<Result>(from offset: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(storage.span.extracting(offset..<count))
  }

  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    length += 1
  }

  public mutating func append(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    let offset = length
    unsafe storage.withUnsafeMutableBytes { buffer in
      unsafe buffer.baseAddress.unsafelyUnwrapped.advanced(by: offset)
        .copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    }
    length += text.utf8CodeUnitCount
  }

  public mutating func append(contentsOf bytes: [UInt8]) {
    reserve(bytes.count)
    for byte in bytes {
      storage[count] = byte
      length += 1
    }
  }

  public mutating func append(contentsOf bytes: ArraySlice<UInt8>) {
    append(contentsOf: Array(bytes))
  }

  /// Copies a range of bytes that has at least 32 readable ones behind it.
  public mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let length = range.count
    precondition(range.lowerBound >= 0 && range.upperBound + 32 <= bytes.count)
    reserve(length)
    let start = count
    // The precondition and `reserve` make both sides large enough for the last step of 32 bytes.
    unsafe bytes.withUnsafeBytes { source in
      unsafe storage.withUnsafeMutableBytes { target in
        let from = unsafe source.baseAddress.unsafelyUnwrapped.advanced(by: range.lowerBound)
        let to = unsafe target.baseAddress.unsafelyUnwrapped.advanced(by: start)
        if length > 256 {
          unsafe to.copyMemory(from: from, byteCount: length)
          return
        }
        var offset = 0
        repeat {
          let block = unsafe from.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
          unsafe to.storeBytes(of: block, toByteOffset: offset, as: SIMD32<UInt8>.self)
          offset += 32
        } while offset < length
      }
    }
    self.length += length
  }

  /// Writes once more what was written before, members of an object that begin with a comma.
  ///
  /// Where they were an object's first members, their comma has become its brace; here it is a comma again.
  public mutating func appendWritten(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    reserve(range.count)
    let start = count
    // Source and target do not overlap, and `reserve` made room behind the target.
    unsafe storage.withUnsafeMutableBytes { buffer in
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      unsafe base.advanced(by: start).copyMemory(
        from: base.advanced(by: range.lowerBound), byteCount: range.count)
    }
    storage[start] = UInt8(ascii: ",")
    length += range.count
  }

  /// Makes room for that many bytes and the slack behind them.
  @inlinable @inline(__always)
  public mutating func reserve(_ length: Int) {
    if storage.count - count < length + Self.slack { grow(length) }
  }

  @inline(never) @usableFromInline
  mutating func grow(_ length: Int) {
    let wanted = max(storage.count * 2, count + length + Self.slack)
    storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
  }
}
