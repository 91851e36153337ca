internal import JSONText

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
