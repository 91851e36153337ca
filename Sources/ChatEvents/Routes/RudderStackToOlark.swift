internal import JSONText

/// The way back from the events that `--lossless` wrote to the transcripts that they were made from.
///
/// The track event alone gives the transcript; group events say nothing that is not in it.
enum RudderStackToOlark {
  static let route = Route(
    from: .rudderstack, to: .olark,
    summary: "the transcript that an event was made from, where --lossless made it",
    emissions: [transcript],
    checks: [.holdsTranscript])

  // The columns are the point of this table; the formatter would close them up.
  // swift-format-ignore
  static let transcript = Emission("transcript", .onceIf("that is a track event"), [
    //    in the event                  in the transcript
    .spread("properties.olark",     to: "*"),
    .verbatim("properties.items",   to: "items"),
    .verbatim("properties.tags",    to: "tags"),
  ], order: ["*", "items", "tags"], given: { bytes, found, type in
    Text.isEqual(bytes, found.slice(type), to: "track")
  }, by: "type")

  // swift-format-ignore
  /// What is read of an event.
  static let model = Model("lossless-event", "An event that holds the transcript it was made from", [
    Field("type",       .text,               .keep,   "The kind of call"),
    Field("context",    .free,               .scan,   "Under which circumstances it happened"),
    Field("integrations", .free,             .keep,   "To which destinations the event goes"),
    Field("properties", .object(properties), .inside, "What is known of the event"),
  ])

  // swift-format-ignore
  private static let properties = Model("lossless-properties", "What an event holds of a transcript", [
    Field("tags",  .texts,                  .scan,   "The transcript's tags"),
    Field("items", .list(OlarkItem.model),  .inside, "The transcript's items"),
    Field("olark", .object(OlarkTranscript.model), .inside, "The rest of the transcript"),
  ])
}

extension Check {
  /// The call is of a kind that RudderStack knows.
  static let isCall = Check(inputs: ["type"]) { bytes, found, inputs in
    let type = found.slice(inputs[0])
    let isKnown = ["identify", "track", "page", "screen", "group", "alias"].contains {
      Text.isEqual(bytes, type, to: $0)
    }
    return isKnown
      ? nil : Complaint(code: .unknownCall, offset: type.kind == .absent ? nil : Int(type.start))
  }

  /// A track event holds the transcript; other calls have none.
  fileprivate static let holdsTranscript = Check(inputs: [
    "type", "properties.olark", "properties.olark.kind",
  ]) {
    bytes, found, inputs in
    if !Text.isEqual(bytes, found.slice(inputs[0]), to: "track") { return nil }
    let transcript = found.slice(inputs[1])
    return transcript.kind == .object && found.slice(inputs[2]).isPresent
      ? nil : Complaint(code: .notLossless, offset: transcript.isPresent ? Int(transcript.start) : nil)
  }
}
