internal import JSONText

// The messages of Userlike's records.

extension ExportedMessage {
  /// Returns the messages of a chat, or an offline message.
  static func userlikeMessages(
    _ record: Slice, _ bytes: Span<UInt8>, _ zone: LocalZone
  ) -> [ExportedMessage] {
    let client = record.text(at: "client_name", bytes)
    var chat = ExportedMessage()
    chat.conversationID = record.text(at: "id", bytes)
    chat.kind = record.text(at: "_type", bytes)
    chat.page = record.text(at: "url", bytes)
    let rows = record.value(at: "messages", bytes).elements(bytes)
    guard !rows.isEmpty else {
      chat.time = time(record.value(at: "created_at", bytes), bytes, zone)
      chat.body = record.text(at: "message", bytes)
      if Text.isEqual(bytes, record.value(at: "_type", bytes), to: "offline_message") {
        (chat.side, chat.author) = (.visitor, client)
      }
      return [chat]
    }
    var messages: [ExportedMessage] = []
    for row in rows {
      var message = chat
      message.number = messages.count + 1
      message.time = time(row.value(at: "sent_at", bytes), bytes, zone)
      message.author = row.text(at: "person", bytes)
      message.body = row.text(at: "message", bytes)
      let isVisitors =
        Text.isEqual(bytes, row.value(at: "type", bytes), to: "co")
        || (!client.isEmpty && message.author == client)
      message.side = isVisitors ? .visitor : .operator
      messages.append(message)
    }
    return messages
  }

  /// Returns what a page was told of; the text of a message is not among it.
  static func trackingEvent(_ record: Slice, _ bytes: Span<UInt8>, _ zone: LocalZone) -> ExportedMessage {
    var message = ExportedMessage()
    message.conversationID = record.text(at: "sessionCtx.chat_id", bytes)
    message.time = time(record.value(at: "timestamp", bytes), bytes, zone)
    message.kind = record.text(at: "event", bytes)
    // The names say where a message ends, not where it comes from.
    switch String(decoding: message.kind, as: UTF8.self) {
    case "": message.kind = Array("userlikeData".utf8)
    case "message_operator_terminating": message.side = .visitor
    case "message_client_terminating":
      message.side = .operator
      message.author = record.text(at: "sessionCtx.operator_name", bytes)
    default: break
    }
    return message
  }
}
