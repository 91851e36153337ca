internal import JSONText

/// The members by which receivers tell people and conversations apart, and in which a redaction that gives no pseudonyms leaves
/// one text for all of them.
struct RedactedIdentities: Sendable {
  /// What Olark puts in place of an id.
  ///
  /// Source: Olark, "Olark and the GDPR Legislation". Read in November 2026.
  private static let text = "<redacted>"

  private let slots: [ReadPlan.Slot]

  /// The members of a format's records.
  static func members(of format: Format) -> [Path] { format.people.ids + format.conversation }

  /// - Parameter members: those that are read, and that are ids.
  init(_ members: [Path], reading plan: ReadPlan) { slots = members.map(plan.slot) }

  /// Returns the first of them that is redacted; nil if none is.
  func first(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Slice? {
    for slot in slots where Self.isRedacted(found.slice(slot), bytes) { return found.slice(slot) }
    return nil
  }

  /// Whether an id is redacted, so that it is that of all redacted records.
  static func isRedacted(_ id: Slice, _ bytes: Span<UInt8>) -> Bool {
    guard id.kind == .string, id.content.count >= text.utf8.count else { return false }
    // Ids seldom begin with an angle bracket, or with an escape, as some writers have that.
    let byte = bytes[id.content.lowerBound]
    return (byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\\")) && Text.isEqual(bytes, id, to: text)
  }
}
