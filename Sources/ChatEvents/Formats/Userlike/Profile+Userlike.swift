internal import JSONText

// Where Userlike's records tell something of their visitor.

extension Profile {
  // swift-format-ignore
  private static let client: [Place] = [
    ("client_name",  .name),
    ("client_email", .email),
    ("client_uuid",  .id),
    ("loc_city",     .city),
    ("loc_country",  .country),
    ("referrer",     .referrer),
  ]

  /// Adds what a chat or an offline message tells.
  mutating func addUserlike(_ record: Slice, _ bytes: Span<UInt8>) {
    add(Self.client, in: record, [], bytes)
    addFields(record.value(at: "custom", bytes), ["custom"], bytes)
    for number in ["01", "02", "03"] {
      let name = record.text(at: Path("client_additional\(number)_name"), bytes)
      let value = "client_additional\(number)_value"
      if !name.isEmpty { addField(name, record.value(at: Path(value), bytes), [value], bytes) }
    }
    if Text.isEqual(bytes, record.value(at: "_type", bytes), to: "offline_message") {
      addAnswers(record.value(at: "message", bytes), ["message"], bytes)
    }
  }

  /// Adds what a tracking event tells.
  mutating func addTrackingEvent(_ record: Slice, _ bytes: Span<UInt8>) {
    add(
      [
        ("globalCtx.client_uuid", .id), ("custom.segmentio.visitor.name", .name),
        ("custom.segmentio.visitor.email", .email),
      ], in: record, [], bytes)
  }
}
