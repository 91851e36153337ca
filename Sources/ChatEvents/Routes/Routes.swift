/// All routes. A new one is one file next to this one, and one line here.
public enum Routes {
  /// The routes, in the order of help and documents.
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

  /// The formats that routes read, in the order of ``Format/all``.
  public static var sources: [Format] { Format.all.filter { format in all.contains { $0.from == format } } }

  /// The formats that routes write, in the order of ``Format/all``.
  public static var targets: [Format] { Format.all.filter { format in all.contains { $0.to == format } } }
}
