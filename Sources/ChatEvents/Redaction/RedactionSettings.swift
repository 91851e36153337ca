/// What a caller can ask of redaction.
public struct RedactionSettings: Sendable, Hashable {
  /// Which records are redacted; the others come out as they were.
  public var selection = Selection()

  /// Whether selected records are left out altogether.
  public var drops = false

  /// What becomes of records that would be selected, if a time is demanded, and that have none that can be read.
  public var undated = UndatedRecords.keep

  /// The key under which values are replaced by pseudonyms; nil where nothing is to tell them apart.
  public var key: PseudonymKey?

  /// Links in which any of these patterns is found are replaced.
  public var fileLinks: [TextPattern] = []

  /// Members whose values are replaced, whatever they hold.
  public var redactedMembers: [MemberSelector] = []

  /// Members whose values stay as they are, also inside those that are replaced.
  public var keptMembers: [MemberSelector] = []

  /// Whether the numbers of payment cards are left in texts.
  public var keepsCards = false

  /// Whether nothing is written, and what would be replaced is told instead.
  public var verifies = false

  /// What must not be left in any record, if that is looked for; nil if `verifies` tells what would be replaced, and nothing else.
  public var proof: ErasureProof?

  public init() {}
}

/// What becomes of records of which nobody can tell how old they are.
public enum UndatedRecords: String, Sendable, Hashable, CaseIterable {
  /// They stay as they are.
  case keep
  /// They are redacted.
  case redact
  /// They are left out.
  case drop
}

/// A secret under which equal values get equal pseudonyms. It is never printed.
public struct PseudonymKey: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  let bytes: [UInt8]

  /// How many bytes a key must have: fewer could be tried out.
  public static let leastCount = 16

  /// How many different bytes it must have: one letter over and over is no secret.
  public static let leastVariety = 8

  /// Takes a key; nil for one that is too short, or has too few different bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.leastCount, Set(bytes).count >= Self.leastVariety else { return nil }
    self.bytes = bytes
  }

  public var description: String { "a key" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
