internal import JSONText

extension Format {
  /// Olark's transcripts, as sent by its webhook.
  public static let olark = Format(
    name: "olark", noun: "transcript", vendor: "Olark",
    summary: "Olark transcripts, as sent by the webhook",
    // Source: Olark, "Webhooks": a transcript's kind, and its visitor, operators and items. Read in November 2026.
    marks: [
      Mark(
        member: "kind", value: .words(["Conversation"]), companions: [["visitor"], ["operators", "items"]],
        example: #""kind":"Conversation""#)
    ],
    makeRecord: { OlarkTranscript.model }, makeRecordAsSent: { OlarkTranscript.model },
    written: nil, batch: nil,
    demand: .model, identity: ["id"],
    people: PeoplePlaces(
      emails: ["visitor.emailAddress", "visitor.id"], phones: ["visitor.phoneNumber"], ids: ["visitor.id"],
      fields: [SiteFields(path: "visitor.customFields")], answers: [], shared: nil),
    conversation: ["id"], times: [],
    rows: MessageRows(
      list: "items[]", time: "items[].timestamp", isInSeconds: true,
      kinds: MessageRows.Kinds(
        member: "items[].kind", body: "items[].body", known: OlarkItem.Kind.known.map(\.rawValue),
        answers: OlarkItem.Kind.offlineMessage.rawValue)),
    names: nil, authors: .olarkItems, madeIDs: nil, messages: ExportedMessage.transcript,
    profile: { $0.addTranscript($1, [], $2) }, checks: [TranscriptIsConversation.self],
    skips: [OlarkTests.self],
    rules: OlarkTranscript.rules, isJavaScript: false, limits: nil,
    plans: nil)

  /// Olark's JavaScript API: the arguments of its callbacks, and calls of its methods.
  public static let olarkJS = Format(
    name: "olark-js", noun: "callback", vendor: "Olark",
    summary: "Olark's JavaScript API: reads callbacks and visitors' details, writes calls",
    // Source: Olark, "Javascript API": all names begin with "api."; a callback is given an event. Read in November 2026.
    marks: [
      Mark(
        member: "callback", value: .prefixes([OlarkCallbacks.prefix]),
        companions: [
          ["visitor"], ["event.message"], ["event.command"], ["timestamp", "userId"],
          ["timestamp", "anonymousId"],
        ], example: #""callback":"api.…""#),
      Mark(member: "getDetails", value: .any, example: #""getDetails""#),
    ],
    makeRecord: { OlarkCallbackRecord.model }, makeRecordAsSent: { OlarkCallbackRecord.model },
    written: WrittenSide(
      marks: [
        Mark(
          member: "call", value: .prefixes([OlarkCallbacks.prefix, "system."]), companions: [["arguments"]],
          example: #""call":"api.…""#),
        Mark(
          member: "setting", value: .prefixes(["system."]), companions: [["value"]],
          example: #""setting" and "value""#),
      ],
      model: { OlarkCall.model }, modelAsSent: { OlarkCall.modelOfAllCalls }, isCheckedByRules: true,
      refusals: OlarkCall.refusals),
    batch: nil, demand: .model, identity: [],
    people: PeoplePlaces(
      emails: ["visitor.emailAddress", "getDetails.emailAddress"] + ids,
      phones: ["visitor.phoneNumber", "getDetails.phoneNumber"], ids: ids,
      // The argument of a call is an object; the one of updateCustomFields has the id.
      fields: [
        SiteFields(path: "visitor.customFields"), SiteFields(path: "getDetails.customFields"),
        SiteFields(path: "arguments", id: "id"),
      ],
      answers: [
        FormTexts(
          sign: "callback", value: "api.chat.onOfflineMessageToOperator", text: "event.message.body")
      ], shared: nil),
    conversation: ["conversationId"], times: ["timestamp"], rows: nil,
    names: OlarkCallbacks.names,
    authors: MessageAuthors(
      operatorsRecord: MessageAuthors.Sign(member: "callback", value: "api.chat.onMessageToVisitor"),
      operatorsMessage: MessageAuthors.olarkItems.operatorsMessage, visitorsMessage: nil, visitorName: nil),
    madeIDs: .ofCalls, messages: { [ExportedMessage.callback($0, $1, $2)] },
    profile: { $0.addCallback($1, $2) }, checks: [], skips: [], rules: OlarkCallbackRecord.rules,
    isJavaScript: true, limits: nil,
    plans: nil)
}

/// Where a page's record has ids of the visitor.
private let ids: [Path] = ["userId", "anonymousId", "visitor.id", "getDetails.id"]

extension MessageAuthors {
  /// Of a transcript's items, which calls to other services carry too.
  static let olarkItems = MessageAuthors(
    operatorsRecord: nil,
    operatorsMessage: Sign(member: "kind", value: OlarkItem.Kind.messageToVisitor.rawValue),
    visitorsMessage: nil, visitorName: nil)
}

extension OlarkCall {
  /// Returns what Olark's API would not take of a call.
  static func refusals(of call: JSONValue) -> [String] {
    guard case .string(let name)? = call["call"] else { return [] }
    return OlarkAPI.problems(in: call).map { problem in
      "\(name), \(problem.pointer.tokens.last ?? ""): \(problem.message)"
    }
  }
}
