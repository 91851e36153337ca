/// What the keyword `format` demands of a text.
///
/// Source: JSON Schema draft 2020-12, "Validation", section 7.3. Read in November 2026.
enum TextFormat: String, Sendable, CaseIterable {
  case dateTime = "date-time"
  case email
  case uri

  /// Whether a text has the format.
  ///
  /// - Parameter text: UTF-8, without escapes.
  func fits(_ text: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .dateTime: Self.isDateTime(text)
    case .email: Self.isEmail(text)
    case .uri: URIText.isURI(text)
    }
  }

  /// Whether a text is a `date-time` of RFC 3339, section 5.6; a second 60 is one that was put in at the end of a day of UTC.
  private static func isDateTime(_ text: ArraySlice<UInt8>) -> Bool {
    var reader = DigitReader(rest: text)
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2), (1...12).contains(month), day >= 1, day <= days(of: month, in: year),
      reader.take("T") || reader.take("t"),
      let hour = reader.number(2), hour <= 23, reader.take(":"),
      let minute = reader.number(2), minute <= 59, reader.take(":"),
      let second = reader.number(2), second <= 60
    else { return false }
    if reader.take("."), !reader.takeDigits() { return false }
    guard let offset = reader.offset(), reader.rest.isEmpty else { return false }
    let minuteOfDay = (hour * 60 + minute - offset + 2 * 1440) % 1440
    return second < 60 || minuteOfDay == 1439
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a text is a `Mailbox` of RFC 5321, section 4.1.2, in ASCII.
  private static func isEmail(_ text: ArraySlice<UInt8>) -> Bool {
    guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let (local, domain) = (text[..<at], text[(at + 1)...])
    let isLocal = local.first == UInt8(ascii: "\"") ? isQuoted(local) : isAtoms(local)
    guard isLocal, let first = domain.first else { return false }
    if first == UInt8(ascii: "[") {
      return domain.last == UInt8(ascii: "]") && domain.count > 2
        && domain.dropFirst().dropLast().allSatisfy { (33...90).contains($0) || (94...126).contains($0) }
    }
    return domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.first, let last = label.last else { return false }
      return first.isLetterOrDigit && last.isLetterOrDigit
        && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isAtoms(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.allSatisfy { $0.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
    }
  }

  private static func isQuoted(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 2, text.last == UInt8(ascii: "\"") else { return false }
    var inner = text.dropFirst().dropLast()
    while let byte = inner.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let next = inner.popFirst(), (32...126).contains(next) else { return false }
      case UInt8(ascii: "\""): return false
      default: guard (32...126).contains(byte) else { return false }
      }
    }
    return true
  }
}

/// What is left of a text whose digits are read.
private struct DigitReader {
  var rest: ArraySlice<UInt8>

  /// Takes that many digits; nil, and nothing taken, if there are fewer.
  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Takes a character if it is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Takes all digits that are next; returns whether there are any.
  mutating func takeDigits() -> Bool {
    let after = rest.drop(while: \.isDigit)
    defer { rest = after }
    return after.count < rest.count
  }

  /// Takes `Z` or an offset from UTC, and returns its minutes; nil if there is neither.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isNegative = take("-")
    guard isNegative || take("+"), let hours = number(2), hours <= 23, take(":"), let minutes = number(2),
      minutes <= 59
    else { return nil }
    return (isNegative ? -1 : 1) * (hours * 60 + minutes)
  }
}

/// URIs as RFC 3986 has them: with a scheme, in ASCII.
private enum URIText {
  static func isURI(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), isScheme(text[..<colon]) else { return false }
    var rest = text[(colon + 1)...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      guard isText(rest[(hash + 1)...], also: "/?") else { return false }
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      guard isText(rest[(mark + 1)...], also: "/?") else { return false }
      rest = rest[..<mark]
    }
    guard rest.starts(with: "//".utf8) else { return isText(rest, also: "/") }
    rest = rest.dropFirst(2)
    let path = rest.drop { $0 != UInt8(ascii: "/") }
    return isAuthority(rest[..<path.startIndex]) && isText(path, also: "/")
  }

  private static func isScheme(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first.isLetterOrDigit, !first.isDigit else { return false }
    return text.allSatisfy { $0.isLetterOrDigit || "+-.".utf8.contains($0) }
  }

  private static func isAuthority(_ text: ArraySlice<UInt8>) -> Bool {
    var host = text
    if let at = text.firstIndex(of: UInt8(ascii: "@")) {
      guard isText(text[..<at], also: "", without: "@") else { return false }
      host = text[(at + 1)...]
    }
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstIndex(of: UInt8(ascii: "]")), end > host.startIndex + 1 else { return false }
      let inner = host[(host.startIndex + 1)..<end]
      return isText(inner, also: "", without: "@%") && isPort(host[(end + 1)...])
    }
    let name = host.prefix { $0 != UInt8(ascii: ":") }
    return isText(name, also: "", without: "@") && isPort(host[name.endIndex...])
  }

  private static func isPort(_ text: ArraySlice<UInt8>) -> Bool {
    text.isEmpty || text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy(\.isDigit)
  }

  /// Whether a text has only characters of a path segment, some others, and bytes that are written with a percent sign.
  private static func isText(_ text: ArraySlice<UInt8>, also others: String, without: String = "") -> Bool {
    var rest = text
    while let byte = rest.popFirst() {
      if without.utf8.contains(byte) { return false }
      if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst(), let low = rest.popFirst(), high.isHexadecimal, low.isHexadecimal
        else {
          return false
        }
      } else if !byte.isLetterOrDigit, !"-._~!$&'()*+,;=:@".utf8.contains(byte), !others.utf8.contains(byte) {
        return false
      }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isLetterOrDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isHexadecimal: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
}
