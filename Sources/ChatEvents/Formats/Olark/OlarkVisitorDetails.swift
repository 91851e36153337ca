// The columns of the tables are their point; the formatter would close them up.
// swift-format-ignore-file

public import JSONText

/// What Olark's JavaScript API knows of a visitor: what `api.visitor.getDetails` answers.
///
/// What Olark does not know is absent, `null` or empty.
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

  public static let table = RecordTable<Self>("olark-visitor-details", "What Olark's JavaScript API knows of a visitor", source: OlarkCallbackRecord.source, [
    Member("emailAddress",                           \.emailAddress,                           .text,                        .email,    "The visitor's e-mail address, as last known"),
    Member("fullName",                               \.fullName,                               .text,                        .name,     "The visitor's name, as last known"),
    Member("phoneNumber",                            \.phoneNumber,                            .text,                        .phone,    "The visitor's phone number, as last known, in any form"),
    Member("city",                                   \.city,                                   .text,                        .location, "The city that the IP address points to"),
    Member("region",                                 \.region,                                 .text,                        .location, "The region that the IP address points to"),
    Member("country",                                \.country,                                .text,                        .location, "The country that the IP address points to"),
    Member("countryCode",                            \.countryCode,                            .text,                        .location, "That country's two letters"),
    Member("organization",                           \.organization,                           .text,                        .freeText, "The organization that the visitor may belong to"),
    Member("visitCount",                             \.visitCount,                             .integer,                     .none,     "How many visits there have been"),
    Member("pageCountForThisVisit",                  \.pageCountForThisVisit,                  .integer,                     .none,     "How many pages were seen in this visit"),
    Member("pageCountAcrossAllVisits",               \.pageCountAcrossAllVisits,               .integer,                     .none,     "How many pages were seen in all visits"),
    Member("secondsSpentForThisVisit",               \.secondsSpentForThisVisit,               .number,                      .none,     "How long this visit has lasted, in seconds"),
    Member("secondsSpentAcrossAllVisits",            \.secondsSpentAcrossAllVisits,            .number,                      .none,     "How long all visits have lasted, in seconds"),
    Member("currentPage",                            \.currentPage,                            .object(OlarkPageView.model), .inside,   "The page that the visitor is on"),
    Member("recentPageHistory",                      \.recentPageHistory,                      .list(OlarkPageView.model),   .inside,   "The pages that the visitor has seen last, at most ten"),
    Member("conversationCount",                      \.conversationCount,                      .integer,                     .none,     "How many conversations there have been"),
    Member("isConversing",                           \.isConversing,                           .flag,                        .none,     "Whether there is a conversation now"),
    Member("messageCountForThisVisit",               \.messageCountForThisVisit,               .integer,                     .none,     "How many messages this conversation has, from both sides"),
    Member("messageCountAcrossAllVisits",            \.messageCountAcrossAllVisits,            .integer,                     .none,     "How many messages there have ever been, from both sides"),
    Member("secondsSinceLastMessage",                \.secondsSinceLastMessage,                .number,                      .none,     "How long ago the last message was sent, in seconds"),
    Member("secondsSinceLastMessageToOperator",      \.secondsSinceLastMessageToOperator,      .number,                      .none,     "How long ago the visitor wrote last, in seconds"),
    Member("secondsSinceLastMessageToVisitor",       \.secondsSinceLastMessageToVisitor,       .number,                      .none,     "How long ago an operator wrote last, in seconds"),
    Member("secondsSinceLastNotificationToOperator", \.secondsSinceLastNotificationToOperator, .number,                      .none,     "How long ago the operator was notified last, in seconds"),
    Member("conversationBeginPage",                  \.conversationBeginPage,                  .text,                        .link,     "The page on which the conversation began"),
    Member("referrer",                               \.referrer,                               .text,                        .link,     "The page that led the visitor to the site"),
    Member("referredByPaidAdvertisingThisVisit",     \.referredByPaidAdvertisingThisVisit,     .flag,                        .none,     "Whether paid advertising led to this visit"),
    Member("referredByPaidAdvertisingEver",          \.referredByPaidAdvertisingEver,          .flag,                        .none,     "Whether paid advertising led to any visit"),
    Member("referredByCampaignThisVisit",            \.referredByCampaignThisVisit,            .flag,                        .none,     "Whether a campaign led to this visit"),
    Member("referredByCampaignEver",                 \.referredByCampaignEver,                 .flag,                        .none,     "Whether a campaign led to any visit"),
    Member("searchTextForThisVisit",                 \.searchTextForThisVisit,                 .text,                        .freeText, "What the visitor searched for before this visit"),
    Member("searchTextForPreviousVisits",            \.searchTextForPreviousVisits,            .text,                        .freeText, "What the visitor searched for before earlier visits"),
    Member("browser",                                \.browser,                                .text,                        .none,     "The browser's name and version in one string"),
    Member("operatingSystem",                        \.operatingSystem,                        .text,                        .none,     "The operating system's name"),
    Member("ip",                                     \.ip,                                     .text,                        .ip,       "The visitor's IP address; `not available` where Olark keeps it to itself"),
    Member("customFields",                           \.customFields,                           .free,                        .person,   "What the site stored about the visitor through `api.visitor.updateCustomFields`"),
    Member("id",                                     \.id,                                     .id,                          .identity, "An id of the visitor that a page may add; Olark's page does not name it"),
  ])
}

/// A page that a visitor has seen.
public struct OlarkPageView: Record {
  public var title: String?
  public var url: String?
  public var unknown: JSONObject = [:]

  public init() {}

  public static let table = RecordTable<Self>("olark-page-view", "A page that a visitor has seen", source: OlarkCallbackRecord.source, [
    Member("title", \.title, .text, .freeText, "Its title"),
    Member("url",   \.url,   .text, .link,     "Its address"),
  ])
}
