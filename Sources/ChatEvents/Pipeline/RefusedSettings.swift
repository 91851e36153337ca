// What is asked of a route and does nothing there is refused, as on the command line.

extension RouteSettings {
  /// Refuses options, and names in them, of which none of some routes knows anything.
  ///
  /// The namespace and the secret key are for all: some routes write no ids, and a key may come from the environment.
  func validate(for routes: [Route]) throws(RunError) {
    for option in RouteOption.allCases where given.contains(option) {
      guard routes.contains(where: { $0.options.contains(option) }) else { throw .uselessOption(option) }
    }
    let emissions = routes.flatMap(\.emissions)
    try Self.validate(calls?.map(\.rawValue), of: .calls, among: emissions.map(\.call))
    try Self.validate(events?.map(\.rawValue), of: .events, among: emissions.compactMap(\.event))
  }

  private static func validate(
    _ names: [String]?, of option: RouteOption, among known: [String]
  ) throws(RunError) {
    guard let wrong = names?.filter({ !known.contains($0) }).min() else { return }
    var all: [String] = []
    for name in known where !all.contains(name) { all.append(name) }
    throw .unknownName(option, name: wrong, known: all)
  }

  /// The options that are not as they are where nobody says anything.
  private var given: Set<RouteOption> {
    let others: [(RouteOption, Bool)] = [
      (.calls, calls != nil), (.events, events != nil), (.userID, userID != .visitorID),
      (.integrations, integrations != nil), (.timezone, zone != .utc),
      (.consentGranted, !consentGranted.isEmpty), (.consentWithdrawn, !consentWithdrawn.isEmpty),
    ]
    return options.union(others.filter(\.1).map(\.0))
  }
}
