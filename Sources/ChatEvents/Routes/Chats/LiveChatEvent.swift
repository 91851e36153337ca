internal import JSONText

/// A live chat event, by the name that `--events` knows it under.
///
/// Source: Segment, "Spec: Live Chat Events". Read in November 2026.
enum LiveChatEvent: String {
  case started, sent, received, ended

  /// Its name in the specification.
  var name: String {
    switch self {
    case .started: "Live Chat Conversation Started"
    case .sent: "Live Chat Message Sent"
    case .received: "Live Chat Message Received"
    case .ended: "Live Chat Conversation Ended"
    }
  }
}

extension Emission {
  /// The emission of a live chat event: rows that it shares with others, its name, and rows of its own.
  static func chat(
    _ event: LiveChatEvent, each list: String? = nil, if given: Condition, _ shared: [Row], _ own: [Row] = [],
    order: [Path], onRequest isOptIn: Bool = false
  ) -> Emission {
    Emission(
      event.name, each: list, if: given, shared + [.always("event", "\"\(event.name)\"")] + own, order: order,
      alwaysThere: ["properties"], call: "track", event: event.rawValue, onRequest: isOptIn)
  }
}
