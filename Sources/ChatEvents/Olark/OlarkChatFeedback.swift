public struct OlarkChatFeedback: Sendable, Hashable {}
