internal import JSONText

/// A text that was made of another one, character by character, and which byte of the other one each of its bytes came from.
struct DerivedText {
  /// The characters.
  private(set) var text: [UInt8] = []

  /// The offset in the source of each byte of the text.
  private var offsets: [Int] = []

  /// The number of bytes without the zeros.
  var count: Int { offsets.count - 1 }

  init(capacity: Int) {
    text.reserveCapacity(capacity + Scanner.padding)
    offsets.reserveCapacity(capacity + 1)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8, from offset: Int) {
    text.append(byte)
    offsets.append(offset)
  }

  /// Appends a character as UTF-8, all of whose bytes came from one place.
  mutating func append(_ scalar: Unicode.Scalar, from offset: Int) {
    for byte in String(scalar).utf8 { append(byte, from: offset) }
  }

  /// Ends the text: 64 zero bytes stand behind it.
  mutating func end(at offset: Int) {
    offsets.append(offset)
    text.append(contentsOf: repeatElement(0, count: Scanner.padding))
  }

  /// Returns where bytes of the text came from.
  func source(of range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
}
