internal import JSONText

// What Segment's Userlike destination hands to the widget.

/// Works out whether a call is for Userlike, and who the person is.
struct SegmentUserlikeDestination: Preparation {
  private let destination: SegmentDestination

  init(_ inputs: inout Inputs) { destination = SegmentDestination("Userlike", &inputs) }

  func prepare(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    destination.prepare(bytes, &record)
  }
}

extension Computation {
  static let secretKey = person("from --secret-key-file or CHATEVENTS_USERLIKE_SECRET_KEY", .secretKey)

  static let visitorName = person(
    "`traits.name`, even if it is empty; `traits.firstName` and `traits.lastName`", .visitorName,
    from: "traits")

  static let visitorEmail = person(
    "`traits.email`; a `userId` that is an address", .visitorEmail, from: "traits", "userId")
}
