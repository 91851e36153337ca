public struct OlarkItem: Sendable, Hashable {}
