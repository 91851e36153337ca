internal import JSONText

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
/// The way back from the events that `--lossless` wrote to the transcripts that they were made from.
///
/// The track event alone gives the transcript; group events say nothing that is not in it.
enum RudderStackToOlark {
  static let route = Route(
    from: .rudderstack, to: .olark,
    summary: "the transcript from which an event was created with --lossless",
    reading: { LosslessEvent.model }, emissions: [transcript],
    checks: [TrackEventHoldsTranscript.self])

  static let transcript = Emission("transcript", if: .member("type", is: "track", "that is a track event"), [
    //    in the event                  in the transcript
    .spread("properties.olark",     to: "*"),
    .verbatim("properties.items",   to: "items"),
    .verbatim("properties.tags",    to: "tags"),
  ], order: ["*", "items", "tags"])
}
