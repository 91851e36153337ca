/// A part of one line of a source: the text of the reported record on both sides of a place.
public struct Excerpt: Sendable, Hashable {
  /// Its bytes, without a line feed.
  public var text: [UInt8]

  /// The column of the first of them, from 1, in bytes.
  public var column: Int

  /// The column of the reported place, from 1, in characters; nil if the line begins before the record, or
  /// long before the place.
  public var characterColumn: Int?

  /// Whether the line begins before it, and whether it continues after it.
  public var isCut: (start: Bool, end: Bool) { (column > 1, goesOn) }

  private let goesOn: Bool

  /// How many bytes it has at most on either side of what it is about.
  static let reach = 60

  /// Up to which column characters are counted.
  static let countedColumns = 1 << 16

  /// Takes what stands on either side of an offset, as far as the line and the record go.
  ///
  /// What stands beside a record is left out: whether it has been read depends on how the source arrives.
  ///
  /// - Parameters:
  ///   - column: the column of the byte at the offset.
  ///   - record: the offsets of the record; the offset may lie behind them.
  init(around offset: Int, _ bytes: Span<UInt8>, column: Int, in record: Range<Int>) {
    let end = max(offset, record.upperBound)
    var (start, stop) = (offset, offset)
    while start > max(record.lowerBound, offset - Self.reach), bytes[start - 1] != UInt8(ascii: "\n") {
      start -= 1
    }
    while start > 0, start < offset, bytes[start] & 0xc0 == 0x80 { start += 1 }
    while stop < min(end, offset + Self.reach), bytes[stop] != UInt8(ascii: "\n") { stop += 1 }
    while stop > offset, stop < end, bytes[stop] & 0xc0 == 0x80 { stop -= 1 }
    text = (start..<stop).map { bytes[$0] }
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    self.column = column - (offset - start)
    goesOn = stop < end && bytes[stop] != UInt8(ascii: "\n")
    let line = offset - column + 1
    guard line >= record.lowerBound, column <= Self.countedColumns else { return }
    characterColumn = (line..<offset).reduce(1) { $0 + (bytes[$1] & 0xc0 == 0x80 ? 0 : 1) }
  }
}
