/// Olark's JavaScript API as data: every call, setting and callback that its page describes.
///
/// The catalogue is only data: a page's own JavaScript talks to the chat box. `chatevents api` prints it, and
/// ``problems(in:)`` checks calls and settings against it.
///
/// Source: Olark, "Javascript API" (olark.com/api), read in November 2026. The page defines values by examples and
/// lists of arguments; if these are ambiguous, a comment next to the entry explains the choice.
public enum OlarkAPI {
  /// The page's menu, category by category, in its order.
  public static let menu: [Category] = [
    .attentionGrabber, .appearance, .behavior, .conversation, .configuration, .googleAnalytics, .greeter,
    .preChatSurvey, .targetedChat, .visitor,
  ]

  /// The menu, followed by the chat box's own texts, which the page lists under `system.localization`.
  public static let categories = menu + [.texts]

  /// All entries, in the order of ``categories``.
  public static let entries = categories.flatMap(\.entries)

  /// The names of the callbacks: the functions that the chat box calls when something happens.
  public static let callbackNames = entries.filter { $0.kind == .callback }.map(\.name)

  /// Returns the entry with a name; nil if there is none.
  ///
  /// Cost: one hash look-up.
  public static func entry(named name: String) -> Entry? { places[name].map { entries[$0] } }

  private static let places = Dictionary(
    entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
}
