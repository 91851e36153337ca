internal import JSONText

// The messages of Olark's records.

extension ExportedMessage {
  /// Returns the items of a transcript.
  static func transcript(_ record: Slice, _ bytes: Span<UInt8>, _ zone: LocalZone) -> [ExportedMessage] {
    var chat = ExportedMessage()
    chat.conversationID = record.text(at: "id", bytes)
    chat.page = record.text(at: "visitor.conversationBeginPage", bytes)
    let items = record.value(at: "items", bytes).elements(bytes)
    guard !items.isEmpty else {
      chat.kind = record.text(at: "kind", bytes)
      return [chat]
    }
    let people = People(
      visitor: record.text(at: "visitor.fullName", bytes), operators: record.value(at: "operators", bytes))
    return messages(of: items, in: chat, people, bytes, zone)
  }

  /// Who takes part in a conversation.
  struct People {
    let visitor: [UInt8]
    let operators: Slice
  }

  /// Returns a transcript's items, each with what holds for all of them.
  static func messages(
    of items: [Slice], in chat: ExportedMessage, _ people: People, _ bytes: Span<UInt8>, _ zone: LocalZone
  ) -> [ExportedMessage] {
    var messages: [ExportedMessage] = []
    for item in items {
      var message = chat
      let kind = item.value(at: "kind", bytes)
      message.number = messages.count + 1
      message.time = time(item.value(at: "timestamp", bytes), bytes, zone)
      message.kind = Text.characters(bytes, kind)
      message.body = item.text(at: "body", bytes)
      message.author = item.text(at: "nickname", bytes)
      message.side = nil
      if Text.isEqual(bytes, kind, to: OlarkItem.Kind.messageToVisitor.rawValue) {
        message.side = .operator
        if message.author.isEmpty {
          message.author = nickname(of: item.text(at: "operatorId", bytes), among: people.operators, bytes)
        }
      } else if [OlarkItem.Kind.messageToOperator, .offlineMessage].contains(where: {
        Text.isEqual(bytes, kind, to: $0.rawValue)
      }) {
        message.side = .visitor
        message.author = firstFilled(
          message.author, item.text(at: "visitor_nickname", bytes), item.text(at: "visitorNickname", bytes),
          people.visitor)
      }
      messages.append(message)
    }
    return messages
  }

  private static func nickname(of id: [UInt8], among operators: Slice, _ bytes: Span<UInt8>) -> [UInt8] {
    for (key, value) in operators.members(bytes) where !id.isEmpty && Text.characters(bytes, key) == id {
      return value.text(at: "nickname", bytes)
    }
    return []
  }

  /// Returns what a page's callback was about.
  static func callback(_ record: Slice, _ bytes: Span<UInt8>, _ zone: LocalZone) -> ExportedMessage {
    var message = ExportedMessage()
    message.conversationID = record.text(at: "conversationId", bytes)
    message.time = time(record.value(at: "timestamp", bytes), bytes, zone)
    message.kind = firstFilled(
      record.text(at: "callback", bytes), record.text(at: "call", bytes), record.text(at: "setting", bytes),
      Array("getDetails".utf8))
    message.body = record.text(at: "event.message.body", bytes)
    message.page = firstFilled(
      record.text(at: "visitor.currentPage.url", bytes),
      record.text(at: "visitor.conversationBeginPage", bytes),
      record.text(at: "getDetails.currentPage.url", bytes),
      record.text(at: "getDetails.conversationBeginPage", bytes))
    switch String(decoding: message.kind, as: UTF8.self) {
    case "api.chat.onMessageToVisitor":
      message.side = .operator
      message.author = record.text(at: "event.message.nickname", bytes)
    case "api.chat.onMessageToOperator", "api.chat.onOfflineMessageToOperator":
      message.side = .visitor
      message.author = record.text(at: "visitor.fullName", bytes)
    default: break
    }
    return message
  }
}
