// The field tables of the webhook's objects, in the order of the payloads that Olark sends today.

/// Where the tables come from.
private let origin = """
  Olark, “Webhooks” (olark.com/help/webhooks) and its published samples; RudderStack, “Olark Source”; \
  payloads that consumers of the webhook published, 2011 to 2022. Read in November 2026.
  """

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension OlarkTranscript {
  /// What a transcript holds.
  public static let model = Model("olark-transcript", "A conversation or an offline message, as Olark's webhook sends it", source: origin, required: ["kind"], [
    Field("kind",              .inAnyCase("Conversation"), .none,   "`Conversation`, for chats and offline messages alike; `conversation` in 2012"),
    Field("id",                .id,                     .none,   "Olark's id of the conversation; posted again with the same id when a chat goes on"),
    Field("manuallySubmitted", .flag,                   .none,   "Whether an operator sent the transcript in the middle of the chat"),
    Field("items",             .list(OlarkItem.model),  .inside, "The messages, oldest first"),
    Field("tags",              .texts,                  .freeText,   "The tags that operators gave the conversation"),
    Field("groups",            .list(OlarkGroup.model), .inside, "The operator groups that the conversation belongs to"),
    Field("visitor",           .object(OlarkVisitor.model), .inside, "The person who opened the chat"),
    Field("operators",         .map(OlarkOperator.model),   .inside, "The operators who took part, by their id; absent in offline messages"),
    Field("ip",                .text,                   .ip,   "An address that RudderStack's source reads here; Olark has not been seen to send it"),
  ])
}

// swift-format-ignore
extension OlarkItem {
  /// What an item holds.
  public static let model = Model("olark-item", "One message of a conversation", source: origin, [
    Field("kind",             .text,      .none, "`MessageToVisitor`, `MessageToOperator` or `OfflineMessage`"),
    Field("nickname",         .text,      .author, "The name that the chat showed for the author; absent in offline messages"),
    Field("operatorId",       .id,        .agent(.identity), "The operator who wrote it, a key of `operators`; on messages to the visitor alone"),
    Field("timestamp",        .timestamp, .none, "When it was sent: seconds since 1970 as decimal text, with up to six digits after the point"),
    Field("body",             .text,      .freeText, "The text of the message"),
    Field("visitor_nickname", .text,      .name, "The visitor's own name for themselves, on messages to the operator"),
    Field("visitorNickname",  .text,      .name, "The same in another spelling that payloads have had"),
  ])
}

// swift-format-ignore
extension OlarkVisitor {
  /// What a visitor holds.
  public static let model = Model("olark-visitor", "The person who opened the chat", source: origin, [
    Field("kind",                  .text, .none,   "`Visitor`"),
    Field("id",                    .id,   .identity,   "Olark's lasting id of this visitor in this browser"),
    Field("fullName",              .text, .name,   "The visitor's name; a place and a number where they gave none"),
    Field("phoneNumber",           .text, .phone,   "The visitor's phone number, in any form"),
    Field("emailAddress",          .text, .email,   "The visitor's e-mail address; may be empty"),
    Field("ip",                    .text, .ip,   "The visitor's IP address; empty since 2022"),
    Field("city",                  .text, .location,   "The city that the IP address points to"),
    Field("region",                .text, .location,   "The region that the IP address points to"),
    Field("country",               .text, .location,   "The country that the IP address points to"),
    Field("countryCode",           .text, .location,   "That country's two letters"),
    Field("organization",          .text, .freeText,   "The organization that the IP address belongs to, often an internet provider"),
    Field("browser",               .text, .none,   "The browser's name and version in one string"),
    Field("operatingSystem",       .text, .none,   "The operating system's name"),
    Field("referrer",              .text, .link,   "The page that led the visitor to the site"),
    Field("conversationBeginPage", .text, .link,   "The page on which the chat began"),
    Field("customFields",          .free, .freeText,   "What the site stored about the visitor through the JavaScript API"),
    Field("chat_feedback",         .object(OlarkChatFeedback.model), .inside, "What the visitor answered after the chat"),
  ])
}

// swift-format-ignore
extension OlarkChatFeedback {
  /// What a visitor's feedback holds.
  public static let model = Model("olark-chat-feedback", "What the visitor answered after the chat", source: origin, [
    Field("overall_chat",   .numberIn(1...5), .none, "How satisfied the visitor was, 1 to 5"),
    Field("responsiveness", .numberIn(1...5), .none, "How responsive the operator was, 1 to 5"),
    Field("knowledge",      .numberIn(1...5), .none, "How knowledgeable the operator was, 1 to 5"),
    Field("friendliness",   .numberIn(1...5), .none, "How friendly the operator was, 1 to 5"),
    Field("comments",       .text,            .freeText, "What else the visitor wrote"),
  ])
}

// swift-format-ignore
extension OlarkOperator {
  /// What an operator holds.
  public static let model = Model("olark-operator", "An operator who took part in a conversation", source: origin, [
    Field("kind",         .text, .none, "`Operator`"),
    Field("id",           .id,   .agent(.identity), "Olark's id of this operator, the same as its key"),
    Field("nickname",     .text, .agent(.name), "The name that visitors see"),
    Field("emailAddress", .text, .agent(.email), "The operator's e-mail address"),
    Field("username",     .text, .agent(.identity), "The operator's login"),
  ])
}

// swift-format-ignore
extension OlarkGroup {
  /// What a group holds.
  public static let model = Model("olark-group", "An operator group", source: origin, [
    Field("kind", .text, .none, "`Group`"),
    Field("id",   .id,   .none, "Olark's id of this group"),
    Field("name", .text, .none, "The group's name"),
  ])
}
