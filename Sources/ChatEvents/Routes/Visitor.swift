internal import JSONText

/// Who an identify call says that a person is, by the rules of Segment's browser library.
///
/// Traits are looked up without regard to the case of their names, and to anything in them but letters, digits and points:
/// `first_name` is `firstName`. The first member that matches counts, also where it is `null`.
///
/// Source: Segment's facade library, `identify.js`, and its package obj-case, as its Olark and Userlike integrations use
/// them. Read in November 2026.
struct Visitor: Sendable {
  /// The name, as the content of a JSON string; nil where there is none.
  var name: [UInt8]?

  /// The e-mail address, the phone number and the user's name, of whatever type they are; absent where JavaScript takes them
  /// for false.
  var email = Slice.absent
  var phone = Slice.absent
  var username = Slice.absent

  /// The id under which the sender knows the person.
  var userID = Slice.absent

  init() {}

  /// Works it out from a call's `userId` and `traits`.
  init(_ bytes: Span<UInt8>, userID: Slice, traits: Slice) {
    let found = Traits(bytes, traits)
    self.userID = userID.isTrueInJavaScript(bytes) ? userID : .absent
    email = found[.email].orAbsent(bytes)
    if email.kind == .absent, self.userID.isEmailAddress(bytes) { email = self.userID }
    phone = found[.phone].orAbsent(bytes)
    if phone.kind == .absent { phone = found[.phones].elements(bytes).first?.orAbsent(bytes) ?? .absent }
    username = found[.username].orAbsent(bytes)
    name = Self.name(found, bytes)
  }

  /// The name; where it is no text, the first and the last name; where neither is, the first name.
  private static func name(_ traits: Traits, _ bytes: Span<UInt8>) -> [UInt8]? {
    func trimmed(_ value: Slice) -> [UInt8]? {
      guard value.kind == .string else { return nil }
      return Text.trimmed(bytes, value.content).map { bytes[$0] }
    }
    let name = trimmed(traits[.name])
    let (first, last) = (trimmed(traits[.firstName]), trimmed(traits[.lastName]))
    if let name, !name.isEmpty { return name }
    guard let first, !first.isEmpty else { return nil }
    guard name == nil, let last, !last.isEmpty else { return first }
    return first + [UInt8(ascii: " ")] + last
  }

  /// What is looked up among the traits.
  private enum Trait: String, CaseIterable {
    case name, firstName = "firstname", lastName = "lastname", email, phone, phones, username
  }

  /// The traits that were found, each by the first member that matches.
  private struct Traits {
    private var found: [Trait: (key: [UInt8], value: Slice)] = [:]

    init(_ bytes: Span<UInt8>, _ traits: Slice) {
      for (key, value) in traits.members(bytes) {
        let name = Text.unescaped(bytes, key.content)
        let normalized = name.compactMap(Self.normalized)
        guard let trait = Trait.allCases.first(where: { normalized.elementsEqual($0.rawValue.utf8) }) else {
          continue
        }
        // Of a key that stands twice, JavaScript has the last value at the place of the first.
        if let first = found[trait], first.key != name { continue }
        found[trait] = (name, value)
      }
    }

    subscript(trait: Trait) -> Slice { found[trait]?.value ?? .absent }

    /// A letter in lower case, a digit or a point; nil for any other byte.
    private static func normalized(_ byte: UInt8) -> UInt8? {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        byte
      default: nil
      }
    }
  }
}

extension Slice {
  /// Whether JavaScript takes the value for true: anything but `null`, `false`, a number that is 0, and empty text.
  func isTrueInJavaScript(_ bytes: Span<UInt8>) -> Bool {
    switch kind {
    case .absent, .null: return false
    case .bool: return isTrue(bytes)
    case .string: return !content.isEmpty
    case .object, .array: return true
    case .integer, .number:
      for position in range {
        switch bytes[position] {
        case UInt8(ascii: "1")...UInt8(ascii: "9"): return true
        case UInt8(ascii: "e"), UInt8(ascii: "E"): return false
        default: break
        }
      }
      return false
    }
  }

  fileprivate func orAbsent(_ bytes: Span<UInt8>) -> Slice { isTrueInJavaScript(bytes) ? self : .absent }

  /// Whether it is text with something, an at sign, something, a point and something in one line.
  fileprivate func isEmailAddress(_ bytes: Span<UInt8>) -> Bool {
    guard kind == .string else { return false }
    return Text.scalars(bytes, self)
      .split(whereSeparator: { "\n\r\u{2028}\u{2029}".unicodeScalars.contains($0) })
      .contains { line in
        guard let at = line.dropFirst().firstIndex(of: "@") else { return false }
        return line[at...].dropFirst(2).dropLast().contains(".")
      }
  }
}
