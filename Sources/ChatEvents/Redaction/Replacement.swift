internal import JSONText
internal import PersonalData

/// What stands in place of personal data.
struct Replacement: Sendable {
  private let mac: HMACSHA256?

  /// What every value is replaced by where there is no key.
  static let mark = Array("<redacted>".utf8)

  /// What a pseudonym begins with; 32 hexadecimal digits follow.
  private static let pseudonym = Array("redacted-".utf8)

  /// The domain of addresses that stand for others; nobody can own it (RFC 2606).
  private static let domain = Array("@redacted.invalid".utf8)

  init(_ key: PseudonymKey?) {
    mac = key.map { HMACSHA256(key: $0.bytes.span) }
  }

  /// Returns what stands in place of a value, as the content of a JSON string.
  ///
  /// Addresses are equal without regard to case, and phone numbers by their digits.
  ///
  /// - Parameter value: its characters, as UTF-8.
  func text(for value: ArraySlice<UInt8>, _ kind: FreeText.Kind?) -> [UInt8] {
    guard let mac else { return Self.mark }
    let message: [UInt8] =
      switch kind {
      case .email: Array(String(decoding: Self.percentDecoded(value), as: UTF8.self).lowercased().utf8)
      case .phone: Self.percentDecoded(value).filter { $0 &- UInt8(ascii: "0") < 10 }
      case .address, nil: Array(value)
      }
    let code = mac.code(message.span)
    var token = Self.pseudonym
    for index in 0..<4 {
      let digits = Word.hexDigits(code[index])
      for place in 0..<8 { token.append(UInt8(truncatingIfNeeded: digits &>> UInt64(8 * place))) }
    }
    return kind == .email ? token + Self.domain : token
  }

  /// Returns a value that stood in a link, as it is outside of one; it may be escaped several times.
  private static func percentDecoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var text = Array(value)
    while text.contains(UInt8(ascii: "%")) {
      var decoded: [UInt8] = []
      var position = 0
      while position < text.count {
        if text[position] == UInt8(ascii: "%"), position + 2 < text.count,
          let high = Hex.value(text[position + 1]),
          let low = Hex.value(text[position + 2])
        {
          decoded.append(high << 4 | low)
          position += 3
        } else {
          decoded.append(text[position])
          position += 1
        }
      }
      if decoded.count == text.count { break }
      text = decoded
    }
    return text
  }

  /// Returns what a whole value is by its form: a kind of personal data, where it is nothing else.
  func kind(of value: [UInt8]) -> FreeText.Kind? {
    guard mac != nil else { return nil }
    let padded = value + [UInt8](repeating: 0, count: Scanner.padding)
    let matches = FreeText.matches(in: padded.span, count: value.count)
    guard matches.count == 1, matches[0].range == 0..<value.count else { return nil }
    return matches[0].kind
  }

  /// Whether a value is nothing, or what stands in place of another already.
  static func isClean(_ value: some Collection<UInt8>) -> Bool {
    if value.isEmpty || value.elementsEqual(mark) { return true }
    guard value.starts(with: pseudonym) else { return false }
    let digits = value.dropFirst(pseudonym.count).prefix(32)
    let rest = value.dropFirst(pseudonym.count + 32)
    return digits.count == 32 && digits.allSatisfy { Hex.value($0) != nil }
      && (rest.isEmpty || rest.elementsEqual(domain))
  }
}
