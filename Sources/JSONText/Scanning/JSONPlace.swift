/// A place in a text as line and column.
public struct JSONPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int

  /// The column, from 1, in UTF-8 bytes.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public var description: String { "\(line):\(column)" }

  public static func < (left: JSONPlace, right: JSONPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// Returns the place that lies `offset` bytes behind this one in a text that starts here.
  ///
  /// Cost: one look at each byte up to the offset; places are for reports, not for the hot path.
  package func advanced(over text: Span<UInt8>, from start: Int, to offset: Int) -> JSONPlace {
    var place = self
    for index in start..<max(start, min(offset, text.count)) {
      if text[index] == UInt8(ascii: "\n") {
        place.line += 1
        place.column = 1
      } else {
        place.column += 1
      }
    }
    return place
  }
}
