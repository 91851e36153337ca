internal import JSONText

extension Format {
  /// Calls to Segment.
  public static let segment = Format(
    name: "segment", noun: "call", vendor: "Segment", summary: "Segment calls, or batches of them",
    marks: .ofCalls,
    makeRecord: { SegmentEvent.model }, makeRecordAsSent: { SegmentEvent.model },
    written: nil,
    batch: .ofCalls { SegmentBatch.model }, demand: .rules, identity: ["messageId"], people: .ofCalls,
    conversation: .ofCalls, times: ["timestamp", "originalTimestamp"], rows: nil, names: nil,
    authors: .olarkItems, madeIDs: .ofCalls,
    messages: ExportedMessage.event, profile: { $0.addCall($1, $2) }, checks: [], skips: [],
    rules: SegmentEvent.rules, isJavaScript: false, limits: .segment,
    plans: .segment)
}

extension ServiceLimits {
  /// Segment's limits: less than 32 KB per event, 500 KB and 2,500 events per batch; the batch limit satisfies both meanings of KB.
  ///
  /// Source: Segment, "HTTP API: Max Request Size" ("needs to be less than 32KB") and "Batch"; its libraries count 32 × 1024 bytes.
  /// Read in November 2026.
  public static let segment = ServiceLimits(event: 32_767, batch: 500_000, eventsInBatch: 2_500)
}

// What calls have in common, whichever service they are for.

extension [Mark] {
  /// Of calls and batches.
  ///
  /// Source: Segment, "Spec: Common Fields" and "HTTP API"; RudderStack, "HTTP API". Read in November 2026.
  static let ofCalls = [
    Mark(
      member: "type", value: .words(SegmentDoor.Call.allCases.map(\.rawValue)),
      companions: [
        ["anonymousId"], ["originalTimestamp"], ["traits"], ["userId", "event"], ["userId", "properties"],
        ["userId", "messageId"], ["userId", "context"],
      ], example: #""type":"track""#),
    Mark(
      member: "batch", value: .array, companions: [["writeKey"], ["sentAt"], ["integrations"]],
      example: #""batch":[…]"#),
  ]
}

extension PeoplePlaces {
  /// Of a call, which may hold a transcript or what came of one.
  static let ofCalls = PeoplePlaces(
    emails: ["properties.olark.visitor.emailAddress"] + ids,
    phones: ["properties.olark.visitor.phoneNumber"], ids: ids,
    fields: [
      SiteFields(path: "traits", id: "id"), sharedTraits,
      SiteFields(path: "properties", excluded: ["items", "olark"]),
      SiteFields(path: "properties.olark.visitor.customFields"),
    ],
    answers: [
      FormTexts(sign: "properties.offline", value: nil, text: "properties.message_body"),
      FormTexts(
        list: "properties.items", sign: "kind", value: OlarkItem.Kind.offlineMessage.rawValue, text: "body"),
    ], shared: sharedTraits)

  private static let ids: [Path] = ["userId", "anonymousId", "previousId", "properties.olark.visitor.id"]
  private static let sharedTraits = SiteFields(path: "context.traits", id: "id")
}

extension [Path] {
  /// What tells the conversation of a call; a call of another kind is a conversation of its own.
  static let ofCalls: [Path] = ["properties.conversation_id", "messageId"]
}

extension MadeIDs {
  /// Of a call, or of what a page recorded with the ids of its calls.
  static let ofCalls = MadeIDs(userID: "userId", anonymousID: "anonymousId", made: "rudderId")
}

extension BatchFacts {
  /// Of calls.
  static func ofCalls(_ model: @escaping @Sendable () -> Model) -> BatchFacts {
    BatchFacts(
      model: model, calls: "batch", type: "type", context: "context", integrations: "integrations",
      findings: replays, profile: { $0.addContext($1, $2) })
  }
}
