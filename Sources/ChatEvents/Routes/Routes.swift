/// Every route that there is. A new one is one file beside this one, and one line here.
public enum Routes {
  /// The routes, in the order in which help and documents list them.
  public static let all: [Route] = [
    OlarkToRudderStack.route,
    OlarkToSegment.route,
    OlarkJSToSegment.route,
    UserlikeToSegment.route,
    UserlikeJSToSegment.route,
    SegmentToOlarkJS.route,
    SegmentToUserlikeJS.route,
    RudderStackToOlark.route,
  ]

  /// The formats that some route reads, in the order of ``Format/all``.
  public static var sources: [Format] { Format.all.filter { format in all.contains { $0.from == format } } }

  /// The formats that some route writes, in the order of ``Format/all``.
  public static var targets: [Format] { Format.all.filter { format in all.contains { $0.to == format } } }
}
