/// The options of redaction.
public struct RedactionSettings: Sendable, Hashable {
  /// Which records are redacted; the others are written unchanged.
  public var selection = Selection()

  /// Whether selected records are dropped.
  public var drops = false

  /// How to treat records that match all other criteria, but have no readable time although one is required.
  public var undated = UndatedRecords.keep

  /// The key for replacing values with pseudonyms; nil to replace them with fixed marks.
  public var key: PseudonymKey?

  /// Links that match any of these patterns are replaced.
  public var fileLinks: [TextPattern] = []

  /// Members whose values are always replaced.
  public var redactedMembers: [MemberSelector] = []

  /// Members whose values are kept, even inside those that are replaced.
  public var keptMembers: [MemberSelector] = []

  /// Whether numbers of payment cards are kept in texts.
  public var keepsCards = false

  /// Whether nothing is written, and what would be replaced is reported instead.
  public var verifies = false

  /// Values that must not be left in any record; nil if `verifies` only reports what would be replaced.
  public var proof: ErasureProof?

  public init() {}
}

/// How to treat records of unknown age.
public enum UndatedRecords: String, Sendable, Hashable, CaseIterable {
  /// Keeps them unchanged.
  case keep
  /// Redacts them.
  case redact
  /// Drops them.
  case drop
}

/// A secret key for pseudonyms; equal values get equal pseudonyms under it. It is never printed.
public struct PseudonymKey: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  let bytes: [UInt8]

  /// The minimum length of a key, in bytes: shorter keys could be guessed.
  public static let leastCount = 16

  /// The minimum number of different bytes: one repeated letter is not a secret.
  public static let leastVariety = 8

  /// Creates a key; nil if it is too short, or has too few different bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.leastCount, Set(bytes).count >= Self.leastVariety else { return nil }
    self.bytes = bytes
  }

  public var description: String { "a key" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
