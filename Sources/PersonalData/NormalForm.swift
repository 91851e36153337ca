internal import JSONText

/// A value that tells who somebody is, in the one spelling by which it is compared: two values are the same if a person would take
/// them for the same.
///
/// Selection, proofs of erasure and pseudonyms all compare by it. `Docs/privacy.md` lists what does not count.
package struct NormalForm: Sendable, Hashable {
  /// What a value is.
  package enum Kind: Sendable, Hashable, CaseIterable {
    case email
    case phone
    /// An id, and any other value.
    case id
  }

  package let kind: Kind

  /// The value as UTF-8.
  package let bytes: [UInt8]

  /// Whether nothing is left of the value.
  package var isEmpty: Bool { bytes.isEmpty }

  private init(_ kind: Kind, _ text: String) {
    (self.kind, bytes) = (kind, Array(text.utf8))
  }

  private init(_ kind: Kind, plain bytes: [UInt8]) { (self.kind, self.bytes) = (kind, bytes) }

  /// Kinds of values.
  package struct Kinds: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let email = Kinds(rawValue: 1)
    package static let phone = Kinds(rawValue: 2)
    package static let id = Kinds(rawValue: 4)
    package static let all: Kinds = [.email, .phone, .id]
  }

  /// Returns a value's form.
  ///
  /// - Parameter value: its characters, as UTF-8.
  package static func of(_ value: some Collection<UInt8>, _ kind: Kind) -> NormalForm {
    of(Array(value), kind)
  }

  /// The same of an array, which costs a look at each byte if nothing is unusual about the value.
  package static func of(_ value: [UInt8], _ kind: Kind) -> NormalForm {
    switch kind {
    case .email where isPlainAddress(value.span, value.indices):
      NormalForm(.email, plain: value.map(lowercased))
    case .id where isPlainID(value.span, value.indices): NormalForm(.id, plain: value)
    case .email: NormalForm(.email, address(ComparableText.scalars(of: value)))
    case .phone: NormalForm(.phone, digits(ComparableText.scalars(of: PercentEscapes.decoded(value))))
    case .id: NormalForm(.id, ComposedText.composed(trimmed(ComparableText.scalars(of: value))))
    }
  }

  /// Returns what a value is, if it is an address or a phone number and nothing else.
  ///
  /// Cost: a search for both in the value.
  package static func kind(of value: [UInt8]) -> Kind? {
    if isAddress(of(value, .email)) { return .email }
    let text = Array(String(trimmed(ComparableText.scalars(of: value))).utf8)
    let matches = FreeText.matches(
      in: (text + [UInt8](repeating: 0, count: Scanner.padding)).span, count: text.count)
    guard matches.count == 1, matches[0].kind == .phone, let match = matches.first?.range else { return nil }
    let rest = String(decoding: text[..<match.lowerBound] + text[match.upperBound...], as: UTF8.self)
    let isAlone = !rest.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return isAlone || rest.lowercased() == "tel:" ? .phone : nil
  }

  /// Whether the form of a value as an address is one: something, an at sign, and a domain, in one word.
  package static func isAddress(_ form: NormalForm) -> Bool {
    guard form.kind == .email, form.bytes.contains(UInt8(ascii: "@")) else { return false }
    let padded = form.bytes + [UInt8](repeating: 0, count: Scanner.padding)
    let matches = FreeText.matches(in: padded.span, count: form.bytes.count)
    return matches.count == 1 && matches[0].range == 0..<form.bytes.count && matches[0].kind == .email
  }

  /// Whether a string may hold an at sign, in any spelling: a look at its bytes as they are written in a document.
  package static func mayHoldAddress(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    for position in content {
      switch bytes[position] {
      case UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "\\"), 0xef: return true
      default: break
      }
    }
    return false
  }
}

// What nearly every value is needs no look at its characters.
extension NormalForm {
  /// Whether a text is an address in ASCII with nothing around it and no label in another script: then its form has its letters, in
  /// small ones.
  package static func isPlainAddress(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let start = range.first, TextCharacter.isLetterOrDigit(text[start]),
      TextCharacter.isLetterOrDigit(text[range.upperBound - 1])
    else {
      return false
    }
    for position in range {
      let byte = text[position]
      switch byte {
      case _ where TextCharacter.isLetterOrDigit(byte), UInt8(ascii: "@"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "+"):
        break
      case UInt8(ascii: "-") where text[position - 1] != UInt8(ascii: "-"): break
      default: return false
      }
    }
    return true
  }

  /// Whether a text is ASCII in which every character can be seen: then it is its own form as an id.
  package static func isPlainID(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for position in range where !(0x21...0x7e ~= text[position]) { return false }
    return true
  }

  /// A letter of ASCII in a small one.
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}

// The three forms.
extension NormalForm {
  /// The address in a text: without its name, brackets and scheme, the marks of a sentence, and the case of its letters.
  private static func address(_ scalars: [Unicode.Scalar]) -> String {
    var text = trimmed(scalars)
    if let inner = inBrackets(text) { text = trimmed(inner) }
    if String(text.prefix(7)).lowercased() == "mailto:" {
      text = trimmed(text.dropFirst(7).prefix { $0 != "?" })
    }
    text = trimmed(ComparableText.scalars(of: PercentEscapes.decoded(String(text).utf8)))
    text = unquoted(text)
    let lower = ComposedText.composed(lowercased(text))
    guard let at = lower.lastIndex(of: "@") else { return lower }
    return lower[...at] + domain(lower[lower.index(after: at)...])
  }

  /// What is between `<` and `>`, or the brackets at the end, if it has an at sign: `Jo <jo@example.org>`, `Jo (jo@example.org)`.
  private static func inBrackets(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    if let open = text.lastIndex(of: "<") {
      let inner = text[(open + 1)...].prefix { $0 != ">" }
      return inner.contains("@") ? Array(inner) : nil
    }
    guard text.last == ")", let open = text.lastIndex(of: "("), open > 0 else { return nil }
    let inner = text[(open + 1)...].dropLast()
    return inner.contains("@") && !text[..<open].contains("@") ? Array(inner) : nil
  }

  /// A text without the marks that a sentence puts around an address.
  private static func unquoted(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var rest = text[...]
    while let first = rest.first, let last = rest.last, rest.count > 1 {
      if isBlank(last) || ".,;:!?>)}'\u{2019}\u{201d}\u{bb}".unicodeScalars.contains(last) {
        rest.removeLast()
      } else if last == "]", !rest.contains("[") || first == "[" {
        rest.removeLast()
      } else if last == "\"" {
        rest.removeLast()
      } else if isBlank(first) || "<([{'\u{2018}\u{201c}\u{201e}\u{ab}".unicodeScalars.contains(first) {
        rest.removeFirst()
      } else if first == "\"", rest.dropFirst().firstIndex(of: "\"") == nil {
        // A quoted local part has both of its quotes before the at sign.
        rest.removeFirst()
      } else {
        break
      }
    }
    return Array(rest)
  }

  /// A domain with its labels in Unicode: `xn--bcher-kva.example` is `bücher.example`.
  private static func domain(_ text: Substring) -> String {
    let dots: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{ff61}"]
    return text.unicodeScalars.split(omittingEmptySubsequences: false) { dots.contains($0) }.map { label in
      let label = String(label)
      guard label.hasPrefix("xn--"), let decoded = Punycode.decoded(label.dropFirst(4).utf8) else {
        return label
      }
      return ComposedText.composed(lowercased(decoded))
    }.joined(separator: ".")
  }

  /// The letters in small ones; a sigma is one at the end of a word, too.
  static func lowercased(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    for scalar in scalars { text += scalar.properties.lowercaseMapping.unicodeScalars }
    return text.map { $0 == "\u{3c2}" ? "\u{3c3}" : $0 }
  }

  /// The digits of a phone number, from the country code on if it has one; an extension follows after an `x`.
  private static func digits(_ scalars: [Unicode.Scalar]) -> String {
    var (number, further) = ("", "")
    var position = 0
    var isExtension = false
    while position < scalars.count {
      let scalar = scalars[position]
      if let digit = PhoneDigit.value(of: scalar) {
        if isExtension { further += "\(digit)" } else { number += "\(digit)" }
      } else if number.count >= 7, scalar.properties.isAlphabetic || scalar == "#" || scalar == ";" {
        isExtension = true
      } else if scalar == "(", isTrunkPrefix(scalars, position),
        number.count > (number.hasPrefix("00") ? 2 : 0), number.count < 6
      {
        // `+49 (0)30` is dialled without the 0.
        position += 2
      }
      position += 1
    }
    if number.count > 8, number.hasPrefix("00") { number.removeFirst(2) }
    return further.isEmpty ? number : "\(number)x\(further)"
  }

  static func isTrunkPrefix(_ scalars: [Unicode.Scalar], _ bracket: Int) -> Bool {
    bracket + 2 < scalars.count && PhoneDigit.value(of: scalars[bracket + 1]) == 0
      && scalars[bracket + 2] == ")"
  }

  private static func trimmed(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> [Unicode.Scalar] {
    var rest = scalars[...]
    while let first = rest.first, isBlank(first) { rest = rest.dropFirst() }
    while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
    return Array(rest)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

/// The digits of phone numbers, in any script.
package enum PhoneDigit {
  /// Returns what a digit counts; nil for any other character.
  package static func value(of scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII { return ("0"..."9").contains(scalar) ? Int(scalar.value - 0x30) : nil }
    guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue
    else { return nil }
    return Int(value)
  }
}
