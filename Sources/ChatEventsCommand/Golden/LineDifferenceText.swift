extension LineDifference {
  /// How many equal lines are shown around what differs.
  private static let context = 3

  /// The difference as `diff -u` lays it out; of two lines that differ, a line below says where they begin to.
  ///
  /// Long lines are cut: to what surrounds the first difference, where there is a line to compare them with.
  ///
  /// - Parameters:
  ///   - old: the name of what was expected.
  ///   - new: the name of what was found.
  func text(from old: String, to new: String, isColored: Bool) -> String {
    let paint = isColored ? Paint.terminal : Paint.none
    var text = paint.heading("--- \(old)") + paint.heading("+++ \(new)")
    var rest = changes[...]
    while let first = rest.first {
      // Changes between which no more lines are equal than are shown around both stand in one hunk.
      var count = 1
      while count < rest.count, isNear(rest[rest.startIndex + count - 1], rest[rest.startIndex + count]) {
        count += 1
      }
      append(rest.prefix(count), startingWith: first, to: &text, paint)
      rest = rest.dropFirst(count)
    }
    return text
  }

  private func isNear(_ change: Change, _ next: Change) -> Bool {
    next.expected.lowerBound - change.expected.upperBound <= 2 * Self.context
  }

  /// Adds a hunk: its heading, and its lines.
  private func append(
    _ hunk: ArraySlice<Change>, startingWith first: Change, to text: inout String, _ paint: Paint
  ) {
    let last = hunk.last ?? first
    let before = min(Self.context, first.expected.lowerBound)
    let after = min(Self.context, expected.count - last.expected.upperBound)
    text += paint.hunk(
      "@@ -\(Self.span(first.expected.lowerBound - before, last.expected.upperBound + after))"
        + " +\(Self.span(first.actual.lowerBound - before, last.actual.upperBound + after)) @@")
    var position = first.expected.lowerBound - before
    for change in hunk {
      for line in expected[position..<change.expected.lowerBound] {
        text += Self.lines(" ", line, paint.equal)
      }
      append(change, to: &text, paint)
      position = change.expected.upperBound
    }
    for line in expected[position..<position + after] { text += Self.lines(" ", line, paint.equal) }
  }

  /// Adds a change, line by line.
  private func append(_ change: Change, to text: inout String, _ paint: Paint) {
    for pair in pairs(in: change) {
      let (old, new) = (pair.expected.map { expected[$0] }, pair.actual.map { actual[$0] })
      guard let old, let new else {
        if let old { text += Self.lines("-", old, paint.removed) }
        if let new { text += Self.lines("+", new, paint.added) }
        continue
      }
      let both = ChangedLine(expected: Self.content(old), actual: Self.content(new))
      text += Self.lines("-", old, both.expected, paint.removed)
      text += Self.lines("+", new, both.actual, paint.added)
      if let mark = both.mark { text += paint.mark("?" + mark) }
    }
  }

  /// A range of lines as a hunk's heading has it: from 1; where it is empty, the line before it.
  private static func span(_ start: Int, _ end: Int) -> String {
    switch end - start {
    case 0: "\(start),0"
    case 1: "\(start + 1)"
    default: "\(start + 1),\(end - start)"
    }
  }

  private static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == UInt8(ascii: "\n") ? line.dropLast() : line
  }

  private static func lines(_ sign: String, _ line: ArraySlice<UInt8>, _ color: (String) -> String) -> String
  {
    lines(sign, line, ChangedLine.alone(content(line), isNews: sign != " "), color)
  }

  private static func lines(
    _ sign: String, _ line: ArraySlice<UInt8>, _ shown: String, _ color: (String) -> String
  ) -> String {
    color(sign + shown) + (line.last == UInt8(ascii: "\n") ? "" : "\\ no line feed at the end\n")
  }
}

/// The colours of a difference; each makes a line.
private struct Paint {
  private let isColored: Bool

  static let terminal = Paint(isColored: true)
  static let none = Paint(isColored: false)

  func heading(_ line: String) -> String { painted(line, "1") }
  func hunk(_ line: String) -> String { painted(line, "36") }
  func removed(_ line: String) -> String { painted(line, "31") }
  func added(_ line: String) -> String { painted(line, "32") }
  func mark(_ line: String) -> String { painted(line, "33") }
  func equal(_ line: String) -> String { line + "\n" }

  private func painted(_ line: String, _ color: String) -> String {
    isColored ? "\u{1b}[\(color)m\(line)\u{1b}[0m\n" : line + "\n"
  }
}
