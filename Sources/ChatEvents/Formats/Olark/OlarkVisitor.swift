// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// The person who opened the chat, as sent by Olark's webhook.
public struct OlarkVisitor: Record {
  public var kind: String?
  public var id: OlarkID?
  public var fullName: String?
  public var phoneNumber: String?
  public var emailAddress: String?
  public var ip: String?
  public var city: String?
  public var region: String?
  public var country: String?
  public var countryCode: String?
  public var organization: String?
  public var browser: String?
  public var operatingSystem: String?
  public var referrer: String?
  public var conversationBeginPage: String?
  public var customFields: JSONObject?
  public var chatFeedback: OlarkChatFeedback?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-visitor", "The person who opened the chat", source: OlarkTranscript.source, [
    Member("kind",                  \.kind,                  .text,                            .none,     "`Visitor`"),
    Member("id",                    \.id,                    .id,                              .identity, "Olark's persistent id of this visitor in this browser"),
    Member("fullName",              \.fullName,              .text,                            .name,     "The visitor's name; a location and a number if they gave none"),
    Member("phoneNumber",           \.phoneNumber,           .text,                            .phone,    "The visitor's phone number, in any form"),
    Member("emailAddress",          \.emailAddress,          .text,                            .email,    "The visitor's e-mail address; may be empty"),
    Member("ip",                    \.ip,                    .text,                            .ip,       "The visitor's IP address; empty since 2022"),
    Member("city",                  \.city,                  .text,                            .location, "The city that the IP address points to"),
    Member("region",                \.region,                .text,                            .location, "The region that the IP address points to"),
    Member("country",               \.country,               .text,                            .location, "The country that the IP address points to"),
    Member("countryCode",           \.countryCode,           .text,                            .location, "That country's two letters"),
    Member("organization",          \.organization,          .text,                            .freeText, "The organization that the IP address belongs to, often an internet provider"),
    Member("browser",               \.browser,               .text,                            .none,     "The browser's name and version in one string"),
    Member("operatingSystem",       \.operatingSystem,       .text,                            .none,     "The operating system's name"),
    Member("referrer",              \.referrer,              .text,                            .link,     "The referring page"),
    Member("conversationBeginPage", \.conversationBeginPage, .text,                            .link,     "The page on which the chat began"),
    Member("customFields",          \.customFields,          .free,                            .person,   "Data that the site set through the JavaScript API"),
    Member("chat_feedback",         \.chatFeedback,          .object(OlarkChatFeedback.model), .inside,   "The visitor's feedback after the chat"),
  ])
}

/// A visitor's feedback after the chat; each answer is optional.
public struct OlarkChatFeedback: Record {
  public var overallChat: JSONNumber?
  public var responsiveness: JSONNumber?
  public var knowledge: JSONNumber?
  public var friendliness: JSONNumber?
  public var comments: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-chat-feedback", "The visitor's feedback after the chat", source: OlarkTranscript.source, [
    Member("overall_chat",   \.overallChat,    .numberIn(1...5), .none,     "How satisfied the visitor was, 1 to 5"),
    Member("responsiveness", \.responsiveness, .numberIn(1...5), .none,     "How responsive the operator was, 1 to 5"),
    Member("knowledge",      \.knowledge,      .numberIn(1...5), .none,     "How knowledgeable the operator was, 1 to 5"),
    Member("friendliness",   \.friendliness,   .numberIn(1...5), .none,     "How friendly the operator was, 1 to 5"),
    Member("comments",       \.comments,       .text,            .freeText, "The visitor's additional comments"),
  ])
}
