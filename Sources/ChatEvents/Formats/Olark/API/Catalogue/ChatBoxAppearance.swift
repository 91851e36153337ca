// The settings of how the chat box looks.

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let appearance = Self("Chat box appearance", [
    .setting("system.hb_show_as_tab",      .boolean,                            "Show as Tab",                     meaning: "Whether the closed chat box is a tab"),
    .setting("system.hb_primary_color",    .color,                              "Set Theme Color",                 meaning: "The main colour of the chat box"),
    // The page shows "left"; "right" is where the chat box stands without the setting.
    .setting("system.hb_position",         .oneOf(["left", "right"]),           "Change Chatbox Position",         meaning: "The side of the window where the chat box appears"),
    .setting("system.hb_disable_mobile",   .boolean,                            "Disable the Mobile Chatbox",      meaning: "Whether the chat box is hidden on mobile devices"),
    .setting("system.hb_detached",         .boolean,                            "Floating Chatbox (Experimental)", meaning: "Whether the chat box floats a little above the lower edge of the window"),
    .setting("system.hb_dark_theme",       .boolean,                            "Set Dark Theme",                  meaning: "Whether the chat box is dark"),
    .setting("system.hb_custom_style",     .object([general]),
             "Change the Color of Visitor Messages", "Change Font Family", "Change the Border Radius",              meaning: "The chat box's fonts, its corners, and the colour of the visitor's messages"),
    .setting("system.hb_chatbox_size",     .oneOf(["sm", "md", "lg", "dr"]),    "Change Chatbox Size",             meaning: "The size of the chat box: small, medium, large, or a full-height drawer at the side")
             .otherwise("md"),
    .setting("system.right_to_left",       .boolean,                            "Change Text Position",            meaning: "Whether text runs from right to left"),
    .setting("system.hb_show_button_text", .boolean,                            "Show Button Text",                meaning: "Whether the chat box's button has a text"),
  ])

  /// The page's three examples give all members, an empty string for what stays as it is.
  private static let general = OlarkAPI.Member.required("general", .object([
    .optional("fonts",          .array(of: .string),                "The fonts, the preferred one first, which the page must have loaded"),
    .optional("corners",        .oneOf(["soft", "hard", ""]),       "Whether corners are round, which is the default"),
    .optional("secondaryColor", .either([.color, .oneOf([""])]),    "The colour of the visitor's messages"),
  ]), "The style of the whole chat box")
}
