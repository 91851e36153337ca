extension OlarkAPI {
  // The columns are the point of this table; the formatter would close them up. The page gives no types: they are those
  // that its examples and the meanings call for. What Olark does not know is not in an answer.
  // swift-format-ignore
  /// The members of what `api.visitor.getDetails` answers, in the order of the page.
  public static let visitorDetails: [Member] = [
    .optional("emailAddress",                       .string,  "The e-mail address that was last given"),
    .optional("fullName",                           .string,  "The name that was last given"),
    .optional("phoneNumber",                        .string,  "The phone number that was last given"),
    .optional("city",                               .string,  "The city that the IP address points to"),
    .optional("region",                             .string,  "The state or province that the IP address points to"),
    .optional("country",                            .string,  "The country that the IP address points to"),
    .optional("countryCode",                        .string,  "That country's two letters"),
    .optional("organization",                       .string,  "The organization that the visitor may belong to"),
    .optional("visitCount",                         .integer, "How often the visitor came to the site"),
    .optional("pageCountForThisVisit",              .integer, "How many pages they saw during this visit"),
    .optional("pageCountAcrossAllVisits",           .integer, "How many pages they have seen in all"),
    .optional("secondsSpentForThisVisit",           .number,  "How many seconds this visit has lasted"),
    .optional("secondsSpentAcrossAllVisits",        .number,  "How many seconds all visits have lasted"),
    .optional("currentPage",                        .object(page), "The page that the visitor is on"),
    .optional("recentPageHistory",                  .array(of: .object(page)), "The last ten pages that they saw"),
    .optional("conversationCount",                  .integer, "How often they chatted with an operator"),
    .optional("isConversing",                       .boolean, "Whether they are chatting now"),
    .optional("messageCountForThisVisit",           .integer, "How many messages this conversation has, from both sides"),
    .optional("messageCountAcrossAllVisits",        .integer, "How many messages all conversations have, from both sides"),
    .optional("secondsSinceLastMessage",            .number,  "How many seconds ago one of the two sides wrote"),
    .optional("secondsSinceLastMessageToOperator",  .number,  "How many seconds ago the visitor wrote"),
    .optional("secondsSinceLastMessageToVisitor",   .number,  "How many seconds ago an operator wrote"),
    .optional("secondsSinceLastNotificationToOperator", .number, "How many seconds ago operators were shown a note"),
    .optional("conversationBeginPage",              .string,  "The address of the page on which the chat began"),
    .optional("referrer",                           .string,  "The address of the page that led the visitor to the site"),
    .optional("referredByPaidAdvertisingThisVisit", .boolean, "Whether a paid advertisement led to this visit"),
    .optional("referredByPaidAdvertisingEver",      .boolean, "Whether a paid advertisement ever led to a visit"),
    .optional("referredByCampaignThisVisit",        .boolean, "Whether a campaign by e-mail or blog led to this visit"),
    .optional("referredByCampaignEver",             .boolean, "Whether a campaign by e-mail or blog ever led to a visit"),
    .optional("searchTextForThisVisit",             .string,  "What was searched for before this visit"),
    .optional("searchTextForPreviousVisits",        .string,  "What was searched for before earlier visits"),
    .optional("browser",                            .string,  "The browser's name and version in one string"),
    .optional("operatingSystem",                    .string,  "The operating system's name"),
    .optional("ip",                                 .string,  "The IP address; today the words `not available`"),
    .optional("customFields",                       .dictionary, "What api.visitor.updateCustomFields was given"),
  ]

  private static let page: [Member] = [
    .optional("title", .string, "The page's title"),
    .optional("url", .string, "The page's address"),
  ]
}
