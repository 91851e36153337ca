/// Olark's JavaScript API as data: every call, setting and callback that its page describes.
///
/// The catalogue is asked, never run: a page's own JavaScript talks to the chat box. `chatevents api` prints it, and
/// ``problems(in:)`` holds calls and settings against it.
///
/// Source: Olark, "Javascript API" (olark.com/api), read in November 2026. What a value may be is said there by examples and
/// lists of arguments; where those leave a choice, a comment beside the entry says how it was made.
public enum OlarkAPI {
  /// The page's menu, category by category, in its order.
  public static let menu: [Category] = [
    .attentionGrabber, .appearance, .behavior, .conversation, .configuration, .googleAnalytics, .greeter,
    .preChatSurvey, .targetedChat, .visitor,
  ]

  /// The menu and, behind it, the chat box's own texts, which the page lists under `system.localization`.
  public static let categories = menu + [.texts]

  /// Everything that has a name, in the order of ``categories``.
  public static let entries = categories.flatMap(\.entries)

  /// The names of the callbacks: the functions that the chat box calls when something happens.
  public static let callbackNames = entries.filter { $0.kind == .callback }.map(\.name)

  /// Returns what has a name; nil where nothing has it.
  ///
  /// Cost: one look into a table.
  public static func entry(named name: String) -> Entry? { places[name].map { entries[$0] } }

  private static let places = Dictionary(
    entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
}
