// The settings of the greeting to first-time visitors.

// The columns are the point of this table; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let greeter = Self("Greeter", [
    .setting("WelcomeAssist.welcome_new_visitors",     .boolean,            "Switch on the Greeter",        meaning: "Whether visitors are greeted on their first visit"),
    .setting("features.greeter",                       .boolean,            "Enable Greeter",               meaning: "Switches the greeting on or off for this page"),
    .setting("WelcomeAssist.welcome_delay_in_seconds", .size,               "Set Greeter delay in seconds", meaning: "The delay of the greeting, in seconds"),
    .setting("WelcomeAssist.welcome_messages",         .array(of: .string), "Set Greeter Welcome Messages", meaning: "The greetings; each visitor gets a random one"),
    .setting("WelcomeAssist.notify_operator_of_new_visitors", .boolean,     "Notify operators of first-time visitors", meaning: "Whether operators are notified of a first visit"),
  ])
}
