// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A message of a chat.
public struct UserlikeMessage: Record {
  public var message: String?
  public var person: String?
  public var sentAt: String?
  public var type: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-message", "A message of a chat", source: UserlikeChat.source, [
    Member("message", \.message, .text,      .freeText, "The text of the message"),
    Member("person",  \.person,  .text,      .author,   "The author's name, the visitor's or an operator's"),
    Member("sent_at", \.sentAt,  .localTime, .none,     "When it was sent: `YYYY-MM-DD HH:MM:SS`, without a time zone"),
    Member("type",    \.type,    .text,      .none,     "`co` for a message from the visitor to the operator; no other value is documented"),
  ])
}

/// An operator's note about a chat.
public struct UserlikeNote: Record {
  public var body: String?
  public var operatorID: EntityID?
  public var name: String?
  public var sentAt: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-note", "An operator's note about a chat", source: UserlikeChat.source, [
    Member("body",        \.body,       .text, .freeText,         "The text of the note"),
    Member("operator_id", \.operatorID, .id,   .agent(.identity), "The id of the operator who wrote it"),
    Member("name",        \.name,       .text, .agent(.name),     "That operator's name"),
    Member("sent_at",     \.sentAt,     .text, .none,             "When it was written"),
  ])
}

/// An operator who took part in a chat.
public struct UserlikeOperator: Record {
  public var email: String?
  public var firstName: String?
  public var id: EntityID?
  public var lastName: String?
  public var name: String?
  public var operatorGroup: UserlikeOperatorGroup?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-operator", "An operator who took part in a chat", source: UserlikeChat.source, [
    Member("email",          \.email,         .text,                                .agent(.email),    "The operator's e-mail address"),
    Member("first_name",     \.firstName,     .text,                                .agent(.name),     "The operator's first name"),
    Member("id",             \.id,            .id,                                  .agent(.identity), "Userlike's id of this operator"),
    Member("last_name",      \.lastName,      .text,                                .agent(.name),     "The operator's last name; may be empty"),
    Member("name",           \.name,          .text,                                .agent(.name),     "The name that visitors see"),
    Member("operator_group", \.operatorGroup, .object(UserlikeOperatorGroup.model), .inside,           "The group that the operator belongs to"),
  ])
}

/// A group of operators.
public struct UserlikeOperatorGroup: Record {
  public var id: EntityID?
  public var name: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-operator-group", "A group of operators", source: UserlikeChat.source, [
    Member("id",   \.id,   .id,   .none, "Userlike's id of this group"),
    Member("name", \.name, .text, .none, "The group's name"),
  ])
}

/// A chat widget of a site.
public struct UserlikeChatWidget: Record {
  public var id: EntityID?
  public var name: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-chat-widget", "A chat widget of a site", source: UserlikeChat.source, [
    Member("id",   \.id,   .id,   .none, "Userlike's id of this widget"),
    Member("name", \.name, .text, .none, "The widget's name"),
  ])
}

/// A goal that visitors of a site can reach.
public struct UserlikeGoal: Record {
  public var id: EntityID?
  public var name: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-goal", "A goal that visitors of a site can reach", source: UserlikeChat.source, [
    Member("id",   \.id,   .id,   .none, "Userlike's id of this goal"),
    Member("name", \.name, .text, .none, "The goal's name"),
  ])
}
