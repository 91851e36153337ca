internal import JSONText
internal import PersonalData

/// Redaction of data of which no model says what it is: every string is looked through, and members are judged by their names.
enum LooseRedaction {
  /// Passes a value, and returns the offset behind it.
  ///
  /// - Parameter key: the name of the member that it is the value of.
  static func value(
    _ bytes: Span<UInt8>, _ start: Int, named key: Slice, _ text: TextRedaction,
    into edits: inout Edits
  ) -> Int {
    let found = SoundText.slice(bytes, start)
    if isPersonal(key, bytes) {
      replaceAll(bytes, found, text, into: &edits)
    } else {
      value(bytes, found, text, into: &edits)
    }
    return found.range.upperBound
  }

  /// Replaces a value, or the elements of an array; of an object nobody knows what its members are.
  private static func replaceAll(
    _ bytes: Span<UInt8>, _ found: Slice, _ text: TextRedaction,
    into edits: inout Edits
  ) {
    switch found.kind {
    case .array:
      for element in found.elements(bytes) {
        replaceAll(bytes, element, text, into: &edits)
      }
    case .object: value(bytes, found, text, into: &edits)
    default: text.replace(bytes, found, mayBecomeText: true, into: &edits)
    }
  }

  /// Looks through a value that was passed already.
  static func value(
    _ bytes: Span<UInt8>, _ found: Slice, _ text: TextRedaction,
    into edits: inout Edits
  ) {
    switch found.kind {
    case .string:
      text.redact(bytes, found, into: &edits)
    case .object:
      SoundText.members(bytes, Int(found.start)) { key, position in
        text.redactName(bytes, key, into: &edits)
        return value(bytes, position, named: key, text, into: &edits)
      }
    case .array:
      for element in found.elements(bytes) { value(bytes, element, text, into: &edits) }
    case .absent, .null, .integer, .number, .bool:
      break
    }
  }

  /// Names that say of a value that it is a person's, without capitals and what stands between words.
  private static let personalNames = Set(
    [
      "email", "emails", "mail", "emailaddress", "useremail", "visitoremail", "phone", "phones",
      "phonenumber", "phonenumbers", "telephone",
      "tel", "mobile",
      "mobilephone", "mobilenumber", "cell", "cellphone", "fax", "firstname", "lastname", "fullname",
      "surname",
      "familyname", "givenname", "visitorname", "username", "ip", "ipaddress", "remoteaddr", "clientip",
    ].map { Array($0.utf8) })

  /// For each first letter, a bit for each length that a personal name with it has.
  private static let lengths = personalNames.reduce(into: [UInt32](repeating: 0, count: 26)) {
    lengths, name in
    if let first = name.first { lengths[Int(first - UInt8(ascii: "a"))] |= 1 << UInt32(name.count) }
  }

  /// Whether a member's name says that its value is personal.
  private static func isPersonal(_ key: Slice, _ bytes: Span<UInt8>) -> Bool {
    if key.flags.isEscaped {
      let name = Text.unescaped(bytes, key.content)
      return isPersonal(name.span, name.indices)
    }
    // The longest name, and room for what stands between its words.
    return key.count < 24 && isPersonal(bytes, key.content)
  }

  private static func isPersonal(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    func letter(_ position: Int) -> UInt8? {
      let letter = bytes[position] | 0x20
      return letter &- UInt8(ascii: "a") < 26 ? letter : nil
    }
    var (first, count): (UInt8?, UInt32) = (nil, 0)
    for position in name {
      guard let letter = letter(position) else { continue }
      first = first ?? letter
      count += 1
    }
    // Most names are told by their first letter and their length.
    guard let first, count < 32, lengths[Int(first - UInt8(ascii: "a"))] & 1 << count != 0 else {
      return false
    }
    return personalNames.contains(name.compactMap(letter))
  }
}

extension TextRedaction {
  /// Replaces a value as a whole, unless it is nothing, or stands in place of another already.
  ///
  /// Text in which nothing can be seen is nothing: to a route it is no id, and what stood in its place would be one.
  ///
  /// - Parameter mayBecomeText: whether a reader takes text in its place; else a number becomes 0, or 0.0 where it is no
  ///   integer, so that it is taken or refused as before.
  func replace(_ bytes: Span<UInt8>, _ value: Slice, mayBecomeText: Bool, into edits: inout Edits) {
    switch value.kind {
    case .string:
      let characters = Text.unescaped(bytes, value.content)
      if Replacement.isClean(characters) || !value.isIdentity(bytes) { return }
      edits.add(
        value.content, replacement.text(for: characters[...], replacement.kind(of: characters)), .member)
    case .integer, .number:
      let digits = bytes.copied(value.range)
      if mayBecomeText {
        let quote = [UInt8(ascii: "\"")]
        edits.add(value.range, quote + replacement.text(for: digits[...], nil) + quote, .member)
      } else {
        let zero = Array((value.kind == .integer ? "0" : "0.0").utf8)
        if digits != zero { edits.add(value.range, zero, .member) }
      }
    case .absent, .null, .bool, .object, .array:
      break
    }
  }

  /// Replaces one of some ids where a text begins with it and a slash.
  func redactPrefix(_ bytes: Span<UInt8>, _ value: Slice, of ids: [Slice], into edits: inout Edits) {
    guard value.kind == .string else { return }
    for id in ids where id.isPresent && !id.text.isEmpty && value.content.count > id.text.count {
      let start = value.content.lowerBound
      let isPrefix = id.text.indices.allSatisfy { bytes[$0] == bytes[start + $0 - id.text.lowerBound] }
      guard isPrefix, bytes[start + id.text.count] == UInt8(ascii: "/") else { continue }
      let characters = Text.characters(bytes, id)
      if Replacement.isClean(characters) { return }
      edits.add(
        start..<start + id.text.count,
        replacement.text(for: characters[...], replacement.kind(of: characters)),
        .consequence)
      return
    }
  }

  /// Notes what is to be replaced in a member's name.
  func redactName(_ bytes: Span<UInt8>, _ key: Slice, into edits: inout Edits) {
    if FreeText.mayHold(bytes, key.content) { redact(bytes, key, into: &edits) }
  }
}
