/// What a caller can ask of redaction.
public struct RedactionSettings: Sendable, Hashable {
  /// Which records are redacted; the others come out as they were.
  public var selection = Selection()

  /// Whether selected records are left out altogether.
  public var drops = false

  /// The key under which values are replaced by pseudonyms; nil where nothing is to tell them apart.
  public var key: PseudonymKey?

  /// Links in which any of these patterns is found are replaced.
  public var fileLinks: [TextPattern] = []

  /// Whether nothing is written, and what would be replaced is told instead.
  public var verifies = false

  public init() {}
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
