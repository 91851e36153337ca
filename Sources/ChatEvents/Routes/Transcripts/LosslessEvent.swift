internal import JSONText

/// What is read of an event of RudderStack's to get back the transcript that it was made from.
enum LosslessEvent {
  // swift-format-ignore
  static let model = Model("lossless-event", "An event that contains its transcript", [
    Field("type",       .text,               .none,   "The kind of call"),
    Field("context",    .free,               .freeText, "The context in which it happened"),
    Field("integrations", .free,             .none,   "Which destinations receive the event"),
    Field("properties", .object(properties), .inside, "Properties of the event"),
  ])

  // swift-format-ignore
  private static let properties = Model("lossless-properties", "The transcript inside an event", [
    Field("tags",  .texts,                  .freeText, "The transcript's tags"),
    Field("items", .list(OlarkItem.model),  .inside, "The transcript's items"),
    Field("olark", .object(OlarkTranscript.model), .inside, "The rest of the transcript"),
  ])
}

/// A track event holds the transcript; other calls have none.
struct TrackEventHoldsTranscript: Check {
  private let type, transcript, kind: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    type = inputs.member("type")
    transcript = inputs.member("properties.olark")
    kind = inputs.member("properties.olark.kind")
  }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    if !Text.isEqual(bytes, found.slice(type), to: "track") { return nil }
    let transcript = found.slice(transcript)
    return transcript.kind == .object && found.slice(kind).isPresent
      ? nil : Diagnostic(code: .notLossless, offset: transcript.isPresent ? Int(transcript.start) : nil)
  }
}
