/// What a caller can ask of redaction.
public struct RedactionSettings: Sendable, Hashable {
  /// Which records are redacted; the others come out as they were.
  public var selection = Selection()

  /// Whether selected records are left out altogether.
  public var drops = false

  /// The key under which values are replaced by pseudonyms; nil where nothing is to tell them apart.
  public var key: PseudonymKey?

  /// Links in which this pattern is found are replaced; nil for no links.
  public var fileLink: TextPattern?

  /// Whether nothing is written, and what would be replaced is told instead.
  public var verifies = false

  public init() {}
}

/// Which records are meant: all that fit each of the demands.
public struct Selection: Sendable, Hashable {
  /// An address that is the visitor's, in capitals or small letters.
  public var email: String?

  /// An id that is the visitor's.
  public var visitorID: String?

  /// A moment in seconds since 1970 before which the record's last time lies; a record without any time does not fit.
  public var before: Int?

  /// The zone of times that do not say theirs.
  public var zone = LocalZone.utc

  public init() {}

  /// Whether nothing is demanded, so that every record fits.
  public var isEverything: Bool { email == nil && visitorID == nil && before == nil }
}

/// A secret under which equal values get equal pseudonyms. It is never printed.
public struct PseudonymKey: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  let bytes: [UInt8]

  /// How many bytes a key must have: fewer could be tried out.
  public static let leastCount = 16

  /// Takes a key; nil for one that is too short.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.leastCount else { return nil }
    self.bytes = bytes
  }

  public var description: String { "a key" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
