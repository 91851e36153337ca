internal import JSONText

/// A message that is handed over: a row of the table. What the record does not tell is empty.
struct ExportedMessage: Sendable {
  /// The conversation's id.
  var conversationID: [UInt8] = []

  /// Its place in the conversation, from 1; nil where the record holds no conversation.
  var number: Int?

  /// When it was sent.
  var time: EventTime?

  /// The record's own word for what it is: the kind of an item, the name of a callback or an event.
  var kind: [UInt8] = []

  /// Who wrote it.
  var side: Side?

  /// The name of who wrote it.
  var author: [UInt8] = []

  /// Its text.
  var body: [UInt8] = []

  /// The address of the page on which the conversation began, or from which it was sent.
  var page: [UInt8] = []

  /// One of the two sides of a conversation.
  enum Side: String, Sendable {
    case visitor, `operator`
  }
}

extension ExportedMessage {
  /// Reads a moment in any of the ways that the formats write it.
  static func time(_ slice: Slice, _ bytes: Span<UInt8>, _ zone: LocalZone) -> EventTime? {
    ExactTime(anyForm: slice, bytes, in: zone).map { EventTime($0) }
  }

  /// Returns the first of some texts that is not empty.
  static func firstFilled(_ texts: [UInt8]...) -> [UInt8] { texts.first { !$0.isEmpty } ?? [] }
}
