internal import JSONText

extension PlanFacts {
  /// RudderStack's: a list of events, each with its type and the schema of the whole call, or of the section that it names.
  ///
  /// Its first form, in which `rules` holds the events, is the same as the older one of ``segment``.
  ///
  /// Source: RudderStack, "Data Catalog API: Tracking Plans"; rudder-transformer, `src/util/trackingPlan.js` and
  /// `src/util/eventValidation.js`. Read in November 2026.
  static let rudderstack = ofCalls { plan throws(PlanFault) in
    guard let events = plan["events"], events.arrayValue != nil else { return nil }
    return try PlanRule.events(events, at: ["events"])
  }
}
