internal import JSONText

// Where Olark's records tell something of their visitor.

extension Profile {
  // swift-format-ignore
  /// What Olark's records say of a visitor.
  private static let olarkVisitor: [Place] = [
    ("fullName",     .names),
    ("emailAddress", .emailAddresses),
    ("phoneNumber",  .phoneNumbers),
    ("id",           .ids),
    ("ip",           .ipAddresses),
    ("city",         .cities),
  ]

  /// Adds what a transcript tells.
  mutating func addTranscript(_ transcript: Slice, _ bytes: Span<UInt8>) {
    addOlarkVisitor(transcript.value(at: "visitor", bytes), bytes)
    add(.ipAddresses, transcript.text(at: "ip", bytes))
    addItems(transcript.value(at: "items", bytes), bytes)
  }

  private mutating func addOlarkVisitor(_ visitor: Slice, _ bytes: Span<UInt8>) {
    for place in Self.olarkVisitor {
      let value = visitor.value(at: place.path, bytes)
      // What the JavaScript API says where it keeps the address to itself.
      if Text.isEqual(bytes, value, to: "not available") { continue }
      add(place.fact, Text.characters(bytes, value))
    }
    addFields(visitor.value(at: "customFields", bytes), bytes)
  }

  /// Adds the names that a visitor chatted under, and what they answered to the form of an offline message.
  mutating func addItems(_ items: Slice, _ bytes: Span<UInt8>) {
    for item in items.elements(bytes) {
      add(.names, item.text(at: "visitor_nickname", bytes))
      add(.names, item.text(at: "visitorNickname", bytes))
      let kind = item.value(at: "kind", bytes)
      if Text.isEqual(bytes, kind, to: OlarkItem.Kind.messageToOperator.rawValue) {
        add(.names, item.text(at: "nickname", bytes))
      }
      let body = item.value(at: "body", bytes)
      guard Text.isEqual(bytes, kind, to: OlarkItem.Kind.offlineMessage.rawValue), body.kind == .string else {
        continue
      }
      addAnswers(UnescapedText(bytes, body.content, isEscaped: body.flags.isEscaped))
    }
  }

  private mutating func addAnswers(_ text: UnescapedText) {
    for answer in FormAnswers.ranges(in: text) {
      // The question stands before the answer, from the start of the line.
      let line = text.characters[..<answer.lowerBound]
      let start = line.lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { $0 + 1 } ?? 0
      let value = Array(text.characters[answer])
      switch line[start...].first(where: { $0 > 0x20 }).map({ $0 | 0x20 }) {
      case UInt8(ascii: "n"): add(.names, value)
      case UInt8(ascii: "e"): add(.emailAddresses, value)
      default: add(.phoneNumbers, value)
      }
    }
  }

  /// Adds what a page recorded.
  mutating func addCallback(_ record: Slice, _ bytes: Span<UInt8>) {
    add([("userId", .ids), ("anonymousId", .ids)], in: record, bytes)
    addOlarkVisitor(record.value(at: "visitor", bytes), bytes)
    addOlarkVisitor(record.value(at: "getDetails", bytes), bytes)
  }
}
