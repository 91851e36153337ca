extension OlarkItem {
  /// What an item is. The set is open: a kind that Olark has yet to invent is kept as it came.
  ///
  /// Source: Olark, "Webhooks", and every payload that was found; no other kind was. Read in November 2026.
  public struct Kind: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The kind's name on the wire.
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    /// An operator, or the site on their behalf, wrote to the visitor.
    public static let messageToVisitor = Kind(rawValue: "MessageToVisitor")

    /// The visitor wrote to the operators.
    public static let messageToOperator = Kind(rawValue: "MessageToOperator")

    /// The visitor wrote while no operator was there; a form's answers stand in the body, a line each.
    public static let offlineMessage = Kind(rawValue: "OfflineMessage")

    /// The kinds that Olark's documents and payloads have.
    static let known = [messageToVisitor, messageToOperator, offlineMessage]
  }
}
