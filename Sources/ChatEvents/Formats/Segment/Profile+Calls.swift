internal import JSONText

// Where calls tell something of the person.

extension Profile {
  /// Adds what a call tells.
  mutating func addCall(_ call: Slice, _ bytes: Span<UInt8>) {
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
