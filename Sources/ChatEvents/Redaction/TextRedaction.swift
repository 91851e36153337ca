internal import JSONText
internal import PersonalData

/// Finds what is to be replaced in free text.
struct TextRedaction: Sendable {
  let replacement: Replacement
  /// What is looked for in links that are replaced.
  private let fileLinks: PatternSearch

  init(_ settings: RedactionSettings) {
    replacement = Replacement(settings.key)
    fileLinks = PatternSearch(settings.fileLinks)
  }

  /// Notes what is to be replaced in a string.
  ///
  /// - Parameter quoted: the string, with its quotes; its escapes are sound.
  func redact(_ bytes: Span<UInt8>, _ quoted: Slice, into edits: inout Edits) {
    let content = quoted.content
    guard
      FreeText.mayHold(bytes, content) || FormAnswers.mayHold(bytes, content)
        || (!fileLinks.isEmpty && !content.isEmpty)
    else { return }
    if quoted.flags.isEscaped, fileLinks.isEmpty, isPlain(bytes, content) { return }
    let text = UnescapedText(bytes, content, isEscaped: quoted.flags.isEscaped)
    if quoted.flags.isEscaped, fileLinks.isEmpty {
      // Most escapes hide nothing.
      let characters = text.characters.span
      guard
        FreeText.mayHold(characters, 0..<text.count) || FormAnswers.mayHold(characters, 0..<text.count)
      else { return }
    }
    var found: [(range: Range<Int>, kind: Edits.Kind, personal: FreeText.Kind?)] = []
    for answer in FormAnswers.ranges(in: text) { found.append((answer, .answer, nil)) }
    for link in links(in: text) { found.append((link, .link, nil)) }
    for match in FreeText.matches(in: text.characters.span, count: text.count) {
      found.append((match.range, .found(match.kind), match.kind))
    }
    guard !found.isEmpty else { return }
    // Where one lies in another, the outer one is replaced; where two overlap, both of them as one.
    found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
    var separate: [(range: Range<Int>, kind: Edits.Kind, personal: FreeText.Kind?)] = []
    for one in found {
      guard let last = separate.last, one.range.lowerBound < last.range.upperBound else {
        separate.append(one)
        continue
      }
      guard one.range.upperBound > last.range.upperBound else { continue }
      separate[separate.count - 1].range = last.range.lowerBound..<one.range.upperBound
      separate[separate.count - 1].personal = nil
    }
    let source = text.source(bytes)
    for (range, kind, personal) in separate {
      let value = text.characters[range]
      if Replacement.isClean(value) { continue }
      let whole = personal ?? (kind == .answer ? replacement.kind(of: Array(value)) : nil)
      edits.add(source(range), replacement.text(for: value, whole), kind)
    }
  }

  /// Whether a string with escapes surely holds nothing: no digit, at sign, colon or per cent sign, and no escape that could
  /// stand for one.
  ///
  /// Much text of other scripts is written in escapes, and this costs less than reading them.
  private func isPlain(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var position = content.lowerBound
    while position < content.upperBound {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") {
        guard bytes[position + 1] == UInt8(ascii: "u") else {
          position += 2
          continue
        }
        guard isPlain(bytes[position + 2], bytes[position + 3], bytes[position + 4]) else { return false }
        position += 6
        continue
      }
      // Digits and the colon stand behind one another.
      if byte &- UInt8(ascii: "0") <= 10 || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "%")
        || byte >= 0x80
      {
        return false
      }
      position += 1
    }
    return true
  }

  /// Whether the first digits of an escape say that it is beyond ASCII, and of no script whose digits count: Latin, Greek,
  /// Cyrillic, Armenian, Hebrew; kana and Chinese characters; punctuation; half of a pair.
  private func isPlain(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "0"):
      second == UInt8(ascii: "0")
        ? third >= UInt8(ascii: "8") : UInt8(ascii: "1")...UInt8(ascii: "5") ~= second
    case UInt8(ascii: "2"): second == UInt8(ascii: "0")
    case UInt8(ascii: "3")...UInt8(ascii: "9"): true
    case UInt8(ascii: "d"), UInt8(ascii: "D"): true
    default: false
    }
  }

  /// Returns the links in a text in which a pattern is found.
  private func links(in text: UnescapedText) -> [Range<Int>] {
    if fileLinks.isEmpty { return [] }
    let links = Links.ranges(in: text)
    if links.isEmpty { return [] }
    var search = fileLinks
    return links.filter { search.isFound(in: text.characters.span, $0) }
  }
}
