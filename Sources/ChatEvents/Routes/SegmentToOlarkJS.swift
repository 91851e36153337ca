internal import JSONText

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
/// The calls of Olark's JavaScript API that Segment's Olark destination makes in a page.
///
/// The real widget tells operators of pages and events only while its box is open in a running conversation; here that is
/// assumed, since nothing in the calls tells it.
///
/// Source: Segment, "Olark Destination", sections "Identify", "Page" and "Track", and the code of its integration. Read in
/// November 2026.
enum SegmentToOlarkJS {
  static let route = Route(
    from: .segment, to: .olarkJS,
    summary: "the calls of Olark's JavaScript API that Segment's Olark destination makes",
    emissions: [customFields, emailAddress, phoneNumber, fullName, nickname, page, track],
    preparing: SegmentOlarkDestination.self,
    options: [.pageview, .track, .skipFirstPage])

  static let customFields = call("api.visitor.updateCustomFields", .customFields, if: .call("identify", "that is an identify call"))
  static let emailAddress = call("api.visitor.updateEmailAddress", .emailAddress, if: .call("identify", "that is an identify call with an e-mail address"))
  static let phoneNumber  = call("api.visitor.updatePhoneNumber",  .phoneNumber,  if: .call("identify", "that is an identify call with a phone number"))
  static let fullName     = call("api.visitor.updateFullName",     .fullName,     if: .call("identify", "that is an identify call with a name"))
  static let nickname     = call("api.chat.updateVisitorNickname", .nickname,     if: .call("identify", "that is an identify call with a name, an e-mail address, a user name or an id"))

  static let page  = call("api.chat.sendNotificationToOperator", .pageNotice,  if: .call("page",  "that is a page call with a name or an address"), from: "page",  with: .pageview)
  static let track = call("api.chat.sendNotificationToOperator", .eventNotice, if: .call("track", "that is a track call"),                           from: "track", with: .track)

  /// A call of Olark's API, which is made only with arguments; of the same call from several, each says what it comes from.
  private static func call(_ name: String, _ arguments: Computation, if given: Condition, from source: String? = nil, with option: RouteOption? = nil) -> Emission {
    Emission((source.map { "\($0): " } ?? "") + name, if: given, [
      .always("call", "\"\(name)\""),
      .compute(arguments, to: "arguments"),
    ], order: ["call", "arguments"], requiring: "arguments", with: option)
  }
}
