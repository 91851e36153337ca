// The calls that open and close the chat box, and the callbacks that tell of it.

// The columns are the point of this table; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let behavior = Self("Chat box behavior", [
    .method("api.box.show",        "Show the chatbox",     "Shows the chat box, even if it is hidden"),
    .method("api.box.hide",        "Hide the chatbox",     "Hides the chat box; operators still see the visitor"),
    .method("api.box.expand",      "Expand the chatbox",   "Opens the chat box in its full height, and shows it"),
    .method("api.box.shrink",      "Minimize the chatbox", "Minimizes the chat box to its button"),
    .method("api.box.setLocale",   "Dynamically change the chatbox language",
            [.required("locale", .language, "The language")],
                                                           "Changes the language of a loaded chat box, except for texts set by a `locale` setting"),
    .callback("api.box.onShow",    "On chatbox show",      "The chat box became visible"),
    .callback("api.box.onHide",    "On chatbox hide",      "The chat box became invisible"),
    .callback("api.box.onExpand",  "On chatbox expand",    "The chat box was opened"),
    .callback("api.box.onShrink",  "On chatbox minimize",  "The chat box was minimized to its button"),
  ])
}

extension OlarkAPI.ValueType {
  /// The languages for which Olark has texts.
  static let language = Self.oneOf([
    "en-US", "de-DE", "es-ES", "fr-FR", "it-IT", "nl-NL", "pt-BR", "ru-RU", "sv-SE", "tr-TR", "zh-CN",
  ])
}
