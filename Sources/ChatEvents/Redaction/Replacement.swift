internal import JSONText
internal import PersonalData

/// What stands in place of personal data.
struct Replacement: Sendable {
  private let mac: HMACSHA256?
  private let wanted: FreeText.Wanted

  /// What every value is replaced by where there is no key.
  static let mark = Array("<redacted>".utf8)

  /// What a pseudonym begins with; 32 hexadecimal digits follow.
  private static let pseudonym = Array("redacted-".utf8)

  /// The domain of addresses that stand for others; nobody can own it (RFC 2606).
  private static let domain = Array("@redacted.invalid".utf8)

  init(_ settings: RedactionSettings) {
    mac = settings.key.map { HMACSHA256(key: $0.bytes.span) }
    wanted = FreeText.Wanted(keepsCards: settings.keepsCards)
  }

  /// Returns what stands in place of a value, as the content of a JSON string.
  ///
  /// Values that ``NormalForm`` takes for the same get the same; cards by their digits, IBANs by digits and capitals.
  ///
  /// - Parameter value: its characters, as UTF-8.
  func text(for value: ArraySlice<UInt8>, _ kind: FreeText.Kind?) -> [UInt8] {
    guard let mac else { return Self.mark }
    let message: [UInt8] =
      switch kind {
      case .email: NormalForm.of(FreeText.plain(value), .email).bytes
      case .phone: NormalForm.of(FreeText.plain(value), .phone).bytes
      case .card: FreeText.canonical(value, .card)
      case .iban: FreeText.canonical(value, .iban)
      case .address, .known, nil: NormalForm.of(value, .id).bytes
      }
    let token = Self.token(of: mac.code(message.span))
    return kind == .email ? token + Self.domain : token
  }

  /// Whether each value has a pseudonym of its own, for there is a key.
  var tellsValuesApart: Bool { mac != nil }

  /// Returns what stands in place of a person's ids, so that people stay apart where records are sent on: it is made of what
  /// tells the conversation, and tells nothing of the person.
  static func personsID(in conversation: Span<UInt8>) -> [UInt8] { token(of: SHA256.digest(conversation)) }

  /// Returns the same in the form of an address, for an id that is one: where a route takes such an id for an address, it does
  /// so as before.
  static func address(of token: [UInt8]) -> [UInt8] { token + domain }

  private static func token(of digest: SHA256.Digest) -> [UInt8] {
    var token = pseudonym
    for index in 0..<4 {
      let digits = Word.hexDigits(digest[index])
      for place in 0..<8 { token.append(UInt8(truncatingIfNeeded: digits &>> UInt64(8 * place))) }
    }
    return token
  }

  /// Returns what a whole value is by its form: a kind of personal data, where it is nothing else. Nil where it makes no
  /// difference, for there is no key.
  func kind(of value: [UInt8]) -> FreeText.Kind? {
    guard mac != nil else { return nil }
    switch NormalForm.kind(of: value) {
    case .email: return .email
    case .phone: return .phone
    case .id, nil: break
    }
    let padded = value + [UInt8](repeating: 0, count: Scanner.padding)
    let matches = FreeText.matches(in: padded.span, count: value.count, wanted)
    guard matches.count == 1, matches[0].range == 0..<value.count else { return nil }
    return matches[0].kind
  }

  /// Whether a value is nothing, or what stands in place of others already: routes join values with spaces and brackets.
  static func isClean(_ value: some Collection<UInt8>) -> Bool {
    var rest = value[...]
    while !rest.isEmpty {
      guard let end = endOfReplaced(rest) else { return false }
      rest = rest[end...].drop {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")")
      }
    }
    return true
  }

  /// Returns the index behind a mark or a pseudonym with which a value begins; nil where it begins with neither.
  private static func endOfReplaced<Value: Collection<UInt8>>(_ value: Value) -> Value.Index? {
    if value.starts(with: mark) { return value.index(value.startIndex, offsetBy: mark.count) }
    guard value.starts(with: pseudonym) else { return nil }
    let digits = value.dropFirst(pseudonym.count).prefix(32)
    guard digits.count == 32, digits.allSatisfy({ Hex.value($0) != nil }) else { return nil }
    let rest = value[digits.endIndex...]
    return rest.starts(with: domain) ? rest.index(rest.startIndex, offsetBy: domain.count) : digits.endIndex
  }
}
