// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// A visitor's details in Olark's JavaScript API: the answer of `api.visitor.getDetails`.
///
/// Unknown details are absent, `null` or empty.
///
/// Source: Olark, "Javascript API: Get visitor details". Read in November 2026.
public struct OlarkVisitorDetails: Record {
  public var emailAddress: String?
  public var fullName: String?
  public var phoneNumber: String?
  public var city: String?
  public var region: String?
  public var country: String?
  public var countryCode: String?
  public var organization: String?
  public var visitCount: JSONNumber?
  public var pageCountForThisVisit: JSONNumber?
  public var pageCountAcrossAllVisits: JSONNumber?
  public var secondsSpentForThisVisit: JSONNumber?
  public var secondsSpentAcrossAllVisits: JSONNumber?
  public var currentPage: OlarkPageView?
  public var recentPageHistory: [OlarkPageView]?
  public var conversationCount: JSONNumber?
  public var isConversing: Bool?
  public var messageCountForThisVisit: JSONNumber?
  public var messageCountAcrossAllVisits: JSONNumber?
  public var secondsSinceLastMessage: JSONNumber?
  public var secondsSinceLastMessageToOperator: JSONNumber?
  public var secondsSinceLastMessageToVisitor: JSONNumber?
  public var secondsSinceLastNotificationToOperator: JSONNumber?
  public var conversationBeginPage: String?
  public var referrer: String?
  public var referredByPaidAdvertisingThisVisit: Bool?
  public var referredByPaidAdvertisingEver: Bool?
  public var referredByCampaignThisVisit: Bool?
  public var referredByCampaignEver: Bool?
  public var searchTextForThisVisit: String?
  public var searchTextForPreviousVisits: String?
  public var browser: String?
  public var operatingSystem: String?
  public var ip: String?
  public var customFields: JSONObject?
  public var id: EntityID?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-visitor-details", "A visitor's details in Olark's JavaScript API", source: OlarkCallbackRecord.source, [
    Member("emailAddress",                           \.emailAddress,                           .text,                        .email,    "The visitor's last known e-mail address"),
    Member("fullName",                               \.fullName,                               .text,                        .name,     "The visitor's last known name"),
    Member("phoneNumber",                            \.phoneNumber,                            .text,                        .phone,    "The visitor's last known phone number, in any form"),
    Member("city",                                   \.city,                                   .text,                        .location, "The city that the IP address points to"),
    Member("region",                                 \.region,                                 .text,                        .location, "The region that the IP address points to"),
    Member("country",                                \.country,                                .text,                        .location, "The country that the IP address points to"),
    Member("countryCode",                            \.countryCode,                            .text,                        .location, "That country's two letters"),
    Member("organization",                           \.organization,                           .text,                        .freeText, "The organization that the visitor may belong to"),
    Member("visitCount",                             \.visitCount,                             .integer,                     .none,     "The number of visits"),
    Member("pageCountForThisVisit",                  \.pageCountForThisVisit,                  .integer,                     .none,     "The number of pages seen in this visit"),
    Member("pageCountAcrossAllVisits",               \.pageCountAcrossAllVisits,               .integer,                     .none,     "The number of pages seen in all visits"),
    Member("secondsSpentForThisVisit",               \.secondsSpentForThisVisit,               .number,                      .none,     "The duration of this visit, in seconds"),
    Member("secondsSpentAcrossAllVisits",            \.secondsSpentAcrossAllVisits,            .number,                      .none,     "The duration of all visits, in seconds"),
    Member("currentPage",                            \.currentPage,                            .object(OlarkPageView.model), .inside,   "The page that the visitor is on"),
    Member("recentPageHistory",                      \.recentPageHistory,                      .list(OlarkPageView.model),   .inside,   "The last pages that the visitor saw, at most ten"),
    Member("conversationCount",                      \.conversationCount,                      .integer,                     .none,     "The number of conversations"),
    Member("isConversing",                           \.isConversing,                           .flag,                        .none,     "Whether a conversation is in progress"),
    Member("messageCountForThisVisit",               \.messageCountForThisVisit,               .integer,                     .none,     "The number of messages in this conversation, from both sides"),
    Member("messageCountAcrossAllVisits",            \.messageCountAcrossAllVisits,            .integer,                     .none,     "The number of messages in all conversations, from both sides"),
    Member("secondsSinceLastMessage",                \.secondsSinceLastMessage,                .number,                      .none,     "Seconds since the last message"),
    Member("secondsSinceLastMessageToOperator",      \.secondsSinceLastMessageToOperator,      .number,                      .none,     "Seconds since the visitor's last message"),
    Member("secondsSinceLastMessageToVisitor",       \.secondsSinceLastMessageToVisitor,       .number,                      .none,     "Seconds since an operator's last message"),
    Member("secondsSinceLastNotificationToOperator", \.secondsSinceLastNotificationToOperator, .number,                      .none,     "Seconds since the last notification to an operator"),
    Member("conversationBeginPage",                  \.conversationBeginPage,                  .text,                        .link,     "The page on which the conversation began"),
    Member("referrer",                               \.referrer,                               .text,                        .link,     "The referring page"),
    Member("referredByPaidAdvertisingThisVisit",     \.referredByPaidAdvertisingThisVisit,     .flag,                        .none,     "Whether paid advertising led to this visit"),
    Member("referredByPaidAdvertisingEver",          \.referredByPaidAdvertisingEver,          .flag,                        .none,     "Whether paid advertising led to any visit"),
    Member("referredByCampaignThisVisit",            \.referredByCampaignThisVisit,            .flag,                        .none,     "Whether a campaign led to this visit"),
    Member("referredByCampaignEver",                 \.referredByCampaignEver,                 .flag,                        .none,     "Whether a campaign led to any visit"),
    Member("searchTextForThisVisit",                 \.searchTextForThisVisit,                 .text,                        .freeText, "The search terms before this visit"),
    Member("searchTextForPreviousVisits",            \.searchTextForPreviousVisits,            .text,                        .freeText, "The search terms before earlier visits"),
    Member("browser",                                \.browser,                                .text,                        .none,     "The browser's name and version in one string"),
    Member("operatingSystem",                        \.operatingSystem,                        .text,                        .none,     "The operating system's name"),
    Member("ip",                                     \.ip,                                     .text,                        .ip,       "The visitor's IP address; `not available` if Olark withholds it"),
    Member("customFields",                           \.customFields,                           .free,                        .person,   "Data that the site set through `api.visitor.updateCustomFields`"),
    Member("id",                                     \.id,                                     .id,                          .identity, "An id of the visitor that a page may add; not documented by Olark"),
  ])
}

/// A page that a visitor saw.
public struct OlarkPageView: Record {
  public var title: String?
  public var url: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-page-view", "A page that a visitor saw", source: OlarkCallbackRecord.source, [
    Member("title", \.title, .text, .freeText, "Its title"),
    Member("url",   \.url,   .text, .link,     "Its address"),
  ])
}
