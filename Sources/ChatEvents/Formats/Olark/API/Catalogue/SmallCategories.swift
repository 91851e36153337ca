// The categories of the menu that have few entries.

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let googleAnalytics = Self("Google Analytics", [
    .setting("features.google_analytics",  .boolean, "Enable Google Analytics", meaning: "Switches the Google Analytics integration on or off for this page"),
    .setting("system.google_analytics_id", .string,  "Set Google Analytics ID", meaning: "The Google Analytics id for this page"),
  ])

  static let preChatSurvey = Self("Pre-chat survey", [
    .setting("system.ask_for_name",  .answer, "Require name",         meaning: "Whether the pre-chat survey asks for a name").needing(survey),
    .setting("system.ask_for_email", .answer, "Require email",        meaning: "Whether the pre-chat survey asks for an e-mail address").needing(survey),
    .setting("system.ask_for_phone", .answer, "Require phone number", meaning: "Whether the pre-chat survey asks for a phone number").needing(survey),
  ])

  private static let survey = "the pre-chat survey, `features.prechat_survey`"

  static let targetedChat = Self("Targeted Chat", [
    .method("api.rules.defineRule", "Define Targeted Chat rules", options: [
      .required("id",          .string,   "A unique name"),
      .required("description", .string,   "A description of the rule"),
      .required("condition",   .function([.required("pass", .function([]), "Must be called if the rule applies")]), "Checks whether the rule applies"),
      .required("action",      .function([]), "Performs the rule's action"),
      .optional("perPage",     .boolean,  "Whether the action runs at most once per page"),
      .optional("perVisit",    .boolean,  "Whether the action runs at most once per visit"),
      .optional("perVisitor",  .boolean,  "Whether the action runs at most once per visitor"),
    ],                                                           "Adds a rule that runs automatically, for example to greet a visitor after five pages"),
  ])
}

extension OlarkAPI.ValueType {
  /// Whether a question must be answered, may be, or is not asked.
  fileprivate static let answer = Self.oneOf(["required", "optional", "hidden"])
}
