internal import JSONText

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
/// What Segment's Userlike destination hands to the widget of a page.
///
/// Source: Segment, "Userlike Destination", and the code of its integration. Read in November 2026.
enum SegmentToUserlikeJS {
  static let route = Route(
    from: .segment, to: .userlikeJS,
    summary: "the data that Segment's Userlike destination passes to the widget",
    emissions: [data], preparing: SegmentUserlikeDestination.self,
    options: [.secretKeyFile, .skipFirstPage])

  static let data = Emission("userlikeData", if: .call("identify", "that is an identify call"), [
    //    in the call                 in the widget's data
    .compute(.secretKey,          to: "custom.segmentio.secretKey"),
    .always(                          "custom.segmentio.listen", "true"),
    .compute(.visitorName,        to: "custom.segmentio.visitor.name"),
    .compute(.visitorEmail,       to: "custom.segmentio.visitor.email"),
  ], order: [
    "custom.segmentio.secretKey", "custom.segmentio.listen", "custom.segmentio.visitor.name", "custom.segmentio.visitor.email",
  ], alwaysThere: ["custom.segmentio.visitor"])
}
