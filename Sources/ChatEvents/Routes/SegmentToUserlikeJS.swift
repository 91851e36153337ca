internal import JSONText

/// What Segment's Userlike destination hands to the widget of a page.
///
/// Source: Segment, "Userlike Destination", and the code of its integration. Read in November 2026.
enum SegmentToUserlikeJS {
  static let route = Route(
    from: .segment, to: .userlikeJS,
    summary: "the data that Segment's Userlike destination hands to the widget",
    emissions: [data], checks: [.isTakenBySegment], preparing: .visitor(of: "Userlike"),
    options: [.secretKeyFile])

  // The columns are the point of this table; the formatter would close them up.
  // swift-format-ignore
  static let data = Emission("userlikeData", .onceIf("that is an identify call"), [
    //    in the call                 in the widget's data
    .compute(                     to: "custom.segmentio.secretKey", Compute.secretKey, "from --secret-key-file or CHATEVENTS_USERLIKE_SECRET_KEY"),
    .always(                          "custom.segmentio.listen", "true"),
    .computeVerbatim("traits",    to: "custom.segmentio.visitor.name", Compute.visitorName, "`traits.name`; `traits.firstName` and `traits.lastName`; the first name"),
    .computeVerbatim("traits", "userId",
                                  to: "custom.segmentio.visitor.email", Compute.visitorEmail, "`traits.email`; a `userId` that is an address"),
  ], order: [
    "custom.segmentio.secretKey", "custom.segmentio.listen", "custom.segmentio.visitor.name", "custom.segmentio.visitor.email",
  ], alwaysThere: ["custom.segmentio.visitor"], given: Compute.isIdentify, by: "type")
}

extension Compute {
  @Sendable
  fileprivate static func secretKey(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    if let key = found.settings.secretKey { output.appendQuoted(key) }
  }

  @Sendable
  fileprivate static func visitorName(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    guard let name = found.visitor.name else { return }
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: name)
    output.append(UInt8(ascii: "\""))
  }

  @Sendable
  fileprivate static func visitorEmail(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    if found.visitor.email.kind != .absent { output.append(found.visitor.email, of: bytes) }
  }
}
