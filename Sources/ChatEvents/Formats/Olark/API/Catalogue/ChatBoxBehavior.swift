// The calls that open and close the chat box, and the callbacks that tell of it.

// The columns are the point of this table; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let behavior = Self("Chat box behavior", [
    .method("api.box.show",        "Show the chatbox",     "Makes the chat box visible, whatever hides it"),
    .method("api.box.hide",        "Hide the chatbox",     "Makes the chat box invisible; operators see the visitor all the same"),
    .method("api.box.expand",      "Expand the chatbox",   "Opens the chat box in its full height, and makes it visible"),
    .method("api.box.shrink",      "Minimize the chatbox", "Closes the chat box down to its button"),
    .method("api.box.setLocale",   "Dynamically change the chatbox language",
            [.required("locale", .language, "The language")],
                                                           "Changes the language of a chat box that is on the page, but for texts that a `locale` setting gives"),
    .callback("api.box.onShow",    "On chatbox show",      "The chat box became visible"),
    .callback("api.box.onHide",    "On chatbox hide",      "The chat box became invisible"),
    .callback("api.box.onExpand",  "On chatbox expand",    "The chat box was opened"),
    .callback("api.box.onShrink",  "On chatbox minimize",  "The chat box was closed down to its button"),
  ])
}

extension OlarkAPI.ValueType {
  /// The languages for which Olark has texts.
  static let language = Self.oneOf([
    "en-US", "de-DE", "es-ES", "fr-FR", "it-IT", "nl-NL", "pt-BR", "ru-RU", "sv-SE", "tr-TR", "zh-CN",
  ])
}
