// The settings of what the chat box does.

// The columns are the point of this table; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let configuration = Self("Configure the chat box", [
    .setting("features.feedback",                  .boolean,  "Enable Chat Ratings",              meaning: "Whether visitors are asked to rate the chat at its end"),
    .setting("features.prechat_survey",            .boolean,  "Enable Pre-chat Survey",           meaning: "Whether visitors fill in a survey before a chat"),
    .setting("box.start_expanded",                 .boolean,  "Expand chatbox on load",           meaning: "Whether the chat box is open when the page has loaded"),
    .setting("box.start_hidden",                   .boolean,  "Start chatbox hidden",             meaning: "Whether the chat box is hidden until a call shows it"),
    .setting("box.inline",                         .boolean,  "Load chatbox in DOM element",      meaning: "Whether the chat box is placed in the page's element with the id olark-box-container"),
    .setting("system.give_location_to_operator",   .boolean,  "Page change notifications",        meaning: "Whether operators are notified when the visitor goes to another page; the default is yes"),
    .setting("system.disable_default_visitor_information", .boolean, "Pre-chat visitor notifications", meaning: "Whether operators get no notice of location, page and earlier chats when a chat begins"),
    .setting("system.localization",                .language, "Configure the default language",   meaning: "The language of the chat box; settings that begin with locale set single texts"),
    .setting("system.group",                       .string,   "Set operator group",               meaning: "The id of the operator group that receives the visitor's messages; set before the chat box loads, changed later by api.chat.setOperatorGroup").needing(OlarkAPI.groups),
    .setting("system.allowed_domains",             .string,   "Allowed domains",                  meaning: "The domains that show the chat box, comma-separated, with * for any part"),
    .setting("system.is_single_page_application",  .boolean,  "Single page applications",         meaning: "Whether the site is a single-page application, so that navigation does not count as leaving"),
    .setting("system.chat_does_not_follow_external_links", .boolean, "Prevent non-local URL wrapping", meaning: "Whether a link to another site closes the chat box"),
  ])
}
