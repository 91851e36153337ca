internal import JSONText

/// How records of a format are read.
struct Reader: Sendable {
  let format: Format
  let model: Model
  /// The checks that tell whether the record is of a kind that the format knows.
  var checks: [any Check.Type] = []
  /// Which records are left out, and by which option.
  var skips: [any Skip.Type] = []

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
    format: .olark, model: OlarkTranscript.model, checks: [TranscriptIsConversation.self],
    skips: [OlarkTests.self, WithoutConsent.self])

  static let olarkJS = Reader(format: .olarkJS, model: OlarkCallbackRecord.model)

  static let userlike = Reader(
    format: .userlike, model: UserlikeRecord.model, checks: [UserlikeTypeIsKnown.self])

  static let userlikeJS = Reader(format: .userlikeJS, model: UserlikeTrackingRecord.model)

  static let segment = Reader(format: .segment, model: SegmentEvent.model)

  static let rudderstack = Reader(
    format: .rudderstack, model: LosslessEvent.model, checks: [CallIsKnown.self])
}
