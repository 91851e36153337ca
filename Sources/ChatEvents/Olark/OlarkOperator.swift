public struct OlarkOperator: Sendable, Hashable {}
