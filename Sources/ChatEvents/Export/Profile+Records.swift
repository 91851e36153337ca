internal import JSONText

// Where records tell something of their visitor.

extension Profile {
  /// Adds what a record of any format tells.
  mutating func add(_ record: Slice, of format: Format, _ bytes: Span<UInt8>) {
    switch format {
    case .olark: addTranscript(record, bytes)
    case .olarkJS: addCallback(record, bytes)
    case .userlike: addUserlike(record, bytes)
    case .userlikeJS: addTrackingEvent(record, bytes)
    default: addCall(record, bytes)
    }
  }

  /// Where a fact stands.
  private typealias Place = (path: Path, fact: Fact)

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

  private mutating func add(_ places: [Place], in object: Slice, _ bytes: Span<UInt8>) {
    for place in places { add(place.fact, object.text(at: place.path, bytes)) }
  }

  /// Adds the members of an object whose names the site made up.
  private mutating func addFields(_ object: Slice, but known: [String] = [], _ bytes: Span<UInt8>) {
    for (key, value) in object.members(bytes)
    where !known.contains(where: { Text.isEqual(bytes, key, to: $0) }) {
      addField(Text.characters(bytes, key), value, bytes)
    }
  }

  private mutating func addTranscript(_ transcript: Slice, _ bytes: Span<UInt8>) {
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
  private mutating func addItems(_ items: Slice, _ bytes: Span<UInt8>) {
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

  private mutating func addCallback(_ record: Slice, _ bytes: Span<UInt8>) {
    add([("userId", .ids), ("anonymousId", .ids)], in: record, bytes)
    addOlarkVisitor(record.value(at: "visitor", bytes), bytes)
    addOlarkVisitor(record.value(at: "getDetails", bytes), bytes)
  }

  private mutating func addUserlike(_ record: Slice, _ bytes: Span<UInt8>) {
    add(
      [
        ("client_name", .names), ("client_email", .emailAddresses), ("client_uuid", .ids),
        ("loc_city", .cities),
      ],
      in: record, bytes)
    addFields(record.value(at: "custom", bytes), bytes)
    for number in ["01", "02", "03"] {
      let name = record.text(at: Path("client_additional\(number)_name"), bytes)
      if !name.isEmpty {
        addField(name, record.value(at: Path("client_additional\(number)_value"), bytes), bytes)
      }
    }
  }

  private mutating func addTrackingEvent(_ record: Slice, _ bytes: Span<UInt8>) {
    add(
      [
        ("globalCtx.client_uuid", .ids), ("custom.segmentio.visitor.name", .names),
        ("custom.segmentio.visitor.email", .emailAddresses),
      ], in: record, bytes)
  }

  private mutating func addCall(_ call: Slice, _ bytes: Span<UInt8>) {
    add([("userId", .ids), ("anonymousId", .ids), ("previousId", .ids)], in: call, bytes)
    addContext(call.value(at: "context", bytes), bytes)
    // The traits of a group are no person's.
    if !Text.isEqual(bytes, call.value(at: "type", bytes), to: "group") {
      addTraits(call.value(at: "traits", bytes), bytes)
    }
    let properties = call.value(at: "properties", bytes)
    add(.ipAddresses, properties.text(at: "ip", bytes))
    addItems(properties.value(at: "items", bytes), bytes)
    addTranscript(properties.value(at: "olark", bytes), bytes)
  }

  /// Adds what the circumstances of a call tell, or those of a batch.
  mutating func addContext(_ context: Slice, _ bytes: Span<UInt8>) {
    add(.ipAddresses, context.text(at: "ip", bytes))
    addTraits(context.value(at: "traits", bytes), bytes)
  }

  private mutating func addTraits(_ traits: Slice, _ bytes: Span<UInt8>) {
    add(
      [
        ("name", .names), ("email", .emailAddresses), ("phone", .phoneNumbers), ("id", .ids),
        ("city", .cities),
        ("address.city", .cities),
      ], in: traits, bytes)
    addFields(traits, but: ["name", "email", "phone", "id", "city"], bytes)
  }
}
