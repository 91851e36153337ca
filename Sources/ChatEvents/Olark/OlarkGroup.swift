public struct OlarkGroup: Sendable, Hashable {}
