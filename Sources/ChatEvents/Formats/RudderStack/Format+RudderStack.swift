internal import JSONText

extension Format {
  /// Calls to RudderStack.
  public static let rudderstack = Format(
    name: "rudderstack", noun: "call", vendor: "RudderStack",
    summary: "RudderStack events, or batches of them",
    marks: .ofCalls,
    makeRecord: { RudderStackEvent.model }, makeRecordAsSent: { RudderStackEvent.modelOfAllCalls },
    written: nil,
    batch: .ofCalls { RudderStackEvent.batch }, demand: .rules, identity: ["messageId"], people: .ofCalls,
    conversation: .ofCalls, times: ["timestamp", "originalTimestamp"], rows: nil, names: nil,
    authors: .olarkItems, madeIDs: .ofCalls,
    messages: ExportedMessage.event, profile: { $0.addCall($1, $2) }, checks: [CallIsKnown.self], skips: [],
    rules: RudderStackEvent.rules, isJavaScript: false, limits: .rudderstack,
    plans: .rudderstack)
}

extension ServiceLimits {
  /// RudderStack's limits: 4 MB per batch, and any event that fits in one.
  ///
  /// Its page states 32 KB per event, which the hosted service may enforce. Its open-source gateway has no such limit: it rejects a
  /// body over 4,096,000 bytes.
  ///
  /// Source: RudderStack, "HTTP API"; rudder-server, `gateway/handle.go`. Read in November 2026.
  public static let rudderstack = ServiceLimits(event: nil, batch: 4_000_000, eventsInBatch: nil)
}

extension RudderStackEvent {
  /// What an event can be: also one of those that no chat becomes, which are like Segment's.
  static let modelOfAllCalls: Model = {
    guard let variants = model.variants else { return model }
    let others = SegmentEvent.models.filter { variants.model(for: $0.type) == nil }.map {
      (value: $0.type, model: $0.model)
    }
    return Model(
      model.name, model.summary,
      variants: Model.Variants(member: variants.member, models: variants.models + others),
      Field.joined(with: [SegmentEvent.model, model], in: model.name))
  }()
}
