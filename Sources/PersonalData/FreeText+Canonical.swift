internal import JSONText

extension FreeText {
  /// Returns what values of a kind have in common that are the same, however they are written: escaped, in other digits, with marks.
  ///
  /// Of an e-mail address the letters in lower case; of phone numbers and cards the digits; of an IBAN digits and capitals.
  package static func canonical(_ value: some Collection<UInt8>, _ kind: Kind) -> [UInt8] {
    let text = plain(value)
    switch kind {
    case .email: return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    case .phone, .card: return text.filter(TextCharacter.isDigit)
    case .iban:
      return text.filter { TextCharacter.isDigit($0) || TextCharacter.isLetter($0) }
        .map { TextCharacter.isLetter($0) ? $0 & 0xdf : $0 }
    case .address, .known: return text
    }
  }

  /// Returns a value without its escapes, in the letters and digits of ASCII where those are meant.
  package static func plain(_ value: some Collection<UInt8>) -> [UInt8] {
    var text = Array(value)
    for _ in 0..<depth {
      let next = plain(plain(text) { FoldedText.folded($0, $1, breaks: false)?.text }) {
        EscapedText.read($0, $1)
      }
      if next == text { break }
      text = next
    }
    return text
  }

  private static func plain(_ text: [UInt8], _ read: (Span<UInt8>, Int) -> DerivedText?) -> [UInt8] {
    let padded = text + [UInt8](repeating: 0, count: Scanner.padding)
    guard let derived = read(padded.span, text.count) else { return text }
    return Array(derived.text.prefix(derived.count))
  }
}
