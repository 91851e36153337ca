internal import JSONText

/// Who an identify call says that a person is, by the rules of Segment's browser library.
///
/// Traits are looked up without regard to the case of their names, and to anything in them but letters, digits and points:
/// `first_name` is `firstName`. The first member that matches counts, also where it is `null`.
///
/// Source: Segment's facade library, `identify.js`, and its package obj-case, as its Olark and Userlike integrations use
/// them. Read in November 2026.
struct IdentifiedPerson: Sendable {
  /// The full name, as the content of a JSON string: empty where `name` is an empty text; nil where there is none.
  var fullName: [UInt8]?

  /// The full name, unless it is empty; else the first name; nil where neither is there.
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
    let firstName = Self.trimmed(found[.firstName], bytes).flatMap { $0.isEmpty ? nil : $0 }
    fullName = Self.fullName(found, firstName, bytes)
    name = fullName.flatMap { $0.isEmpty ? nil : $0 } ?? firstName
  }

  /// The trait `name`; where it is no text, the first and the last name.
  private static func fullName(_ traits: Traits, _ firstName: [UInt8]?, _ bytes: Span<UInt8>) -> [UInt8]? {
    if let name = trimmed(traits[.name], bytes) { return name }
    guard let firstName, let last = trimmed(traits[.lastName], bytes), !last.isEmpty else { return nil }
    return firstName + [UInt8(ascii: " ")] + last
  }

  /// A text without the white space around it; nil for anything else.
  private static func trimmed(_ value: Slice, _ bytes: Span<UInt8>) -> [UInt8]? {
    guard value.kind == .string else { return nil }
    return bytes.copied(Text.trimmed(bytes, value.content))
  }

  /// What is looked up among the traits.
  private enum Trait: Int, CaseIterable {
    case name, firstName, lastName, email, phone, phones, username

    /// Their names without regard to case: the letters in lower case, as one number.
    static let names: [UInt128] = [
      "name", "firstname", "lastname", "email", "phone", "phones", "username",
    ].map { name in name.utf8.reduce(0) { $0 << 8 | UInt128($1) } }

    /// The trait that a key names; nil for any other key.
    init?(_ bytes: Span<UInt8>, key: Slice) {
      if key.flags.isEscaped {
        let name = Text.unescaped(bytes, key.content)
        self.init(name.span, 0..<name.count)
      } else {
        self.init(bytes, key.content)
      }
    }

    private init?(_ bytes: Span<UInt8>, _ key: Range<Int>) {
      var name: UInt128 = 0
      for position in key {
        guard let byte = Self.normalized(bytes[position]) else { continue }
        // No name has as many letters as the number has room for.
        if name >> 120 != 0 { return nil }
        name = name << 8 | UInt128(byte)
      }
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      self.init(rawValue: index)
    }

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

  /// The traits that were found, each by the first member that matches.
  private struct Traits {
    private var keys = InlineArray<7, Slice>(repeating: .absent)
    private var values = InlineArray<7, Slice>(repeating: .absent)

    init(_ bytes: Span<UInt8>, _ traits: Slice) {
      traits.forEachMember(bytes) { key, value in
        guard let trait = Trait(bytes, key: key)?.rawValue else { return }
        // Of a key that stands twice, JavaScript has the last value at the place of the first.
        if keys[trait].isPresent, Text.characters(bytes, keys[trait]) != Text.characters(bytes, key) {
          return
        }
        keys[trait] = key
        values[trait] = value
      }
    }

    subscript(trait: Trait) -> Slice { values[trait.rawValue] }
  }
}

extension Slice {
  fileprivate func orAbsent(_ bytes: Span<UInt8>) -> Slice { isTrueInJavaScript(bytes) ? self : .absent }
}
