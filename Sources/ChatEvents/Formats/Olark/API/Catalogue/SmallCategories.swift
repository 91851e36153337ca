// The categories of the menu that have few entries.

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let googleAnalytics = Self("Google Analytics", [
    .setting("features.google_analytics",  .boolean, "Enable Google Analytics", meaning: "Switches the connection to Google Analytics on or off for this page"),
    .setting("system.google_analytics_id", .string,  "Set Google Analytics ID", meaning: "The id under which Google Analytics counts this page"),
  ])

  static let preChatSurvey = Self("Pre-chat survey", [
    .setting("system.ask_for_name",  .answer, "Require name",         meaning: "Whether the survey before a chat asks for a name").needing(survey),
    .setting("system.ask_for_email", .answer, "Require email",        meaning: "Whether the survey before a chat asks for an e-mail address").needing(survey),
    .setting("system.ask_for_phone", .answer, "Require phone number", meaning: "Whether the survey before a chat asks for a phone number").needing(survey),
  ])

  private static let survey = "the survey before a chat, `features.prechat_survey`"

  static let targetedChat = Self("Targeted Chat", [
    .method("api.rules.defineRule", "Define Targeted Chat rules", options: [
      .required("id",          .string,   "A name that no other rule has"),
      .required("description", .string,   "What the rule is for, in words"),
      .required("condition",   .function([.required("pass", .function([]), "Is to be called where the rule applies")]), "Looks whether the rule applies"),
      .required("action",      .function([]), "Does what the rule is for"),
      .optional("perPage",     .boolean,  "Whether the action runs once a page at most"),
      .optional("perVisit",    .boolean,  "Whether the action runs once a visit at most"),
      .optional("perVisitor",  .boolean,  "Whether the action runs once a visitor at most"),
    ],                                                           "Adds a rule that acts by itself, for instance greets a visitor who has seen five pages"),
  ])
}

extension OlarkAPI.ValueType {
  /// Whether a question must be answered, may be, or is not asked.
  fileprivate static let answer = Self.oneOf(["required", "optional", "hidden"])
}
