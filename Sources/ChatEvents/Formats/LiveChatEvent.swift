/// A live chat event, by its short name for `--events`.
///
/// Source: Segment, "Spec: Live Chat Events". Read in November 2026.
public enum LiveChatEvent: String, Sendable, Hashable, CaseIterable {
  /// The conversation started.
  case started
  /// The visitor sent a message.
  case sent
  /// The visitor received a message.
  case received
  /// The conversation ended.
  case ended

  /// Its name in the specification, such as `Live Chat Message Sent`.
  public var name: String {
    switch self {
    case .started: "Live Chat Conversation Started"
    case .sent: "Live Chat Message Sent"
    case .received: "Live Chat Message Received"
    case .ended: "Live Chat Conversation Ended"
    }
  }
}
