internal import CVectors

/// A block of input, followed by the zero bytes that a scanner relies on.
///
/// It is filled at its end and consumed from its start; the rest moves to the front when space is needed.
public struct JSONBlock: Sendable {
  private var memory: BlockMemory

  /// The offset of the first byte that was not used up.
  private var start = 0

  /// The offset behind the last byte that was filled in; the padding behind it is zero.
  private var end = 0

  /// Creates an empty block with space for that many bytes.
  public init(capacity: Int = 1 << 18) {
    memory = BlockMemory(capacity: max(0, capacity))
    clearPadding()
  }

  /// Creates a block that contains a text.
  public init(_ text: some Collection<UInt8>) {
    self.init(capacity: text.count)
    append(text)
  }

  /// The number of unconsumed bytes.
  public var count: Int { end - start }

  /// Whether none wait.
  package var isEmpty: Bool { start == end }

  /// The number of bytes that fit without growing.
  public var capacity: Int { unsafe memory.capacity }

  /// Calls a function with the bytes that wait, and with how many there are before the padding.
  package func withBytes<Result>(_ body: (Span<UInt8>, Int) -> Result) -> Result {
    let bytes = unsafe UnsafeRawBufferPointer(memory.bytes(start..<end + Scanner.padding))
    return body(unsafe bytes.assumingMemoryBound(to: UInt8.self).span, count)
  }

  /// Whether a record may end among the bytes from an offset on: a line does, or what was filled in last closes a bracket.
  package func mayEndRecord(from offset: Int) -> Bool {
    withBytes { bytes, end in
      guard offset < end else { return false }
      if bytes[end - 1] == UInt8(ascii: "}") || bytes[end - 1] == UInt8(ascii: "]") { return true }
      var position = offset
      while position < end {
        let lineFeeds = Word.equal(bytes.word(position), UInt8(ascii: "\n"))
        // The padding holds none.
        if lineFeeds != 0 { return true }
        position += 8
      }
      return false
    }
  }

  /// Takes the bytes from an offset on out of the block, and returns them.
  package mutating func split(at offset: Int) -> [UInt8] {
    let tail = withBytes { bytes, end in bytes.copied(offset..<end) }
    end = start + offset
    makeUnique()
    clearPadding()
    return tail
  }

  /// Puts what waits in another block in front of what waits in this one. The other one is empty then.
  ///
  /// Cost: a look at the bytes of this one; those of the other one stay where they are, if it has room.
  package mutating func prepend(_ other: inout JSONBlock) {
    swap(&self, &other)
    append(moving: &other)
  }

  /// Puts what waits in another block behind what waits in this one. The other one is empty then.
  package mutating func append(moving other: inout JSONBlock) {
    append(contentsOf: other)
    other.removeFirst(other.count)
  }

  /// Consumes that many bytes.
  public mutating func removeFirst(_ count: Int) {
    precondition(count <= self.count)
    start += count
  }

  /// Lets a function fill in more bytes, up to the available space.
  ///
  /// Unconsumed bytes move to the front first; a full block doubles its size.
  ///
  /// - Parameter read: fills a buffer from its start, and returns the number of bytes written.
  /// - Returns: the function's result.
  public mutating func fill(_ read: (UnsafeMutableRawBufferPointer) throws -> Int) rethrows -> Int {
    makeRoom(for: 1)
    let room = unsafe memory.bytes(end..<capacity)
    let filled = try unsafe read(room)
    precondition(filled >= 0 && filled <= room.count)
    end += filled
    clearPadding()
    return filled
  }

  /// Appends bytes to the unconsumed ones.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    let count = bytes.count
    makeRoom(for: count)
    unsafe memory.bytes(end..<end + count).copyBytes(from: bytes)
    end += count
    clearPadding()
  }

  private mutating func append(contentsOf other: borrowing JSONBlock) {
    guard !other.isEmpty else { return }
    makeRoom(for: other.count)
    let bytes = unsafe UnsafeRawBufferPointer(other.memory.bytes(other.start..<other.end))
    unsafe memory.bytes(end..<end + other.count).copyMemory(from: bytes)
    end += other.count
    clearPadding()
  }

  /// Moves what waits to the front, and grows where that leaves too little room.
  private mutating func makeRoom(for length: Int) {
    makeUnique()
    if start > 0 {
      let waiting = unsafe UnsafeRawBufferPointer(memory.bytes(start..<end))
      unsafe memory.bytes(0..<count).copyMemory(from: waiting)
      (start, end) = (0, count)
    }
    var capacity = self.capacity
    while capacity - end < length { capacity += max(capacity, Scanner.padding) }
    if capacity > self.capacity { memory.grow(to: capacity) }
  }

  /// Makes sure that no other block has the same memory.
  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&memory) { memory = BlockMemory(copying: memory, end) }
  }

  private func clearPadding() {
    unsafe memory.bytes(end..<end + Scanner.padding).initializeMemory(as: UInt8.self, repeating: 0)
  }
}

/// The memory of a block. It grows in place where it can, so that what a large record has touched is not touched again.
@safe private final class BlockMemory: Sendable {
  /// Only the block that has it alone writes there.
  private nonisolated(unsafe) var base: UnsafeMutableRawPointer

  /// How many bytes there are, besides the padding behind them.
  nonisolated(unsafe) private(set) var capacity: Int

  init(capacity: Int) {
    guard let base = unsafe block_memory_grown(nil, capacity + Scanner.padding) else {
      preconditionFailure("out of memory")
    }
    unsafe self.base = base
    unsafe self.capacity = capacity
  }

  /// Makes memory of the same size that begins with the same bytes.
  convenience init(copying other: BlockMemory, _ count: Int) {
    unsafe self.init(capacity: other.capacity)
    unsafe base.copyMemory(from: other.base, byteCount: count + Scanner.padding)
  }

  deinit { unsafe block_memory_free(base) }

  /// The bytes at those offsets, of which the padding is the last.
  func bytes(_ range: Range<Int>) -> UnsafeMutableRawBufferPointer {
    unsafe precondition(range.lowerBound >= 0 && range.upperBound <= capacity + Scanner.padding)
    return unsafe UnsafeMutableRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  func grow(to capacity: Int) {
    guard let larger = unsafe block_memory_grown(base, capacity + Scanner.padding) else {
      preconditionFailure("out of memory")
    }
    unsafe base = larger
    unsafe self.capacity = capacity
  }
}
