internal import JSONText

// What is replaced in the JSON that a string holds.

extension TextInString {
  /// Adds what is replaced in the text to what is replaced in the document around the string.
  func add(_ inner: Edits, to edits: inout Edits) {
    for edit in inner.list { edits.add(place(of: edit.range), Self.escaped(edit.text), edit.kind) }
    for value in inner.known { edits.note(place(of: value.range), value.kind) }
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
    }
  }
}

extension LooseRedaction {
  /// Notes what is to be replaced in a string that holds JSON, as if that stood in its place.
  ///
  /// - Returns: whether it holds JSON.
  func redactJSON(
    _ bytes: Span<UInt8>, inside string: Slice, in around: Around, into edits: inout Edits
  ) -> Bool {
    guard let found = TextInString(bytes, string) else { return false }
    var inner = Edits()
    LooseRedaction(text.inside(string), isInString: true).value(
      found.text.characters.span, found.value, in: around, into: &inner)
    found.add(inner, to: &edits)
    return true
  }

  /// Whether an object is about a person, as another of its members than a `name` says.
  func isAboutPerson(_ bytes: Span<UInt8>, _ object: Slice) -> Bool {
    var isAbout = false
    object.forEachMember(bytes) { key, _ in
      switch MemberWords.fact(key, bytes, ofPerson: false) {
      case .name, .email, .phone, .postalAddress, .birth: isAbout = true
      default: break
      }
    }
    return isAbout
  }
}
