// The field tables of Olark's JavaScript API, in the order of Olark's page.

/// Where the tables come from.
private let origin = """
  Olark, “Javascript API” (olark.com/api). Read in November 2026.
  """

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension OlarkCallbackRecord {
  /// What a recorded callback holds.
  public static let model = Model("olark-callback-record", "One callback of Olark's JavaScript API, or one answer of its `getDetails`", source: origin, needsOneOf: [["callback", "getDetails"]], [
    Field("callback",       .text,                              .none,   "The callback's name, such as `api.chat.onMessageToOperator`"),
    Field("event",          .object(OlarkCallbackEvent.model),  .inside, "What the callback was given"),
    Field("timestamp",      .recordedTime,                      .none,   "When it was called: ISO 8601 with a zone, or seconds or milliseconds since 1970"),
    Field("userId",         .id,                                .identity,   "The id under which the page knows the visitor"),
    Field("anonymousId",    .id,                                .identity,   "The page's id of a visitor whom it does not know"),
    Field("conversationId", .id,                                .none,   "The page's id of the conversation"),
    Field("visitor",        .object(OlarkVisitorDetails.model), .inside, "What `api.visitor.getDetails` has answered"),
    Field("getDetails",     .object(OlarkVisitorDetails.model), .inside, "What `api.visitor.getDetails` answers, where that is what was recorded"),
  ])
}

// swift-format-ignore
extension OlarkCallbackEvent {
  /// What a callback is given.
  public static let model = Model("olark-callback-event", "What a callback is given", source: origin, [
    Field("message", .object(OlarkCallbackMessage.model), .inside, "The message that was sent"),
    Field("command", .object(OlarkCallbackCommand.model), .inside, "The command that an operator typed"),
  ])
}

// swift-format-ignore
extension OlarkCallbackMessage {
  /// What a message holds.
  public static let model = Model("olark-callback-message", "A message, as a callback is given it", source: origin, [
    Field("body",      .text, .freeText, "The text of the message"),
    Field("nickname",  .text, .author, "The name that the chat shows for the operator; on messages to the visitor alone"),
    Field("automated", .flag, .none, "Whether the site sent it on the operator's behalf; not on Olark's page"),
    Field("targeted",  .flag, .none, "Whether a rule of Targeted Chat sent it; not on Olark's page"),
  ])
}

// swift-format-ignore
extension OlarkCallbackCommand {
  /// What a command holds.
  public static let model = Model("olark-callback-command", "A command that an operator typed", source: origin, [
    Field("name", .text, .none, "Its name, without the exclamation mark"),
    Field("body", .text, .freeText, "What follows the name"),
  ])
}

// swift-format-ignore
extension OlarkVisitorDetails {
  /// What the details hold.
  public static let model = Model("olark-visitor-details", "What Olark's JavaScript API knows of a visitor", source: origin, [
    Field("emailAddress",                           .text,                        .email,   "The visitor's e-mail address, as last known"),
    Field("fullName",                               .text,                        .name,   "The visitor's name, as last known"),
    Field("phoneNumber",                            .text,                        .phone,   "The visitor's phone number, as last known, in any form"),
    Field("city",                                   .text,                        .location,   "The city that the IP address points to"),
    Field("region",                                 .text,                        .location,   "The region that the IP address points to"),
    Field("country",                                .text,                        .location,   "The country that the IP address points to"),
    Field("countryCode",                            .text,                        .location,   "That country's two letters"),
    Field("organization",                           .text,                        .freeText,   "The organization that the visitor may belong to"),
    Field("visitCount",                             .number,                      .none,   "How many visits there have been"),
    Field("pageCountForThisVisit",                  .number,                      .none,   "How many pages were seen in this visit"),
    Field("pageCountAcrossAllVisits",               .number,                      .none,   "How many pages were seen in all visits"),
    Field("secondsSpentForThisVisit",               .number,                      .none,   "How long this visit has lasted, in seconds"),
    Field("secondsSpentAcrossAllVisits",            .number,                      .none,   "How long all visits have lasted, in seconds"),
    Field("currentPage",                            .object(OlarkPageView.model), .inside, "The page that the visitor is on"),
    Field("recentPageHistory",                      .list(OlarkPageView.model),   .inside, "The pages that the visitor has seen last, at most ten"),
    Field("conversationCount",                      .number,                      .none,   "How many conversations there have been"),
    Field("isConversing",                           .flag,                        .none,   "Whether there is a conversation now"),
    Field("messageCountForThisVisit",               .number,                      .none,   "How many messages this conversation has, from both sides"),
    Field("messageCountAcrossAllVisits",            .number,                      .none,   "How many messages there have ever been, from both sides"),
    Field("secondsSinceLastMessage",                .number,                      .none,   "How long ago the last message was sent, in seconds"),
    Field("secondsSinceLastMessageToOperator",      .number,                      .none,   "How long ago the visitor wrote last, in seconds"),
    Field("secondsSinceLastMessageToVisitor",       .number,                      .none,   "How long ago an operator wrote last, in seconds"),
    Field("secondsSinceLastNotificationToOperator", .number,                      .none,   "How long ago the operator was notified last, in seconds"),
    Field("conversationBeginPage",                  .text,                        .link,   "The page on which the conversation began"),
    Field("referrer",                               .text,                        .link,   "The page that led the visitor to the site"),
    Field("referredByPaidAdvertisingThisVisit",     .flag,                        .none,   "Whether paid advertising led to this visit"),
    Field("referredByPaidAdvertisingEver",          .flag,                        .none,   "Whether paid advertising led to any visit"),
    Field("referredByCampaignThisVisit",            .flag,                        .none,   "Whether a campaign led to this visit"),
    Field("referredByCampaignEver",                 .flag,                        .none,   "Whether a campaign led to any visit"),
    Field("searchTextForThisVisit",                 .text,                        .freeText,   "What the visitor searched for before this visit"),
    Field("searchTextForPreviousVisits",            .text,                        .freeText,   "What the visitor searched for before earlier visits"),
    Field("browser",                                .text,                        .none,   "The browser's name and version in one string"),
    Field("operatingSystem",                        .text,                        .none,   "The operating system's name"),
    Field("ip",                                     .text,                        .ip,   "The visitor's IP address; `not available` where Olark keeps it to itself"),
    Field("customFields",                           .free,                        .freeText,   "What the site stored about the visitor through `api.visitor.updateCustomFields`"),
    Field("id",                                     .id,                          .identity,   "An id of the visitor that a page may add; Olark's page does not name it"),
  ])
}

// swift-format-ignore
extension OlarkPageView {
  /// What a page view holds.
  public static let model = Model("olark-page-view", "A page that a visitor has seen", source: origin, [
    Field("title", .text, .freeText, "Its title"),
    Field("url",   .text, .link, "Its address"),
  ])
}

// swift-format-ignore
extension OlarkCall {
  /// What a call holds.
  public static let model = Model("olark-call", "One call of Olark's JavaScript API", source: origin, required: ["call"], [
    Field("call",      .text,   .none, "The name of what is called, such as `api.visitor.updateFullName`"),
    Field("arguments", .values, .freeText, "What it is called with, in order"),
  ])
}
