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
    checks: [CallIsTakenBySegment.self], preparing: SegmentOlarkDestination.self,
    options: [.pageview, .track])

  static let customFields = Emission("api.visitor.updateCustomFields", if: .call("identify", "that is an identify call"), [
    .always(                      "call", #""api.visitor.updateCustomFields""#),
    .compute(.customFields,   to: "arguments"),
  ], order: order)

  static let emailAddress = Emission("api.visitor.updateEmailAddress", if: .call("identify", "that is an identify call of somebody with an address"), [
    .always(                      "call", #""api.visitor.updateEmailAddress""#),
    .compute(.emailAddress,   to: "arguments"),
  ], order: order).requiring("arguments")

  static let phoneNumber = Emission("api.visitor.updatePhoneNumber", if: .call("identify", "that is an identify call of somebody with a number"), [
    .always(                      "call", #""api.visitor.updatePhoneNumber""#),
    .compute(.phoneNumber,    to: "arguments"),
  ], order: order).requiring("arguments")

  static let fullName = Emission("api.visitor.updateFullName", if: .call("identify", "that is an identify call of somebody with a name"), [
    .always(                      "call", #""api.visitor.updateFullName""#),
    .compute(.fullName,       to: "arguments"),
  ], order: order).requiring("arguments")

  static let nickname = Emission("api.chat.updateVisitorNickname", if: .call("identify", "that is an identify call of somebody with a name, an address, a user name or an id"), [
    .always(                      "call", #""api.chat.updateVisitorNickname""#),
    .compute(.nickname,       to: "arguments"),
  ], order: order).requiring("arguments")

  static let page = Emission("page: api.chat.sendNotificationToOperator", if: .call("page", "that is a page call with a name or an address"), [
    .always(                      "call", #""api.chat.sendNotificationToOperator""#),
    .compute(.pageNotice,     to: "arguments"),
  ], order: order).requiring("arguments").with(.pageview)

  static let track = Emission("track: api.chat.sendNotificationToOperator", if: .call("track", "that is a track call"), [
    .always(                      "call", #""api.chat.sendNotificationToOperator""#),
    .compute(.eventNotice,    to: "arguments"),
  ], order: order).requiring("arguments").with(.track)

  private static let order: [Path] = ["call", "arguments"]
}
