internal import JSONText

/// The answers to a form that are in a text, each after its label: `name: Jo`, `Telefon: 030 1234`, or in the line below it.
///
/// Source: Olark's offline messages, in payloads that consumers of the webhook published. Read in November 2026.
enum FormAnswers {
  /// One answer.
  struct Answer: Sendable {
    /// Its offsets, without the white space around it.
    let range: Range<Int>
    /// What it says.
    let fact: Fact
  }

  /// Whether a string's content may have an answer: a label and a colon are in it, or something is escaped.
  static func mayHold(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var position = content.lowerBound
    while position < content.upperBound {
      let found = bytes.textMarks(position)
      var marks = found.colons | found.escapes
      if found.others != 0 { marks |= bytes.marks(position, of: wideLead, or: wideLead) }
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

  /// Whether a colon or a backslash makes a string one that may have an answer.
  private static func isDoubtful(_ bytes: Span<UInt8>, _ mark: Int, from start: Int) -> Bool {
    if bytes[mark] == UInt8(ascii: "\\") { return bytes[mark + 1] == UInt8(ascii: "u") }
    guard colonLength(bytes, mark) > 0 else { return false }
    var label = mark
    while label > start, mark - label <= longestLead {
      let byte = bytes[label - 1]
      if isLineEnd(byte) { break }
      // What follows a line's end is a letter only by its escape.
      if label - 1 > start, bytes[label - 2] == UInt8(ascii: "\\") {
        if byte == UInt8(ascii: "n") || byte == UInt8(ascii: "r") { break }
        return true
      }
      label -= 1
    }
    return MemberWords.asked(bytes, label..<mark) != nil
  }

  /// Returns the answers in a text.
  static func answers(in text: UnescapedText) -> [Answer] {
    let characters = text.characters.span
    var answers: [Answer] = []
    var asked: MemberWords.Asked?
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !isLineEnd(characters[end]) { end += 1 }
      let line = start..<end
      start = end + 1
      // A line may end with two characters.
      if line.isEmpty, end > 0, end < text.count, characters[end - 1] == UInt8(ascii: "\r") { continue }
      let before = asked
      asked = nil
      // What stands in place of something before a label may stand for another colon, which made it none.
      if let colon = colon(characters, line), !isReplaced(characters, line.lowerBound..<colon),
        let label = MemberWords.asked(characters, line.lowerBound..<colon)
      {
        let rest = answer(characters, colon + colonLength(characters, colon)..<line.upperBound)
        if rest.isEmpty {
          asked = label
        } else if isAnswer(characters, rest, to: label) {
          answers.append(Answer(range: rest, fact: label.fact))
        }
      } else if let before {
        let rest = answer(characters, line)
        if isAnswer(characters, rest, to: before), answersLabelAbove(characters, rest) {
          answers.append(Answer(range: rest, fact: before.fact))
        }
      }
    }
    return answers
  }

  /// Returns the offset of the colon that ends a line's label; nil if none does.
  private static func colon(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let colon = line.prefix(longestLead).first(where: { colonLength(text, $0) > 0 }) else { return nil }
    // A time or an IP address, not a label; also with what stands in place of the rest of it.
    let isInNumber =
      colon > line.lowerBound && text[colon - 1] &- UInt8(ascii: "0") < 10 && colon + 1 < line.upperBound
      && (Hex.value(text[colon + 1]) != nil || isMark(text, colon + 1..<line.upperBound))
    return isInNumber ? nil : colon
  }

  /// Returns what follows a colon, without white space and marks that end what is emphasised.
  private static func answer(_ text: Span<UInt8>, _ rest: Range<Int>) -> Range<Int> {
    var (start, end) = (rest.lowerBound, rest.upperBound)
    while start < end, isSpace(text[start]) || text[start] == UInt8(ascii: "*") { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isAnswer(_ text: Span<UInt8>, _ answer: Range<Int>, to asked: MemberWords.Asked) -> Bool
  {
    switch asked.demand {
    case .nothing: break
    case .digit:
      return answer.contains { text[$0] &- UInt8(ascii: "0") < 10 } && !isReplaced(text, answer)
    case .atSign:
      return answer.contains { text[$0] == UInt8(ascii: "@") } && !isReplaced(text, answer)
    }
    var position = answer.lowerBound
    while position < answer.upperBound {
      let byte = text[position]
      if isMark(text, at: position) {
        position = endOfMark(text, position)
      } else if byte >= 0x80 || byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26 {
        return true
      } else {
        position += 1
      }
    }
    return false
  }

  /// Whether a line below a label answers it: it is short, asks nothing, and has no colon.
  private static func answersLabelAbove(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.count <= longestLead && text[line.upperBound - 1] != UInt8(ascii: "?")
      && !line.contains { colonLength(text, $0) > 0 } && !isReplaced(text, line)
  }

  /// The word that is in all that redaction leaves.
  private static let mark = Array("redacted".utf8)

  /// Whether a part of a line begins with what redaction leaves.
  private static func isMark(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    let start = text[part.lowerBound] == UInt8(ascii: "<") ? part.lowerBound + 1 : part.lowerBound
    return start + mark.count <= part.upperBound && isMark(text, at: start)
  }

  private static func isMark(_ text: Span<UInt8>, at start: Int) -> Bool {
    text[start] == mark[0] && mark.indices.allSatisfy { text[start + $0] == mark[$0] }
  }

  /// Returns the end of the word at an offset that is in all that redaction leaves, with the digits of a token and its domain.
  private static func endOfMark(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start + mark.count
    if text[end] == UInt8(ascii: "-") {
      end += 1
      while Hex.value(text[end]) != nil { end += 1 }
    }
    return domain.indices.allSatisfy { text[end + $0] == domain[$0] } ? end + domain.count : end
  }

  /// What is behind the word in the addresses that redaction leaves.
  private static let domain = Array(".invalid".utf8)

  /// Whether a part of a text was replaced: what said nothing of a person before does not come to do so by that.
  static func isReplaced(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    part.dropLast(mark.count - 1).contains { isMark(text, at: $0) }
  }

  /// How far behind the start of a line a label ends, in bytes.
  private static let longestLead = MemberWords.longestLabel.bytes

  /// The first byte of the colons of East Asian widths, U+FF1A and U+FE55.
  private static let wideLead: UInt8 = 0xef

  /// Returns how many bytes the colon at an offset has; 0 if there is none, or one behind the scheme of a link.
  private static func colonLength(_ text: Span<UInt8>, _ position: Int) -> Int {
    let slash = UInt8(ascii: "/")
    if text[position] == UInt8(ascii: ":") {
      return text[position + 1] == slash && text[position + 2] == slash ? 0 : 1
    }
    guard text[position] == wideLead else { return 0 }
    switch (text[position + 1], text[position + 2]) {
    case (0xbc, 0x9a), (0xb9, 0x95): return 3
    default: return 0
    }
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
