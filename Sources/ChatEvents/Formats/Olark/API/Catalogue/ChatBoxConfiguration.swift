// The settings of what the chat box does.

// The columns are the point of this table; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let configuration = Self("Configure the chat box", [
    .setting("features.feedback",                  .boolean,  "Enable Chat Ratings",              meaning: "Whether visitors are asked to rate the chat when it is over"),
    .setting("features.prechat_survey",            .boolean,  "Enable Pre-chat Survey",           meaning: "Whether visitors are asked who they are before a chat"),
    .setting("box.start_expanded",                 .boolean,  "Expand chatbox on load",           meaning: "Whether the chat box is open when the page has loaded"),
    .setting("box.start_hidden",                   .boolean,  "Start chatbox hidden",             meaning: "Whether the chat box stays invisible until something shows it"),
    .setting("box.inline",                         .boolean,  "Load chatbox in DOM element",      meaning: "Whether the chat box goes into the page's element with the id olark-box-container"),
    .setting("system.give_location_to_operator",   .boolean,  "Page change notifications",        meaning: "Whether operators are told when the visitor goes to another page; they are without the setting"),
    .setting("system.disable_default_visitor_information", .boolean, "Pre-chat visitor notifications", meaning: "Whether operators are told nothing of place, page and earlier chats when a chat begins"),
    .setting("system.localization",                .language, "Configure the default language",   meaning: "The language of the chat box; single texts are set by the settings that begin with locale"),
    .setting("system.group",                       .string,   "Set operator group",               meaning: "The id of the group of operators that gets what the visitor writes; it is set before the chat box loads, and later changed by api.chat.setOperatorGroup").needing(OlarkAPI.groups),
    .setting("system.allowed_domains",             .string,   "Allowed domains",                  meaning: "The domains that show the chat box, with commas between them and * for any part"),
    .setting("system.is_single_page_application",  .boolean,  "Single page applications",         meaning: "Whether the visitor stays on one page, and does not count as gone for it"),
    .setting("system.chat_does_not_follow_external_links", .boolean, "Prevent non-local URL wrapping", meaning: "Whether a link to another site leaves the chat box behind"),
  ])
}
