/// The domains of e-mail addresses.
///
/// There is no list of top-level domains: any label of letters counts as one, but for a few endings of file names
/// (`icon@2x.png`). A domain of one label (`root@localhost`) is none.
enum EmailDomains {
  /// Returns where the domain ends that begins at an offset, or nil where there is none.
  ///
  /// Labels behind the last one that can be a top-level domain are left out, as is a dot at the end.
  static func end(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    if text[start] == UInt8(ascii: "[") { return literalEnd(text, start, count) }
    var end: Int?
    var position = start
    var labels = 0
    while position < count, position - start < 255 {
      let label = position
      var firstOther: Int?
      while position < count, let length = labelCharacter(text, position) {
        if text[position] >= 0x80, firstOther == nil { firstOther = position }
        position += length
      }
      if position == label { break }
      labels += 1
      if labels > 1, let top = topLevelEnd(text, label..<position, firstOther) {
        end = top
        if top < position { break }
      }
      guard text[position] == UInt8(ascii: ".") else { break }
      position += 1
    }
    return end
  }

  /// Whether a domain is the one of the tokens that stand for addresses.
  static func isToken(_ text: Span<UInt8>, _ domain: Range<Int>) -> Bool {
    let token: StaticString = "redacted.invalid"
    let start = domain.upperBound - token.utf8CodeUnitCount
    guard start >= domain.lowerBound, start == domain.lowerBound || text[start - 1] == UInt8(ascii: ".")
    else {
      return false
    }
    return CueWords.lowered(text, start..<domain.upperBound) == CueWords.key("redacted.invalid")
  }

  /// Returns the length of a character that a label may hold, or nil where it ends.
  @inline(__always)
  private static func labelCharacter(_ text: Span<UInt8>, _ position: Int) -> Int? {
    let byte = text[position]
    if byte < 0x80 {
      return TextCharacter.isLetter(byte) || TextCharacter.isDigit(byte) || byte == UInt8(ascii: "-")
        ? 1 : nil
    }
    if TextCharacter.isOtherSeparator(text, position) { return nil }
    return TextCharacter.length(text, position)
  }

  /// Returns where a label ends that can be a top-level domain, or nil where it can be none.
  ///
  /// Letters of ASCII end where others go on: behind an address, Chinese has no space. They end at a hyphen, too.
  private static func topLevelEnd(_ text: Span<UInt8>, _ label: Range<Int>, _ firstOther: Int?) -> Int? {
    if firstOther == label.lowerBound { return label.upperBound }
    var end = label.lowerBound
    while end < firstOther ?? label.upperBound, TextCharacter.isLetter(text[end]) { end += 1 }
    let word = CueWords.lowered(text, label.lowerBound..<min(end, label.lowerBound + 16))
    if word == CueWords.key("xn"), text[end] == UInt8(ascii: "-"), text[end + 1] == UInt8(ascii: "-") {
      return firstOther ?? label.upperBound
    }
    guard end - label.lowerBound >= 2, !fileEndings.contains(word) else { return nil }
    return end == label.upperBound || end == firstOther || text[end] == UInt8(ascii: "-") ? end : nil
  }

  private static let fileEndings: Set<UInt128> = Set(
    [
      "png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "css", "js", "html", "htm", "php", "pdf", "txt",
      "xml",
    ]
    .map(CueWords.key))

  /// Returns where an address in brackets ends (RFC 5321, 4.1.3).
  private static func literalEnd(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var close = start + 1
    while close < min(count, start + 64), text[close] != UInt8(ascii: "]") { close += 1 }
    guard close < count, text[close] == UInt8(ascii: "]") else { return nil }
    var content = start + 1
    if CueWords.lowered(text, content..<min(content + 5, close)) == CueWords.key("ipv6:") { content += 5 }
    let end =
      NetworkAddresses.parsedVersion4(text, content, close)
      ?? NetworkAddresses.parsedVersion6(text, content, close)
    return end == close ? close + 1 : nil
  }
}
