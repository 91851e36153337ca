// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// The data that a page passes to Userlike's widget before it loads: the global variable `userlikeData`.
///
/// Source: Segment's Userlike integration. Read in November 2026.
public struct UserlikeData: Record {
  public var custom: UserlikeCustomData?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-data", "The data that a page passes to Userlike's widget: the global variable `userlikeData`", source: UserlikeTrackingRecord.source, [
    Member("custom", \.custom, .object(UserlikeCustomData.model), .person, "Data shown to operators next to a chat"),
  ])
}

/// Data shown to operators next to a chat.
public struct UserlikeCustomData: Record {
  public var segmentio: UserlikeSegmentData?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-custom-data", "Data shown to operators next to a chat", source: UserlikeTrackingRecord.source, [
    Member("segmentio", \.segmentio, .object(UserlikeSegmentData.model), .inside, "The visitor's data from Segment's integration"),
  ])
}

/// The data that Segment's integration passes to Userlike's widget.
public struct UserlikeSegmentData: Record {
  public var secretKey: String?
  public var listen: Bool?
  public var visitor: UserlikeVisitor?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-segment-data", "The data that Segment's integration passes to Userlike's widget", source: UserlikeTrackingRecord.source, [
    Member("secretKey", \.secretKey, .text,                          .secret, "The secret of the site's Userlike account"),
    Member("listen",    \.listen,    .flag,                          .none,   "Whether the widget reports its events"),
    Member("visitor",   \.visitor,   .object(UserlikeVisitor.model), .person, "The visitor"),
  ])
}

/// The visitor, as known to the page.
public struct UserlikeVisitor: Record {
  public var name: String?
  public var email: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("userlike-visitor", "The visitor, as known to the page", source: UserlikeTrackingRecord.source, [
    Member("name",  \.name,  .text, .name,  "The visitor's name"),
    Member("email", \.email, .text, .email, "The visitor's e-mail address"),
  ])
}
