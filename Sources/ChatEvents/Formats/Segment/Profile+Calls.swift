internal import JSONText

// Where calls tell something of the person.

extension Profile {
  // swift-format-ignore
  /// What traits say of a person.
  ///
  /// Source: Segment, “Spec: Identify: Traits”; `region` and `organization` are those of RudderStack's and this tool's own events.
  private static let traits: [Place] = [
    ("name",            .name),
    ("email",           .email),
    ("phone",           .phone),
    ("id",              .id),
    ("city",            .city),
    ("address.city",    .city),
    ("region",          .region),
    ("address.state",   .region),
    ("country",         .country),
    ("address.country", .country),
    ("organization",    .organization),
    ("company.name",    .organization),
  ]

  /// The traits that are no fields of the site's making; addresses and companies have members besides.
  private static let knownTraits = traits.map(\.path.steps).filter { $0.count == 1 }.flatMap(\.self)

  /// Adds what a call tells.
  mutating func addCall(_ call: Slice, _ bytes: Span<UInt8>) {
    add([("userId", .id), ("anonymousId", .id), ("previousId", .id)], in: call, [], bytes)
    addContext(call.value(at: "context", bytes), bytes)
    // The traits of a group are no person's.
    if !Text.isEqual(bytes, call.value(at: "type", bytes), to: "group") {
      addTraits(call.value(at: "traits", bytes), ["traits"], bytes)
    }
    let properties = call.value(at: "properties", bytes)
    add([("ip", .address)], in: properties, ["properties"], bytes)
    if properties.value(at: "offline", bytes).isTrue(bytes) {
      addAnswers(properties.value(at: "message_body", bytes), ["properties", "message_body"], bytes)
    }
    addItems(properties.value(at: "items", bytes), ["properties", "items"], bytes)
    addTranscript(properties.value(at: "olark", bytes), ["properties", "olark"], bytes)
  }

  /// Adds what the circumstances of a call tell, or those of a batch.
  mutating func addContext(_ context: Slice, _ bytes: Span<UInt8>) {
    add(
      [("ip", .address), ("page.referrer", .referrer), ("referrer.url", .referrer)],
      in: context, ["context"], bytes)
    addTraits(context.value(at: "traits", bytes), ["context", "traits"], bytes)
  }

  private mutating func addTraits(_ traits: Slice, _ start: [String], _ bytes: Span<UInt8>) {
    add(Self.traits, in: traits, start, bytes)
    addFields(traits, but: Self.knownTraits, start, bytes)
  }
}
