// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A callback of Olark's JavaScript API, or an answer of `api.visitor.getDetails`, as recorded by a page.
///
/// It has ``callback`` or ``getDetails``; all other members are optional.
///
/// Source: Olark, "Javascript API". The record itself is defined by this package.
public struct OlarkCallbackRecord: Record {
  public var callback: String?
  public var event: OlarkCallbackEvent?
  public var timestamp: TextOrNumber?
  public var userId: EntityID?
  public var anonymousId: EntityID?
  public var conversationId: EntityID?
  public var visitor: OlarkVisitorDetails?
  public var getDetails: OlarkVisitorDetails?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-callback-record", "A callback of Olark's JavaScript API, or an answer of its `getDetails`", source: source, needsOneOf: [["callback", "getDetails"]], [
    Member("callback",       \.callback,       .text,                              .none,     "The callback's name, such as `api.chat.onMessageToOperator`"),
    Member("event",          \.event,          .object(OlarkCallbackEvent.model),  .inside,   "The callback's argument"),
    Member("timestamp",      \.timestamp,      .recordedTime,                      .none,     "When it was called: ISO 8601 with a UTC offset, or seconds or milliseconds since 1970"),
    Member("userId",         \.userId,         .id,                                .identity, "The page's id for a known visitor"),
    Member("anonymousId",    \.anonymousId,    .id,                                .identity, "The page's id for an anonymous visitor"),
    Member("conversationId", \.conversationId, .id,                                .derived,  "The page's id of the conversation"),
    Member("visitor",        \.visitor,        .object(OlarkVisitorDetails.model), .person,   "The answer of `api.visitor.getDetails`, recorded with a callback"),
    Member("getDetails",     \.getDetails,     .object(OlarkVisitorDetails.model), .person,   "The answer of `api.visitor.getDetails`, recorded on its own"),
  ])
}

extension OlarkCallbackRecord {
  /// Where the tables of the JavaScript API come from, in the order of Olark's page.
  static let source = """
    Olark, “Javascript API” (olark.com/api). Read in November 2026.
    """
}

/// The argument of a callback.
public struct OlarkCallbackEvent: Record {
  public var message: OlarkCallbackMessage?
  public var command: OlarkCallbackCommand?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-callback-event", "The argument of a callback", source: OlarkCallbackRecord.source, [
    Member("message", \.message, .object(OlarkCallbackMessage.model), .inside, "The message that was sent"),
    Member("command", \.command, .object(OlarkCallbackCommand.model), .inside, "The command that an operator typed"),
  ])
}

/// A message passed to a callback.
public struct OlarkCallbackMessage: Record {
  public var body: String?
  public var nickname: String?
  public var automated: Bool?
  public var targeted: Bool?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-callback-message", "A message passed to a callback", source: OlarkCallbackRecord.source, [
    Member("body",      \.body,      .text, .freeText, "The text of the message"),
    Member("nickname",  \.nickname,  .text, .author,   "The operator's displayed name; only on messages to the visitor"),
    Member("automated", \.automated, .flag, .none,     "Whether the site sent it on the operator's behalf; not documented by Olark"),
    Member("targeted",  \.targeted,  .flag, .none,     "Whether a Targeted Chat rule sent it; not documented by Olark"),
  ])
}

/// A command that an operator typed, such as `!note call back`.
public struct OlarkCallbackCommand: Record {
  public var name: String?
  public var body: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-callback-command", "A command that an operator typed", source: OlarkCallbackRecord.source, [
    Member("name", \.name, .text, .none,     "Its name, without the exclamation mark"),
    Member("body", \.body, .text, .freeText, "The text after the name"),
  ])
}

/// A call of Olark's JavaScript API, to be executed by a page.
///
/// Source: Olark, "Javascript API". The record itself is defined by this package.
public struct OlarkCall: Record {
  public var call = ""
  public var arguments: [JSONValue]?
  public var unknown: JSONObject = [:]

  public init() {}

  public init(call: String, _ set: (inout Self) throws -> Void = { _ in }) rethrows {
    self.call = call
    try set(&self)
  }

  public static let table = RecordTable<Self>("olark-call", "A call of Olark's JavaScript API", source: OlarkCallbackRecord.source, [
    Member(required: "call", \.call,      .text,   .none,     "The name of the method, such as `api.visitor.updateFullName`"),
    Member("arguments",      \.arguments, .values, .freeText, "The arguments, in order"),
  ])
}

extension OlarkCall {
  /// What a call can be, with what its arguments say of the visitor: custom fields are what traits are, from which they are made.
  static let modelOfAllCalls: Model = {
    let methods = OlarkAPI.entries.filter { $0.kind == .method && !$0.arguments.isEmpty }
    let kinds = methods.map { entry in
      let field = Field("arguments", .list(arguments(of: entry)), .person, "The argument of a call")
      return (value: entry.name, model: Model(entry.name, entry.meaning, [field]))
    }
    return Model(model.name, model.summary, variants: Model.Variants(member: "call", models: kinds), model.fields)
  }()

  private static func arguments(of entry: OlarkAPI.Entry) -> Model {
    let fields = entry.arguments.flatMap { argument -> [Field] in
      switch argument.type {
      case .object(let members): members.map { Field($0.name, .text, $0.fact, $0.meaning) }
      case .dictionary where argument.fact == .person: SegmentTraits.model.fields
      default: []
      }
    }
    return Model(entry.name, entry.meaning, fields)
  }
}
