internal import JSONText

/// A kind of record that is read or written; the same name on both sides.
public struct Format: Sendable, Hashable {
  /// The name that the command line knows it by.
  public let name: String

  /// What it is, in a few words.
  public let summary: String

  /// The member by which a document of this format is told from others.
  let mark: String

  /// Olark's transcripts, as its webhook sends them.
  public static let olark = Format(
    name: "olark", summary: "Olark transcripts, as the webhook sends them", mark: "kind")

  /// Calls to RudderStack.
  public static let rudderstack = Format(
    name: "rudderstack", summary: "RudderStack events", mark: "type")

  /// Every format, in the order in which they are looked for in a document.
  public static let all = [olark, rudderstack]

  public static func == (left: Format, right: Format) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How records of a format are read.
struct Reader: Sendable {
  let format: Format
  let model: Model
  /// The check that tells whether the record is of a kind that the format knows.
  let check: Check

  /// Every reader; a format that some route reads has one.
  static let all = [olark, rudderstack]

  static let olark = Reader(format: .olark, model: OlarkTranscript.model, check: .isConversation)

  static let rudderstack = Reader(format: .rudderstack, model: RudderStackToOlark.model, check: .isCall)
}
