/// A kind of record that is read or written; the same name on both sides.
public struct Format: Sendable, Hashable {
  /// The name that the command line knows it by.
  public let name: String

  /// What it is, in a few words.
  public let summary: String

  /// The members by which a document of this format is told from others: it has one of them.
  let marks: [String]

  /// The members by which a document is known that is of the format's other side: it is written, and nobody converts it.
  let writtenMarks: [String]

  /// Whether it can be written as statements that run in a browser.
  public let isJavaScript: Bool

  /// What a service takes of such events; nil where nothing is known.
  public let limits: ServiceLimits?

  private init(
    _ name: String, _ summary: String, marks: [String], writtenMarks: [String] = [],
    isJavaScript: Bool = false, limits: ServiceLimits? = nil
  ) {
    self.name = name
    self.summary = summary
    self.marks = marks
    self.writtenMarks = writtenMarks
    self.isJavaScript = isJavaScript
    self.limits = limits
  }

  /// Olark's transcripts, as its webhook sends them.
  public static let olark = Format(
    "olark", "Olark transcripts, as the webhook sends them", marks: ["kind"])

  /// Olark's JavaScript: what its callbacks are given, and calls of it.
  public static let olarkJS = Format(
    "olark-js", "Olark's JavaScript API: callbacks and visitors' details are read, calls are written",
    marks: ["callback", "getDetails"], writtenMarks: ["call", "setting"], isJavaScript: true)

  /// The records of Userlike's callback add-on.
  public static let userlike = Format(
    "userlike", "Userlike's callback records: chats and offline messages", marks: ["_type"])

  /// Calls to Segment.
  public static let segment = Format(
    "segment", "Segment calls, or batches of them", marks: ["type", "batch"], limits: .segment)

  /// Calls to RudderStack.
  public static let rudderstack = Format(
    "rudderstack", "RudderStack events, or batches of them", marks: ["type", "batch"], limits: .rudderstack)

  /// Userlike's JavaScript: what its tracking function is given, and the data that its widget takes.
  public static let userlikeJS = Format(
    "userlike-js", "Userlike's JavaScript: tracking events are read, the widget's data is written",
    marks: ["event"], writtenMarks: ["custom"], isJavaScript: true)

  /// The members by which a document of either side is known.
  var allMarks: [String] { marks + writtenMarks }

  /// Every format, in the order in which they are looked for in a document.
  public static let all = [olark, olarkJS, userlike, segment, rudderstack, userlikeJS]

  public static func == (left: Format, right: Format) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How much a service takes at a time.
public struct ServiceLimits: Sendable, Hashable {
  /// The largest event, in bytes.
  public let event: Int

  /// The largest body of a batch request, in bytes.
  public let batch: Int

  /// How many events a batch may hold; nil for any number.
  public let eventsInBatch: Int?

  /// Segment's: 32 KB an event, 500 KB and 2,500 events a batch, counted so that both meanings of KB hold for the batch.
  ///
  /// Source: Segment, "HTTP API: Max Request Size" and "Batch"; its libraries refuse an event over 32 × 1024 bytes. Read in
  /// November 2026.
  public static let segment = ServiceLimits(event: 32_768, batch: 500_000, eventsInBatch: 2_500)

  /// RudderStack's: 32 KB an event and 4 MB a batch.
  ///
  /// Source: RudderStack, "HTTP API"; its gateway refuses a body over 4,096,000 bytes. Read in November 2026.
  public static let rudderstack = ServiceLimits(event: 32_768, batch: 4_000_000, eventsInBatch: nil)
}
