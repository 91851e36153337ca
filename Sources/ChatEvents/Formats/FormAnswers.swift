internal import JSONText

/// The answers to a form that stand in a text, a line each: `name: Jo`, `email: jo@example.org`, `phone: 555-0100`.
///
/// Source: Olark's offline messages, in payloads that consumers of the webhook published. Read in November 2026.
enum FormAnswers {
  /// The names of the questions, in small letters.
  private static let questions = ["name", "email", "e-mail", "phone"].map { Array($0.utf8) }

  /// Whether a string's content may have such a line: a colon stands in it behind one of the letters with which the questions
  /// end or behind white space, a tab as JSON writes it too, or a letter is escaped.
  static func mayHold(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var position = content.lowerBound
    while position < content.upperBound {
      let found = bytes.textMarks(position)
      var marks = found.colons | found.escapes
      while marks != 0 {
        let mark = position + marks.trailingZeroBitCount
        if mark >= content.upperBound { return false }
        if isDoubtful(bytes, mark, from: content.lowerBound) { return true }
        marks &= marks - 1
      }
      position += 32
    }
    return false
  }

  /// Whether a colon or a backslash makes a string one that may have such a line.
  private static func isDoubtful(_ bytes: Span<UInt8>, _ mark: Int, from start: Int) -> Bool {
    if bytes[mark] == UInt8(ascii: "\\") { return bytes[mark + 1] == UInt8(ascii: "u") }
    guard bytes[mark] == UInt8(ascii: ":"), mark > start else { return false }
    // White space may stand before the colon; all questions end in e or l.
    if bytes[mark - 1] <= 0x20 { return true }
    let letter = bytes[mark - 1] | 0x20
    if letter == UInt8(ascii: "e") || letter == UInt8(ascii: "l") { return true }
    return letter == UInt8(ascii: "t") && mark > start + 1 && bytes[mark - 2] == UInt8(ascii: "\\")
  }

  /// Returns the ranges of the answers, without the white space around them.
  static func ranges(in text: UnescapedText) -> [Range<Int>] {
    var answers: [Range<Int>] = []
    var line = 0
    while line < text.count {
      var end = line
      while end < text.count, !isLineEnd(text.characters[end]) { end += 1 }
      if let answer = answer(text.characters, line..<end) { answers.append(answer) }
      line = end + 1
    }
    return answers
  }

  /// Returns the range of the answer in a line that gives one.
  private static func answer(_ text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var start = line.lowerBound
    while start < line.upperBound, isSpace(text[start]) { start += 1 }
    for question in questions {
      let behind = start + question.count
      guard behind < line.upperBound,
        question.indices.allSatisfy({ text[start + $0] | 0x20 == question[$0] | 0x20 })
      else { continue }
      var position = behind
      while position < line.upperBound, isSpace(text[position]) { position += 1 }
      guard position < line.upperBound, text[position] == UInt8(ascii: ":") else { continue }
      position += 1
      while position < line.upperBound, isSpace(text[position]) { position += 1 }
      var end = line.upperBound
      while end > position, isSpace(text[end - 1]) { end -= 1 }
      return position < end ? position..<end : nil
    }
    return nil
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

/// The links in a text.
enum Links {
  /// Returns the ranges of what begins like `https://` and goes on up to white space or a quote.
  static func ranges(in text: UnescapedText) -> [Range<Int>] {
    var links: [Range<Int>] = []
    let characters = text.characters
    var position = 0
    while position + 3 < text.count {
      guard characters[position] == UInt8(ascii: ":"), characters[position + 1] == UInt8(ascii: "/"),
        characters[position + 2] == UInt8(ascii: "/")
      else {
        position += 1
        continue
      }
      var start = position
      while start > (links.last?.upperBound ?? 0), isSchemeLetter(characters[start - 1]) { start -= 1 }
      var end = position + 3
      while end < text.count, !endsLink(characters[end]) { end += 1 }
      if start < position { links.append(start..<end) }
      position = end
    }
    return links
  }

  private static func isSchemeLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func endsLink(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }
}
