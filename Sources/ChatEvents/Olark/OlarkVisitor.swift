public struct OlarkVisitor: Sendable, Hashable {}
