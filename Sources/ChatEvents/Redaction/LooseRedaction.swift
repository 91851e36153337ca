internal import JSONText
internal import PersonalData

/// Redaction of data of which no model says what it is: every string is looked through, and members are judged by their names.
struct LooseRedaction: Sendable {
  let text: TextRedaction
  /// Whether the data is the text of a string, of which nothing around it says whom its objects are about.
  private let isInString: Bool

  /// What is known of an object around a value.
  enum Around: Sendable {
    /// Nothing.
    case data
    /// It is about a person, so that `name` and `id` are theirs.
    case person
    /// It is a person's address: all but the town and what is wider than it is exact.
    case address
    /// It says nothing of a person; names of members are not judged.
    case other

    /// What is known of an object of which a table says that.
    init(inside fact: Fact) {
      self =
        switch fact {
        case .person: .person
        case .postalAddress: .address
        default: .data
        }
    }

    /// What is looked for in texts.
    fileprivate var wanted: TextRedaction.Wanted { self == .other ? .unmistakable : .all }
  }

  init(_ text: TextRedaction, isInString: Bool = false) {
    self.text = text
    self.isInString = isInString
  }

  /// Passes a member's value, and returns the offset behind it.
  ///
  /// - Parameter key: the name of the member that it is the value of.
  func value(
    _ bytes: Span<UInt8>, _ start: Int, named key: Slice, in around: Around, into edits: inout Edits
  ) -> Int {
    let found = SoundText.slice(bytes, start)
    switch found.kind {
    case .null, .bool, .absent: break
    default:
      if let fact = fact(key, bytes, in: around) {
        replaceAll(bytes, found, fact, into: &edits)
      } else {
        let isPersons = found.kind.mayBeObject && around != .other && MemberWords.isPerson(key, bytes)
        let within: Around = around == .other ? .other : isPersons ? .person : .data
        value(bytes, found, in: found.kind == .array && around == .address ? .address : within, into: &edits)
      }
    }
    return found.range.upperBound
  }

  /// Returns what a member's name says of its value.
  private func fact(_ key: Slice, _ bytes: Span<UInt8>, in around: Around) -> Fact? {
    switch around {
    case .data: MemberWords.fact(key, bytes, ofPerson: false)
    case .person: MemberWords.fact(key, bytes, ofPerson: true)
    case .address: MemberWords.isRough(key, bytes) ? nil : .postalAddress
    case .other: nil
    }
  }

  /// Replaces a value, and the values in it.
  func replaceAll(_ bytes: Span<UInt8>, _ found: Slice, _ fact: Fact, into edits: inout Edits) {
    switch found.kind {
    case .array:
      for element in found.elements(bytes) { replaceAll(bytes, element, fact, into: &edits) }
    case .object where fact == .postalAddress:
      value(bytes, found, in: .address, into: &edits)
    case .object:
      found.forEachMember(bytes) { key, member in
        text.redactName(bytes, key, into: &edits)
        replaceAll(bytes, member, fact, into: &edits)
      }
    // A number is no name to any route, and shall not become one; nor is 0 anybody's id here.
    default:
      text.replace(bytes, found, fact.known, replacesZero: false, mayBecomeText: fact != .name, into: &edits)
    }
  }

  /// Looks through a value that was passed already.
  func value(_ bytes: Span<UInt8>, _ found: Slice, in around: Around, into edits: inout Edits) {
    switch found.kind {
    case .string where around != .other && redactJSON(bytes, inside: found, in: around, into: &edits):
      break
    case .string:
      text.redact(bytes, found, around.wanted, into: &edits)
    case .object:
      let around = isInString && around == .data && isAboutPerson(bytes, found) ? .person : around
      SoundText.members(bytes, Int(found.start)) { key, position in
        text.redactName(bytes, key, around.wanted, into: &edits)
        return value(bytes, position, named: key, in: around, into: &edits)
      }
    case .array:
      for element in found.elements(bytes) { value(bytes, element, in: around, into: &edits) }
    case .integer where text.knowsValues && around != .other: text.redactNumber(bytes, found, into: &edits)
    case .absent, .null, .integer, .number, .bool:
      break
    }
  }
}

extension Slice.Kind {
  /// Whether it is an object, or may hold the text of one.
  fileprivate var mayBeObject: Bool { self == .object || self == .string }
}

extension TextRedaction {
  /// Replaces a value as a whole, unless it is nothing, or stands in place of another already.
  ///
  /// Text in which nothing can be seen is nothing: to a route it is no id, and what stood in its place would be one.
  ///
  /// - Parameters:
  ///   - known: what the value is wherever it stands, if it tells somebody.
  ///   - replacesZero: whether 0 is a value.
  ///   - mayBecomeText: whether a reader takes text in its place; else a number becomes 1, or 0.5 where it is no integer, so that it
  ///     is taken or refused as before.
  func replace(
    _ bytes: Span<UInt8>, _ value: Slice, _ known: KnownValues.Kind?, replacesZero: Bool,
    mayBecomeText: Bool,
    into edits: inout Edits
  ) {
    switch value.kind {
    case .string:
      let characters = Text.unescaped(bytes, value.content)
      if Replacement.isClean(characters) || !value.isIdentity(bytes) { return }
      edits.add(
        value.content, replacement.text(for: characters[...], replacement.kind(of: characters)),
        .member)
      edits.note(value.content, known)
    case .integer, .number:
      let digits = bytes.copied(value.range)
      // No number is 0, but an id may be.
      guard replacesZero || value.isTrueInJavaScript(bytes) else { return }
      edits.note(value.range, known)
      if mayBecomeText {
        let quote = [UInt8(ascii: "\"")]
        edits.add(value.range, quote + replacement.text(for: digits[...], nil) + quote, .member)
      } else {
        let new = Array((value.kind == .integer ? "1" : "0.5").utf8)
        if digits != new { edits.add(value.range, new, .member) }
      }
    case .absent, .null, .bool, .object, .array:
      break
    }
  }

  /// Replaces a number that is a known id or phone number.
  func redactNumber(_ bytes: Span<UInt8>, _ number: Slice, into edits: inout Edits) {
    guard let text = replacement(ofKnown: bytes.copied(number.range)) else { return }
    let quote = [UInt8(ascii: "\"")]
    edits.add(number.range, quote + text + quote, .known)
  }

  /// Replaces one of some ids where a value is that id, or begins with it and with no letter or digit behind it.
  ///
  /// - Parameter token: what stands in place of the ids; nil where each has its own pseudonym.
  func redactPrefix(
    _ bytes: Span<UInt8>, _ value: Slice, of ids: [Slice], _ token: [UInt8]?, into edits: inout Edits
  ) {
    guard value.kind == .string || value.kind == .integer else { return }
    for id in ids where id.isPresent && !id.text.isEmpty && mayBegin(bytes, value, with: id) {
      let characters = Text.characters(bytes, id)
      let whole = Text.characters(bytes, value)
      guard whole.starts(with: characters), !isLetterOrDigit(whole.dropFirst(characters.count).first ?? 0)
      else {
        continue
      }
      if Replacement.isClean(characters) { return }
      let new = token ?? replacement.text(for: characters[...], replacement.kind(of: characters))
      if value.kind == .integer {
        let quote = [UInt8(ascii: "\"")]
        return edits.add(value.range, quote + new + quote, .consequence)
      }
      let count = value.flags.isEscaped ? value.content.count : characters.count
      var rest = Output(capacity: 64)
      rest.appendQuoted(value.flags.isEscaped ? Array(whole.dropFirst(characters.count)) : [])
      return edits.add(
        value.content.lowerBound..<value.content.lowerBound + count,
        new + rest.written.dropFirst().dropLast(),
        .consequence)
    }
  }

  /// Whether a value can begin with an id, by their lengths and their first characters.
  private func mayBegin(_ bytes: Span<UInt8>, _ value: Slice, with id: Slice) -> Bool {
    if value.flags.isEscaped || id.flags.isEscaped { return true }
    return value.text.count >= id.text.count && bytes[value.text.lowerBound] == bytes[id.text.lowerBound]
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
  }

  /// Notes what is to be replaced in a member's name.
  func redactName(
    _ bytes: Span<UInt8>, _ key: Slice, _ wanted: Wanted = .all, into edits: inout Edits
  ) {
    if knowsValues || FreeText.mayHold(bytes, key.content) { redact(bytes, key, wanted, into: &edits) }
  }
}
