internal import JSONText

// Where Olark's records tell something of their visitor.

extension Profile {
  // swift-format-ignore
  /// What Olark's records say of a visitor.
  private static let olarkVisitor: [Place] = [
    ("fullName",     .name),
    ("emailAddress", .email),
    ("phoneNumber",  .phone),
    ("id",           .id),
    ("ip",           .address),
    ("city",         .city),
    ("region",       .region),
    ("country",      .country),
    ("countryCode",  .country),
    ("organization", .organization),
    ("referrer",     .referrer),
  ]

  /// Adds what a transcript tells.
  ///
  /// - Parameter start: the way to the transcript, as the tokens of a pointer.
  mutating func addTranscript(_ transcript: Slice, _ start: [String], _ bytes: Span<UInt8>) {
    addOlarkVisitor(transcript.value(at: "visitor", bytes), start + ["visitor"], bytes)
    add([("ip", .address)], in: transcript, start, bytes)
    addItems(transcript.value(at: "items", bytes), start + ["items"], bytes)
  }

  private mutating func addOlarkVisitor(_ visitor: Slice, _ start: [String], _ bytes: Span<UInt8>) {
    for place in Self.olarkVisitor {
      let value = visitor.value(at: place.path, bytes)
      // What the JavaScript API says where it keeps the address to itself.
      if Text.isEqual(bytes, value, to: "not available") { continue }
      add(place.kind, Text.characters(bytes, value), start + place.path.steps)
    }
    addFields(visitor.value(at: "customFields", bytes), start + ["customFields"], bytes)
  }

  /// Adds the names that a visitor chatted under, and what they answered to the form of an offline message.
  mutating func addItems(_ items: Slice, _ start: [String], _ bytes: Span<UInt8>) {
    let start = start + ["*"]
    for item in items.elements(bytes) {
      add([("visitor_nickname", .name), ("visitorNickname", .name)], in: item, start, bytes)
      let kind = item.value(at: "kind", bytes)
      if Text.isEqual(bytes, kind, to: OlarkItem.Kind.messageToOperator.rawValue) {
        add([("nickname", .name)], in: item, start, bytes)
      }
      if Text.isEqual(bytes, kind, to: OlarkItem.Kind.offlineMessage.rawValue) {
        addAnswers(item.value(at: "body", bytes), start + ["body"], bytes)
      }
    }
  }

  /// Adds the answers to the form of an offline message.
  mutating func addAnswers(_ body: Slice, _ member: [String], _ bytes: Span<UInt8>) {
    guard body.kind == .string else { return }
    let text = UnescapedText(bytes, body.content, isEscaped: body.flags.isEscaped)
    for answer in FormAnswers.answers(in: text) {
      let value = Array(text.characters[answer.range])
      switch answer.fact {
      case .name: add(.name, value, member)
      case .email: add(.email, value, member)
      case .phone: add(.phone, value, member)
      default: break
      }
    }
  }

  /// Adds what a page recorded.
  mutating func addCallback(_ record: Slice, _ bytes: Span<UInt8>) {
    add([("userId", .id), ("anonymousId", .id)], in: record, [], bytes)
    addOlarkVisitor(record.value(at: "visitor", bytes), ["visitor"], bytes)
    addOlarkVisitor(record.value(at: "getDetails", bytes), ["getDetails"], bytes)
    if Text.isEqual(bytes, record.value(at: "callback", bytes), to: "api.chat.onOfflineMessageToOperator") {
      addAnswers(record.value(at: "event.message.body", bytes), ["event", "message", "body"], bytes)
    }
    addArguments(of: record.value(at: "call", bytes), record.value(at: "arguments", bytes), bytes)
  }

  /// Adds what a page tells Olark of the visitor.
  private mutating func addArguments(of call: Slice, _ arguments: Slice, _ bytes: Span<UInt8>) {
    guard Text.starts(bytes, call, with: "api.visitor.") else { return }
    let namesFields = Text.isEqual(bytes, call, to: "api.visitor.updateCustomFields")
    for argument in arguments.elements(bytes) {
      if namesFields {
        addFields(argument, ["arguments", "*"], bytes)
      } else {
        add(Self.olarkVisitor, in: argument, ["arguments", "*"], bytes)
      }
    }
  }
}
