// The field tables of the add-on's records, in the order of Userlike's samples, which is the alphabet's.

/// Where the tables come from.
private let origin = """
  Userlike, “API add-on” (userlike.com/en/public/tutorial/addon/api), and the samples of its page that \
  consumers keep. Read in November 2026.
  """

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension UserlikeChat {
  /// What a chat holds.
  public static let model = Model("userlike-chat", "A chat, as Userlike's add-on posts it at each of its events", source: origin, required: ["_type"], [
    Field("_event",                    .text,                             .none,   "What happened to the chat: `start`, `forward`, `rating`, `feedback`, `survey`, `goal`, or `receive` at its end"),
    Field("_type",                     .constant("chat_meta"),           .none,   "`chat_meta`"),
    Field("browser_name",              .text,                             .none,   "The browser's name"),
    Field("browser_os",                .text,                             .none,   "The operating system's name"),
    Field("browser_version",           .text,                             .none,   "The browser's version"),
    Field("chat_widget",               .object(UserlikeChatWidget.model), .inside, "The widget through which the visitor chatted"),
    Field("chat_widget_goal",          .object(UserlikeGoal.model),       .inside, "The goal that the visitor reached; its members are `null` where they reached none"),
    Field("client_additional01_name",  .text,                             .none,   "What the form's first additional field asks for"),
    Field("client_additional01_value", .text,                             .freeText,   "What the visitor entered there"),
    Field("client_additional02_name",  .text,                             .none,   "What the form's second additional field asks for"),
    Field("client_additional02_value", .text,                             .freeText,   "What the visitor entered there"),
    Field("client_additional03_name",  .text,                             .none,   "What the form's third additional field asks for"),
    Field("client_additional03_value", .text,                             .freeText,   "What the visitor entered there"),
    Field("client_email",              .text,                             .email,   "The visitor's e-mail address"),
    Field("client_name",               .text,                             .name,   "The visitor's name"),
    Field("client_uuid",               .id,                               .identity,   "Userlike's lasting id of this visitor in this browser; holds `.`, `+` and `/`"),
    Field("created_at",                .localTime,                        .none,   "When the chat began: `YYYY-MM-DD HH:MM:SS`, without a zone"),
    Field("custom",                    .free,                             .freeText,   "What the site stored about the visitor through the JavaScript API; `{}` where it stored nothing"),
    Field("data_privacy",              .flag,                             .none,   "Whether the visitor agreed to the privacy notice"),
    Field("duration",                  .text,                             .none,   "How long the chat has lasted: `HH:MM:SS`"),
    Field("ended_at",                  .localTime,                        .none,   "When the chat ended, written like `created_at`; `null` until then"),
    Field("feedback_message",          .text,                             .freeText,   "What the visitor wrote about the chat afterwards"),
    Field("id",                        .id,                               .none,   "Userlike's id of the chat, the same in all its events"),
    Field("inital_url",                .text,                             .link,   "The first page of the visit"),
    Field("loc_city",                  .text,                             .location,   "The city that the IP address points to"),
    Field("loc_country",               .text,                             .location,   "The country that the IP address points to"),
    Field("loc_lat",                   .number,                           .location,   "The latitude that the IP address points to, in degrees"),
    Field("loc_lon",                   .number,                           .location,   "The longitude that the IP address points to, in degrees"),
    Field("marked_read",               .flag,                             .none,   "Whether an operator has marked the chat as read"),
    Field("messages",                  .list(UserlikeMessage.model),      .inside, "The messages, oldest first"),
    Field("notes",                     .list(UserlikeNote.model),         .inside, "What operators noted about the chat"),
    Field("operator_created",          .object(UserlikeOperator.model),   .inside, "The operator to whom the chat came first"),
    Field("operator_created_id",       .id,                               .agent(.identity),   "That operator's id"),
    Field("operator_current",          .object(UserlikeOperator.model),   .inside, "The operator who has the chat now"),
    Field("operator_current_id",       .id,                               .agent(.identity),   "That operator's id"),
    Field("page_impressions",          .number,                           .none,   "How many pages the visitor has seen"),
    Field("post_survey_option",        .text,                             .freeText,   "What the visitor chose in the survey after the chat"),
    Field("rate",                      .numberIn(0...5),                  .none,   "How many stars the visitor gave, up to 5"),
    Field("referrer",                  .text,                             .link,   "The page that led the visitor to the site"),
    Field("status",                    .text,                             .none,   "How far the chat has been dealt with, `new` at first"),
    Field("topic",                     .text,                             .freeText,   "What the chat is about"),
    Field("url",                       .text,                             .link,   "The page on which the visitor chatted"),
    Field("visits",                    .number,                           .none,   "How often the visitor has come to the site"),
    Field("was_proactive",             .flag,                             .none,   "Whether the widget addressed the visitor first"),
  ])
}

// swift-format-ignore
extension UserlikeOfflineMessage {
  /// What an offline message holds.
  public static let model = Model("userlike-offline-message", "What a visitor wrote while no operator was there", source: origin, required: ["_type"], [
    Field("_event",           .text,                             .none,   "`receive`"),
    Field("_type",            .constant("offline_message"),     .none,   "`offline_message`"),
    Field("browser_name",     .text,                             .none,   "The browser's name"),
    Field("browser_os",       .text,                             .none,   "The operating system's name"),
    Field("browser_version",  .text,                             .none,   "The browser's version"),
    Field("chat_widget",      .object(UserlikeChatWidget.model), .inside, "The widget through which the visitor wrote"),
    Field("client_email",     .text,                             .email,   "The visitor's e-mail address"),
    Field("client_name",      .text,                             .name,   "The visitor's name"),
    Field("created_at",       .localTime,                        .none,   "When the visitor wrote: `YYYY-MM-DD HH:MM:SS`, without a zone"),
    Field("custom",           .free,                             .freeText,   "What the site stored about the visitor through the JavaScript API; `{}` where it stored nothing"),
    Field("data_privacy",     .flag,                             .none,   "Whether the visitor agreed to the privacy notice; Userlike's sample has `null`"),
    Field("id",               .id,                               .none,   "Userlike's id of the message, counted apart from those of chats"),
    Field("loc_city",         .text,                             .location,   "The city that the IP address points to"),
    Field("loc_country",      .text,                             .location,   "The country that the IP address points to"),
    Field("loc_lat",          .number,                           .location,   "The latitude that the IP address points to, in degrees"),
    Field("loc_lon",          .number,                           .location,   "The longitude that the IP address points to, in degrees"),
    Field("marked_read",      .flag,                             .none,   "Whether an operator has marked the message as read"),
    Field("message",          .text,                             .freeText,   "The text of the message"),
    Field("page_impressions", .number,                           .none,   "How many pages the visitor has seen"),
    Field("screenshot_oid",   .id,                               .none,   "Userlike's id of a picture of the visitor's page"),
    Field("screenshot_url",   .text,                             .secret,   "Where that picture lies"),
    Field("status",           .text,                             .none,   "How far the message has been dealt with, `new` at first"),
    Field("topic",            .text,                             .freeText,   "What the message is about"),
    Field("url",              .text,                             .link,   "The page on which the visitor wrote"),
    Field("visits",           .number,                           .none,   "How often the visitor has come to the site"),
  ])
}

// swift-format-ignore
extension UserlikeMessage {
  /// What a message holds.
  public static let model = Model("userlike-message", "One message of a chat", source: origin, [
    Field("message", .text,      .freeText, "The text of the message"),
    Field("person",  .text,      .author, "The name of who wrote it, the visitor's or an operator's"),
    Field("sent_at", .localTime, .none, "When it was sent: `YYYY-MM-DD HH:MM:SS`, without a zone"),
    Field("type",    .text,      .none, "`co` where the visitor wrote to the operator; no other value is documented"),
  ])
}

// swift-format-ignore
extension UserlikeNote {
  /// What a note holds.
  public static let model = Model("userlike-note", "What an operator noted about a chat", source: origin, [
    Field("body",        .text, .freeText, "The text of the note"),
    Field("operator_id", .id,   .agent(.identity), "The id of the operator who wrote it"),
    Field("name",        .text, .agent(.name), "That operator's name"),
    Field("sent_at",     .text, .none, "When it was written"),
  ])
}

// swift-format-ignore
extension UserlikeOperator {
  /// What an operator holds.
  public static let model = Model("userlike-operator", "An operator who took part in a chat", source: origin, [
    Field("email",          .text,                                .agent(.email),   "The operator's e-mail address"),
    Field("first_name",     .text,                                .agent(.name),   "The operator's first name"),
    Field("id",             .id,                                  .agent(.identity),   "Userlike's id of this operator"),
    Field("last_name",      .text,                                .agent(.name),   "The operator's last name; may be empty"),
    Field("name",           .text,                                .agent(.name),   "The name that visitors see"),
    Field("operator_group", .object(UserlikeOperatorGroup.model), .inside, "The group that the operator belongs to"),
  ])
}

// swift-format-ignore
extension UserlikeOperatorGroup {
  /// What a group of operators holds.
  public static let model = Model("userlike-operator-group", "A group of operators", source: origin, [
    Field("id",   .id,   .none, "Userlike's id of this group"),
    Field("name", .text, .none, "The group's name"),
  ])
}

// swift-format-ignore
extension UserlikeChatWidget {
  /// What a widget holds.
  public static let model = Model("userlike-chat-widget", "A chat widget, as a site has it", source: origin, [
    Field("id",   .id,   .none, "Userlike's id of this widget"),
    Field("name", .text, .none, "The widget's name"),
  ])
}

// swift-format-ignore
extension UserlikeGoal {
  /// What a goal holds.
  public static let model = Model("userlike-goal", "A goal that visitors of a site can reach", source: origin, [
    Field("id",   .id,   .none, "Userlike's id of this goal"),
    Field("name", .text, .none, "The goal's name"),
  ])
}

// swift-format-ignore
extension UserlikeRecord {
  /// The model of each record, by its `_type`.
  public static let models: [(type: String, model: Model)] = [
    ("chat_meta", UserlikeChat.model), ("offline_message", UserlikeOfflineMessage.model),
  ]

  /// What a record of any type holds: the members of all of them.
  public static let model = Model("userlike-record", "A record that Userlike's add-on posts", source: origin, by:
    Field("_type", .oneOf(["chat_meta", "offline_message", "operator", "chat_widget"]), .none, "`chat_meta` or `offline_message`; `operator` and `chat_widget` hold nothing of a chat"),
    models)
}
