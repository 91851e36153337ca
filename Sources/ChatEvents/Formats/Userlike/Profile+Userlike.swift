internal import JSONText

// Where Userlike's records tell something of their visitor.

extension Profile {
  /// Adds what a chat or an offline message tells.
  mutating func addUserlike(_ record: Slice, _ bytes: Span<UInt8>) {
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

  /// Adds what a tracking event tells.
  mutating func addTrackingEvent(_ record: Slice, _ bytes: Span<UInt8>) {
    add(
      [
        ("globalCtx.client_uuid", .ids), ("custom.segmentio.visitor.name", .names),
        ("custom.segmentio.visitor.email", .emailAddresses),
      ], in: record, bytes)
  }
}
