internal import JSONText

extension Format {
  /// The records of Userlike's callback add-on.
  public static let userlike = Format(
    name: "userlike", noun: "chat", vendor: "Userlike",
    summary: "Userlike's callback records: chats and offline messages",
    marks: ["_type"],
    makeRecord: { UserlikeRecord.model }, makeRecordAsSent: { UserlikeRecord.model },
    written: nil, batch: nil,
    demand: .model,
    // A chat is posted at each of its events.
    identity: ["_type", "_event", "id"],
    people: PeoplePlaces(emails: ["client_email"], sharedEmail: nil, ids: ["client_uuid"]),
    times: ["created_at", "ended_at"],
    rows: MessageRows(list: "messages[]", time: "messages[].sent_at", kinds: nil),
    authors: MessageAuthors(
      operatorsRecord: nil, operatorsMessage: MessageAuthors.olarkItems.operatorsMessage,
      visitorsMessage: MessageAuthors.Sign(member: "type", value: "co"), visitorName: "client_name"),
    madeIDs: nil, messages: ExportedMessage.userlikeMessages, profile: { $0.addUserlike($1, $2) },
    checks: [UserlikeTypeIsKnown.self], skips: [], rules: UserlikeRecord.rules, isJavaScript: false,
    limits: nil)

  /// Userlike's JavaScript: what its tracking function is given, and the data that its widget takes.
  public static let userlikeJS = Format(
    name: "userlike-js", noun: "tracking event", vendor: "Userlike",
    summary: "Userlike's JavaScript: tracking events are read, the widget's data is written",
    marks: ["event"],
    makeRecord: { UserlikeTrackingRecord.model }, makeRecordAsSent: { UserlikeTrackingRecord.model },
    written: WrittenSide(
      marks: ["custom"], model: { UserlikeData.model }, isCheckedByRules: false, refusals: nil),
    batch: nil, demand: .model, identity: [],
    people: PeoplePlaces(
      emails: ["custom.segmentio.visitor.email"], sharedEmail: nil, ids: ["globalCtx.client_uuid"]),
    times: ["timestamp"], rows: nil, authors: .olarkItems, madeIDs: nil,
    messages: { [ExportedMessage.trackingEvent($0, $1, $2)] }, profile: { $0.addTrackingEvent($1, $2) },
    checks: [], skips: [], rules: UserlikeTrackingRecord.rules, isJavaScript: true, limits: nil)
}
