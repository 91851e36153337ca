public struct OlarkTranscript: Sendable, Hashable {}
