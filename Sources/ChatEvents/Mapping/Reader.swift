internal import JSONText

/// How records of a format are read.
struct Reader: Sendable {
  let format: Format
  let model: Model
  /// The checks that tell whether the record is of a kind that the format knows.
  var checks: [Check] = []
  /// Which records are left out, and by which option.
  var skips: [Skip] = []

  /// Every reader; a format that some route reads has one.
  static let all = [olark, olarkJS, userlike, userlikeJS, segment, rudderstack]

  /// Every reader that only looks at records, or leaves things out of them.
  static let inspectors = [
    Reader(format: .olark, model: OlarkTranscript.model),
    Reader(format: .olarkJS, model: OlarkCallbackRecord.model),
    Reader(format: .userlike, model: UserlikeRecord.model),
    Reader(format: .segment, model: SegmentEvent.model),
    Reader(format: .rudderstack, model: RudderStackEvent.model),
    Reader(format: .userlikeJS, model: UserlikeTrackingRecord.model),
  ]

  static let olark = Reader(
    format: .olark, model: OlarkTranscript.model, checks: [.isConversation],
    skips: [.olarkTests, .withoutConsent])

  static let olarkJS = Reader(format: .olarkJS, model: OlarkCallbackRecord.model)

  static let userlike = Reader(format: .userlike, model: UserlikeRecord.model, checks: [.isUserlikeRecord])

  static let userlikeJS = Reader(format: .userlikeJS, model: UserlikeTrackingRecord.model)

  static let segment = Reader(format: .segment, model: SegmentEvent.model)

  static let rudderstack = Reader(format: .rudderstack, model: RudderStackToOlark.model, checks: [.isCall])
}

/// Records that an option leaves out.
struct Skip: Sendable {
  /// The option that leaves them out.
  let option: RouteOption

  /// What is looked at.
  let inputs: [Path]

  /// Whether a record is one of them.
  let applies: @Sendable (_ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: [ReadPlan.Slot]) -> Bool
}
