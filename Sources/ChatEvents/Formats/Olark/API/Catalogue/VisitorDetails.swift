extension OlarkAPI {
  // The columns are the point of this table; the formatter would close them up. The page gives no types: they are those
  // that its examples and the meanings call for. What Olark does not know is not in an answer.
  // swift-format-ignore
  /// The members of an answer of `api.visitor.getDetails`, in the order of Olark's page.
  public static let visitorDetails: [Member] = [
    .optional("emailAddress",                       .string,  "The last e-mail address that was given"),
    .optional("fullName",                           .string,  "The last name that was given"),
    .optional("phoneNumber",                        .string,  "The phone number that was last given"),
    .optional("city",                               .string,  "The city that the IP address points to"),
    .optional("region",                             .string,  "The state or province that the IP address points to"),
    .optional("country",                            .string,  "The country that the IP address points to"),
    .optional("countryCode",                        .string,  "That country's two letters"),
    .optional("organization",                       .string,  "The organization that the visitor may belong to"),
    .optional("visitCount",                         .integer, "The number of the visitor's visits to the site"),
    .optional("pageCountForThisVisit",              .integer, "The number of pages seen during this visit"),
    .optional("pageCountAcrossAllVisits",           .integer, "The number of pages seen in all visits"),
    .optional("secondsSpentForThisVisit",           .number,  "The duration of this visit, in seconds"),
    .optional("secondsSpentAcrossAllVisits",        .number,  "The duration of all visits, in seconds"),
    .optional("currentPage",                        .object(page), "The page that the visitor is on"),
    .optional("recentPageHistory",                  .array(of: .object(page)), "The last ten pages that the visitor saw"),
    .optional("conversationCount",                  .integer, "The number of chats with an operator"),
    .optional("isConversing",                       .boolean, "Whether the visitor is chatting now"),
    .optional("messageCountForThisVisit",           .integer, "The number of messages in this conversation, from both sides"),
    .optional("messageCountAcrossAllVisits",        .integer, "The number of messages in all conversations, from both sides"),
    .optional("secondsSinceLastMessage",            .number,  "Seconds since the last message from either side"),
    .optional("secondsSinceLastMessageToOperator",  .number,  "Seconds since the visitor's last message"),
    .optional("secondsSinceLastMessageToVisitor",   .number,  "Seconds since an operator's last message"),
    .optional("secondsSinceLastNotificationToOperator", .number, "Seconds since the last note to operators"),
    .optional("conversationBeginPage",              .string,  "The address of the page on which the chat began"),
    .optional("referrer",                           .string,  "The address of the referring page"),
    .optional("referredByPaidAdvertisingThisVisit", .boolean, "Whether a paid advertisement led to this visit"),
    .optional("referredByPaidAdvertisingEver",      .boolean, "Whether a paid advertisement ever led to a visit"),
    .optional("referredByCampaignThisVisit",        .boolean, "Whether a campaign by e-mail or blog led to this visit"),
    .optional("referredByCampaignEver",             .boolean, "Whether a campaign by e-mail or blog ever led to a visit"),
    .optional("searchTextForThisVisit",             .string,  "The search terms before this visit"),
    .optional("searchTextForPreviousVisits",        .string,  "The search terms before earlier visits"),
    .optional("browser",                            .string,  "The browser's name and version in one string"),
    .optional("operatingSystem",                    .string,  "The operating system's name"),
    .optional("ip",                                 .string,  "The IP address; now always `not available`"),
    .optional("customFields",                       .dictionary, "The fields passed to api.visitor.updateCustomFields"),
  ]

  private static let page: [Member] = [
    .optional("title", .string, "The page's title"),
    .optional("url", .string, "The page's address"),
  ]
}
