// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A record posted by Userlike's add-on, by its `_type`.
public enum UserlikeRecord: RecordUnion {
  /// A chat, at one of its events.
  case chat(UserlikeChat)

  /// A message that a visitor left while no operator was available.
  case offlineMessage(UserlikeOfflineMessage)

  /// A record of a type for which there is no model, verbatim: `operator` and `chat_widget` contain no chat data.
  case other(JSONObject)

  public static let table = UnionTable<Self>("userlike-record", "A record posted by Userlike's add-on", source: UserlikeChat.source, by:
    Field("_type", .oneOf(["chat_meta", "offline_message", "operator", "chat_widget"]), .none, "`chat_meta` or `offline_message`; `operator` and `chat_widget` contain no chat data"),
    [.init("chat_meta", Self.chat), .init("offline_message", Self.offlineMessage)])

  public var record: any Encodable {
    switch self {
    case .chat(let chat): chat
    case .offlineMessage(let message): message
    case .other(let members): members
    }
  }
}

/// A message that a visitor left while no operator was available: the record of type `offline_message`.
///
/// It has no id of the visitor. Decoding requires only `_type`.
///
/// Source: Userlike, "API add-on", and its samples. Read in November 2026.
public struct UserlikeOfflineMessage: Record {
  public var event: String?
  public var type = "offline_message"
  public var browserName: String?
  public var browserOS: String?
  public var browserVersion: String?
  public var chatWidget: UserlikeChatWidget?
  public var clientEmail: String?
  public var clientName: String?
  public var createdAt: String?
  public var custom: JSONObject?
  public var dataPrivacy: Bool?
  public var id: EntityID?
  public var locCity: String?
  public var locCountry: String?
  public var locLat: JSONNumber?
  public var locLon: JSONNumber?
  public var markedRead: Bool?
  public var message: String?
  public var pageImpressions: JSONNumber?
  public var screenshotOID: EntityID?
  public var screenshotURL: String?
  public var status: String?
  public var topic: String?
  public var url: String?
  public var visits: JSONNumber?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-offline-message", "A message that a visitor left while no operator was available", source: UserlikeChat.source, [
    Member("_event",           \.event,           .text,                             .none,     "`receive`"),
    Member(required: "_type",  \.type,            .constant("offline_message"),      .none,     "`offline_message`"),
    Member("browser_name",     \.browserName,     .text,                             .none,     "The browser's name"),
    Member("browser_os",       \.browserOS,       .text,                             .none,     "The operating system's name"),
    Member("browser_version",  \.browserVersion,  .text,                             .none,     "The browser's version"),
    Member("chat_widget",      \.chatWidget,      .object(UserlikeChatWidget.model), .inside,   "The widget through which the visitor wrote"),
    Member("client_email",     \.clientEmail,     .text,                             .email,    "The visitor's e-mail address"),
    Member("client_name",      \.clientName,      .text,                             .name,     "The visitor's name"),
    Member("created_at",       \.createdAt,       .localTime,                        .none,     "When the visitor wrote: `YYYY-MM-DD HH:MM:SS`, without a time zone"),
    Member("custom",           \.custom,          .free,                             .person,   "Data that the site set through the JavaScript API; `{}` if there is none"),
    Member("data_privacy",     \.dataPrivacy,     .flag,                             .none,     "Whether the visitor accepted the privacy notice; Userlike's sample has `null`"),
    Member("id",               \.id,              .id,                               .derived,  "Userlike's id of the message, separate from the ids of chats"),
    Member("loc_city",         \.locCity,         .text,                             .location, "The city that the IP address points to"),
    Member("loc_country",      \.locCountry,      .text,                             .location, "The country that the IP address points to"),
    Member("loc_lat",          \.locLat,          .number,                           .location, "The latitude that the IP address points to, in degrees"),
    Member("loc_lon",          \.locLon,          .number,                           .location, "The longitude that the IP address points to, in degrees"),
    Member("marked_read",      \.markedRead,      .flag,                             .none,     "Whether an operator has marked the message as read"),
    Member("message",          \.message,         .text,                             .freeText, "The text of the message"),
    Member("page_impressions", \.pageImpressions, .integer,                          .none,     "The number of pages the visitor has seen"),
    Member("screenshot_oid",   \.screenshotOID,   .id,                               .none,     "Userlike's id of a screenshot of the visitor's page"),
    Member("screenshot_url",   \.screenshotURL,   .text,                             .secret,   "The address of that screenshot"),
    Member("status",           \.status,          .text,                             .none,     "The status of the message, `new` at first"),
    Member("topic",            \.topic,           .text,                             .freeText, "The topic of the message"),
    Member("url",              \.url,             .text,                             .link,     "The page on which the visitor wrote"),
    Member("visits",           \.visits,          .integer,                          .none,     "The number of the visitor's visits to the site"),
  ])
}
