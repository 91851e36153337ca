internal import JSONText

// The messages that calls to Segment and RudderStack tell.

extension ExportedMessage {
  /// Returns the message that an event tells, or the items of a whole conversation.
  static func event(_ call: Slice, _ bytes: Span<UInt8>, _ zone: LocalZone) -> [ExportedMessage] {
    let properties = call.value(at: "properties", bytes)
    var message = ExportedMessage()
    message.conversationID = properties.text(at: "conversation_id", bytes)
    message.time =
      time(call.value(at: "timestamp", bytes), bytes, zone)
      ?? time(call.value(at: "originalTimestamp", bytes), bytes, zone)
    message.kind = firstFilled(call.text(at: "event", bytes), call.text(at: "type", bytes))
    message.body = properties.text(at: "message_body", bytes)
    message.page = firstFilled(call.text(at: "context.page.url", bytes), properties.text(at: "url", bytes))
    let name = firstFilled(call.text(at: "context.traits.name", bytes), call.text(at: "traits.name", bytes))
    switch String(decoding: message.kind, as: UTF8.self) {
    case "Live Chat Message Sent": (message.side, message.author) = (.visitor, name)
    case "Live Chat Message Received":
      (message.side, message.author) = (.operator, properties.text(at: "agent_name", bytes))
    default: break
    }
    // The event of a whole conversation, as RudderStack has it, holds the messages.
    let items = properties.value(at: "items", bytes).elements(bytes)
    guard !items.isEmpty, items.allSatisfy({ $0.value(at: "kind", bytes).kind == .string }) else {
      return [message]
    }
    return messages(
      of: items, in: message, People(visitor: name, operators: properties.value(at: "operators", bytes)),
      bytes, zone)
  }
}
