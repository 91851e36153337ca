/// A stretch of input, with the zero bytes behind it that a scanner relies on.
///
/// It is filled at its end and used up from its start; what is left moves to the front when room is needed.
public struct JSONBlock: Sendable {
  /// The bytes; those from ``end`` on are zero.
  @usableFromInline var storage: [UInt8]

  /// The offset of the first byte that was not used up.
  private var start = 0

  /// The offset behind the last byte that was filled in.
  private var end = 0

  /// Makes an empty block with room for that many bytes.
  public init(capacity: Int = 1 << 18) {
    storage = [UInt8](repeating: 0, count: capacity + Scanner.padding)
  }

  /// Makes a block that holds a text.
  public init(_ text: some Collection<UInt8>) {
    storage = Array(text) + [UInt8](repeating: 0, count: Scanner.padding)
    end = text.count
  }

  /// The number of bytes that wait to be used.
  public var count: Int { end - start }

  /// Whether none wait.
  package var isEmpty: Bool { start == end }

  /// The bytes that wait.
  package var waiting: ArraySlice<UInt8> { storage[start..<end] }

  /// The number of bytes for which there is room.
  public var capacity: Int { storage.count - Scanner.padding }

  /// Calls a function with the bytes that wait, and with how many there are before the padding.
  package func withBytes<Result>(_ body: (Span<UInt8>, Int) -> Result) -> Result {
    body(storage.span.extracting(start..<end + Scanner.padding), count)
  }

  /// Whether a record may end among the bytes from an offset on: a line does, or what was filled in last closes a bracket.
  package func mayEndRecord(from offset: Int) -> Bool {
    let tail = storage[start + offset..<end]
    guard let last = tail.last else { return false }
    return last == UInt8(ascii: "}") || last == UInt8(ascii: "]") || tail.contains(UInt8(ascii: "\n"))
  }

  /// Returns a range of the bytes that wait.
  package func bytes(_ range: Range<Int>) -> [UInt8] {
    Array(storage[start + range.lowerBound..<start + range.upperBound])
  }

  /// Takes the bytes from an offset on out of the block, and returns them.
  package mutating func split(at offset: Int) -> [UInt8] {
    let tail = bytes(offset..<count)
    end = start + offset
    clearPadding()
    return tail
  }

  /// Puts what waits in another block in front of what waits in this one. The other one is empty then.
  ///
  /// Cost: a look at the bytes of this one; those of the other one stay where they are, if it has room.
  package mutating func prepend(_ other: inout JSONBlock) {
    swap(&self, &other)
    if !other.isEmpty { append(other.waiting) }
    other.removeFirst(other.count)
  }

  /// Uses up that many bytes.
  public mutating func removeFirst(_ count: Int) {
    precondition(count <= self.count)
    start += count
    if start == end { (start, end) = (0, 0) }
  }

  /// Has a function fill in more bytes, as many as it likes of those for which there is room.
  ///
  /// What waits is moved to the front first; a block that is full grows to twice its size.
  ///
  /// - Parameter read: fills a buffer from its start, and returns how many bytes it filled in.
  /// - Returns: what the function returned.
  public mutating func fill(_ read: (UnsafeMutableRawBufferPointer) throws -> Int) rethrows -> Int {
    makeRoom()
    let room = end..<capacity
    let filled = try unsafe storage.withUnsafeMutableBytes { buffer in
      try unsafe read(UnsafeMutableRawBufferPointer(rebasing: buffer[room]))
    }
    precondition(filled <= room.count)
    end += filled
    clearPadding()
    return filled
  }

  /// Adds bytes behind those that wait.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    var rest = bytes[...]
    while !rest.isEmpty {
      makeRoom()
      let piece = rest.prefix(capacity - end)
      storage.replaceSubrange(end..<end + piece.count, with: piece)
      end += piece.count
      rest = rest.dropFirst(piece.count)
    }
    clearPadding()
  }

  /// Moves what waits to the front, and grows where that leaves no room.
  private mutating func makeRoom() {
    let waiting = count
    if start > 0 {
      let range = start..<end
      unsafe storage.withUnsafeMutableBytes { bytes in
        unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
      }
      (start, end) = (0, waiting)
    }
    if waiting == capacity {
      storage.append(contentsOf: repeatElement(0, count: max(capacity, Scanner.padding)))
    }
  }

  private mutating func clearPadding() {
    for offset in end..<end + Scanner.padding { storage[offset] = 0 }
  }
}
