public import JSONText

// The columns of the tables are their point; the formatter would close them up.

/// A chat, as posted by Userlike's add-on at each of its events: the record of type `chat_meta`.
///
/// Decoding requires only `_type`. Times are local, without a time zone.
///
/// Source: Userlike, "API add-on", and its samples. Read in November 2026.
public struct UserlikeChat: Record {
  /// Userlike's own sample of a `feedback` event has `rating`; ``rate``, ``feedbackMessage`` and ``postSurveyOption``
  /// are more reliable.
  public var event: String?
  public var type = "chat_meta"
  public var browserName: String?
  public var browserOS: String?
  public var browserVersion: String?
  public var chatWidget: UserlikeChatWidget?
  public var chatWidgetGoal: UserlikeGoal?
  public var clientAdditional01Name: String?
  public var clientAdditional01Value: String?
  public var clientAdditional02Name: String?
  public var clientAdditional02Value: String?
  public var clientAdditional03Name: String?
  public var clientAdditional03Value: String?
  public var clientEmail: String?
  public var clientName: String?
  public var clientUUID: EntityID?
  public var createdAt: String?
  public var custom: JSONObject?
  public var dataPrivacy: Bool?
  public var duration: String?
  public var endedAt: String?
  public var feedbackMessage: String?
  public var id: EntityID?
  /// Misspelt on the wire.
  public var initialURL: String?
  public var locCity: String?
  public var locCountry: String?
  public var locLat: JSONNumber?
  public var locLon: JSONNumber?
  public var markedRead: Bool?
  public var messages: [UserlikeMessage]?
  public var notes: [UserlikeNote]?
  public var operatorCreated: UserlikeOperator?
  public var operatorCreatedID: EntityID?
  public var operatorCurrent: UserlikeOperator?
  public var operatorCurrentID: EntityID?
  public var pageImpressions: JSONNumber?
  public var postSurveyOption: String?
  public var rate: JSONNumber?
  public var referrer: String?
  public var status: String?
  public var topic: String?
  public var url: String?
  public var visits: JSONNumber?
  public var wasProactive: Bool?
  public var unknown: JSONObject = [:]

  public init() {}

  // swift-format-ignore
  public static let table = RecordTable<Self>("userlike-chat", "A chat, as posted by Userlike's add-on at each of its events", source: source, [
    Member("_event",                    \.event,                   .text,                             .none,             "What happened to the chat: `start`, `forward`, `rating`, `feedback`, `survey`, `goal`, or `receive` at its end"),
    Member(required: "_type",           \.type,                    .constant("chat_meta"),            .none,             "`chat_meta`"),
    Member("browser_name",              \.browserName,             .text,                             .none,             "The browser's name"),
    Member("browser_os",                \.browserOS,               .text,                             .none,             "The operating system's name"),
    Member("browser_version",           \.browserVersion,          .text,                             .none,             "The browser's version"),
    Member("chat_widget",               \.chatWidget,              .object(UserlikeChatWidget.model), .inside,           "The widget through which the visitor chatted"),
    Member("chat_widget_goal",          \.chatWidgetGoal,          .object(UserlikeGoal.model),       .inside,           "The goal that the visitor reached; its members are `null` if there is none"),
    Member("client_additional01_name",  \.clientAdditional01Name,  .text,                             .none,             "The label of the form's first additional field"),
    Member("client_additional01_value", \.clientAdditional01Value, .text, .answer(to: "client_additional01_name"), "The visitor's entry in that field"),
    Member("client_additional02_name",  \.clientAdditional02Name,  .text,                             .none,             "The label of the form's second additional field"),
    Member("client_additional02_value", \.clientAdditional02Value, .text, .answer(to: "client_additional02_name"), "The visitor's entry in that field"),
    Member("client_additional03_name",  \.clientAdditional03Name,  .text,                             .none,             "The label of the form's third additional field"),
    Member("client_additional03_value", \.clientAdditional03Value, .text, .answer(to: "client_additional03_name"), "The visitor's entry in that field"),
    Member("client_email",              \.clientEmail,             .text,                             .email,            "The visitor's e-mail address"),
    Member("client_name",               \.clientName,              .text,                             .name,             "The visitor's name"),
    Member("client_uuid",               \.clientUUID,              .id,                               .identity,         "Userlike's persistent id of this visitor in this browser; holds `.`, `+` and `/`"),
    Member("created_at",                \.createdAt,               .localTime,                        .none,             "When the chat began: `YYYY-MM-DD HH:MM:SS`, without a time zone"),
    Member("custom",                    \.custom,                  .free,                             .person,           "Data that the site set through the JavaScript API; `{}` if there is none"),
    Member("data_privacy",              \.dataPrivacy,             .flag,                             .none,             "Whether the visitor accepted the privacy notice"),
    Member("duration",                  \.duration,                .text,                             .none,             "How long the chat has lasted: `HH:MM:SS`"),
    Member("ended_at",                  \.endedAt,                 .localTime,                        .none,             "When the chat ended, in the form of `created_at`; `null` until then"),
    Member("feedback_message",          \.feedbackMessage,         .text,                             .freeText,         "The visitor's comments after the chat"),
    Member("id",                        \.id,                      .id,                               .derived,          "Userlike's id of the chat, the same in all its events"),
    Member("inital_url",                \.initialURL,              .text,                             .link,             "The first page of the visit"),
    Member("loc_city",                  \.locCity,                 .text,                             .location,         "The city that the IP address points to"),
    Member("loc_country",               \.locCountry,              .text,                             .location,         "The country that the IP address points to"),
    Member("loc_lat",                   \.locLat,                  .number,                           .location,         "The latitude that the IP address points to, in degrees"),
    Member("loc_lon",                   \.locLon,                  .number,                           .location,         "The longitude that the IP address points to, in degrees"),
    Member("marked_read",               \.markedRead,              .flag,                             .none,             "Whether an operator has marked the chat as read"),
    Member("messages",                  \.messages,                .list(UserlikeMessage.model),      .inside,           "The messages, oldest first"),
    Member("notes",                     \.notes,                   .list(UserlikeNote.model),         .inside,           "Operators' notes about the chat"),
    Member("operator_created",          \.operatorCreated,         .object(UserlikeOperator.model),   .inside,           "The operator with whom the chat began"),
    Member("operator_created_id",       \.operatorCreatedID,       .id,                               .agent(.identity), "That operator's id"),
    Member("operator_current",          \.operatorCurrent,         .object(UserlikeOperator.model),   .inside,           "The current operator"),
    Member("operator_current_id",       \.operatorCurrentID,       .id,                               .agent(.identity), "That operator's id"),
    Member("page_impressions",          \.pageImpressions,         .integer,                          .none,             "The number of pages the visitor has seen"),
    Member("post_survey_option",        \.postSurveyOption,        .text,                             .freeText,         "The visitor's choice in the post-chat survey"),
    Member("rate",                      \.rate,                    .numberIn(0...5),                  .none,             "The visitor's rating in stars, up to 5"),
    Member("referrer",                  \.referrer,                .text,                             .link,             "The referring page"),
    Member("status",                    \.status,                  .text,                             .none,             "The status of the chat, `new` at first"),
    Member("topic",                     \.topic,                   .text,                             .freeText,         "The topic of the chat"),
    Member("url",                       \.url,                     .text,                             .link,             "The page on which the visitor chatted"),
    Member("visits",                    \.visits,                  .integer,                          .none,             "The number of the visitor's visits to the site"),
    Member("was_proactive",             \.wasProactive,            .flag,                             .none,             "Whether the widget started the chat proactively"),
  ])
}

extension UserlikeChat {
  /// Where the tables of the add-on's records come from, in the order of Userlike's samples, which is the alphabet's.
  static let source = """
    Userlike, “API add-on” (userlike.com/en/public/tutorial/addon/api), and the samples of its page that \
    consumers keep. Read in November 2026.
    """
}
