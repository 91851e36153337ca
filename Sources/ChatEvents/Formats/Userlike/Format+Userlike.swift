internal import JSONText

extension Format {
  /// The records of Userlike's callback add-on.
  public static let userlike = Format(
    name: "userlike", noun: "chat", vendor: "Userlike",
    summary: "Userlike's callback records: chats and offline messages",
    // Source: Userlike, "API add-on": each record has `_type` and `_event`. Read in November 2026.
    marks: [
      Mark(
        member: "_type",
        value: .words(["chat_meta", "offline_message", "chat_widget", "chat_session", "um_widget"]),
        companions: [["_event"], ["client_uuid"]], example: #""_type":"chat_meta""#)
    ],
    makeRecord: { UserlikeRecord.model }, makeRecordAsSent: { UserlikeRecord.model },
    written: nil, batch: nil,
    demand: .model,
    // A chat is posted at each of its events.
    identity: ["_type", "_event", "id"],
    people: PeoplePlaces(
      emails: ["client_email"], phones: [], ids: ["client_uuid"],
      fields: [
        SiteFields(path: "client_additional01_value", label: "client_additional01_name"),
        SiteFields(path: "client_additional02_value", label: "client_additional02_name"),
        SiteFields(path: "client_additional03_value", label: "client_additional03_name"),
        SiteFields(path: "custom"),
      ], answers: [FormTexts(sign: "_type", value: "offline_message", text: "message")], shared: nil),
    conversation: ["id"], times: ["created_at", "ended_at"],
    rows: MessageRows(list: "messages[]", time: "messages[].sent_at", isInSeconds: false, kinds: nil),
    names: nil,
    authors: MessageAuthors(
      operatorsRecord: nil, operatorsMessage: MessageAuthors.olarkItems.operatorsMessage,
      visitorsMessage: MessageAuthors.Sign(member: "type", value: "co"), visitorName: "client_name"),
    madeIDs: nil, messages: ExportedMessage.userlikeMessages, profile: { $0.addUserlike($1, $2) },
    checks: [UserlikeTypeIsKnown.self], skips: [], rules: UserlikeRecord.rules, isJavaScript: false,
    limits: nil,
    plans: nil)

  /// Userlike's JavaScript: the arguments of its tracking function, and the data of its widget.
  public static let userlikeJS = Format(
    name: "userlike-js", noun: "tracking event", vendor: "Userlike",
    summary: "Userlike's JavaScript: reads tracking events, writes the widget's data",
    // Source: Userlike, "Tracking events": the names, and what the function is given with them. Read in November 2026.
    marks: [
      Mark(
        member: "event", value: .words(UserlikeTrackingEvents.documented),
        companions: [["globalCtx"], ["sessionCtx"]], example: #""event":"chat_started""#)
    ],
    makeRecord: { UserlikeTrackingRecord.model }, makeRecordAsSent: { UserlikeTrackingRecord.model },
    written: WrittenSide(
      marks: [
        Mark(
          member: "custom", value: .none, companions: [["custom.segmentio"]],
          example: #""custom":{"segmentio":…}"#)
      ],
      model: { UserlikeData.model }, modelAsSent: { UserlikeData.model }, isCheckedByRules: false,
      refusals: nil),
    batch: nil, demand: .model, identity: [],
    people: PeoplePlaces(
      emails: ["custom.segmentio.visitor.email"], phones: [], ids: ["globalCtx.client_uuid"],
      fields: [SiteFields(path: "custom")], answers: [], shared: nil),
    conversation: ["sessionCtx.chat_id"], times: ["timestamp"], rows: nil,
    names: UserlikeTrackingEvents.names, authors: .olarkItems,
    madeIDs: nil,
    messages: { [ExportedMessage.trackingEvent($0, $1, $2)] }, profile: { $0.addTrackingEvent($1, $2) },
    checks: [], skips: [], rules: UserlikeTrackingRecord.rules, isJavaScript: true, limits: nil,
    plans: nil)
}
