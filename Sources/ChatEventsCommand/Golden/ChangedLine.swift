internal import JSONText

/// A line and what stands in its place, as far as a person needs to see of them.
struct ChangedLine {
  /// How many characters of a line are shown at most, and how many of them before the first that differs.
  static let width = 100
  private static let before = 40

  /// What is shown of the line that was expected, and of the one that was found.
  let expected: String
  let actual: String

  /// A line that points at the first byte that differs, and says where that is; nil where only a line feed is missing.
  let mark: String?

  /// Compares two lines, without their line feeds.
  init(expected: ArraySlice<UInt8>, actual: ArraySlice<UInt8>) {
    let (left, right) = (Array(expected), Array(actual))
    var offset = zip(left, right).prefix { $0 == $1 }.count
    let column = offset + 1
    let isEqual = offset == left.count && offset == right.count
    // The bytes of one character stay together.
    while offset > 0, Self.isContinuation(left, offset) || Self.isContinuation(right, offset) { offset -= 1 }
    let isShort = Self.isShort(left) && Self.isShort(right)
    let start = isShort ? 0 : max(0, offset - 4 * Self.before)
    let head = VisibleText(left[min(offset, Self.boundary(left, start))..<offset]).tail(
      of: isShort ? .max : Self.before)
    let rest = Self.width - (isShort ? 0 : head.count)
    self.expected = head + Self.shown(left, offset, isShort ? .max : rest)
    self.actual = head + Self.shown(right, offset, isShort ? .max : rest)
    mark = isEqual ? nil : Self.mark(head.count, "column \(column)" + Self.place(offset, left, right))
  }

  /// What is shown of a line with nothing to compare it with: twice as much where it is news.
  static func alone(_ line: ArraySlice<UInt8>, isNews: Bool) -> String {
    let width = isNews ? 2 * width : width
    return VisibleText(line.prefix(4 * width + 4)).cut(to: width)
  }

  private static func shown(_ line: [UInt8], _ offset: Int, _ width: Int) -> String {
    VisibleText(line[offset..<min(line.count, offset + 4 * Self.width + 4)]).cut(to: width)
  }

  private static func isShort(_ line: [UInt8]) -> Bool {
    line.count <= 4 * width && VisibleText(line[...]).width <= width
  }

  private static func isContinuation(_ line: [UInt8], _ offset: Int) -> Bool {
    offset < line.count && line[offset] & 0xc0 == 0x80
  }

  /// Returns the first offset from another on at which a character can begin.
  private static func boundary(_ line: [UInt8], _ start: Int) -> Int {
    (start...start + 3).first { !isContinuation(line, $0) } ?? start
  }

  /// The label beside the caret: before it where there is room, else behind it.
  private static func mark(_ offset: Int, _ label: String) -> String {
    let room = offset - label.count - 1
    return room >= 0
      ? String(repeating: " ", count: room) + label + " ^"
      : String(repeating: " ", count: offset) + "^ " + label
  }

  /// Where the difference is, where the lines are JSON: the deeper place of the two, since a member may be in one alone.
  private static func place(_ offset: Int, _ expected: [UInt8], _ actual: [UInt8]) -> String {
    let (left, right) = (pointer(to: offset, in: expected), pointer(to: offset, in: actual))
    let isDeeper = (right?.tokens.count ?? 0) > (left?.tokens.count ?? 0)
    guard let pointer = isDeeper ? right : left, !pointer.tokens.isEmpty else { return "" }
    let text = VisibleText(Array(pointer.description.utf8)[...])
    return ", at "
      + (text.width <= 60 ? text.cut(to: 60) : text.cut(to: 40) + text.tail(of: 20).dropFirst())
  }

  /// Returns the pointer to the value at an offset; nil where the line is not JSON.
  private static func pointer(to offset: Int, in line: [UInt8]) -> JSONPointer? {
    guard line.first == UInt8(ascii: "{") || line.first == UInt8(ascii: "[") else { return nil }
    return JSONBlock(line).withBytes { bytes, end in
      var scanner = Scanner(end: end)
      guard let last = try? scanner.value(bytes, 0, depth: 0), scanner.space(bytes, last) >= end else {
        return nil
      }
      // A comma stands between two values; what differs is the one behind it.
      let isComma = offset < end && bytes[offset] == UInt8(ascii: ",")
      return JSONPointer.to(isComma ? scanner.space(bytes, offset + 1) : offset, in: bytes, from: 0, end: end)
    }
  }
}
