internal import JSONText

// Tracking plans as Segment's APIs return them.

extension PlanFacts {
  /// What calls are planned by, whichever service they are for.
  ///
  /// Source: Segment, "Protocols: Create a Tracking Plan" and "Tracking Plan API"; RudderStack, "Tracking Plans". Read in November
  /// 2026. A kind of call that is not among these has no rules with either of them.
  static func ofCalls(
    _ rules: @escaping @Sendable (JSONValue) throws(PlanFault) -> [PlanRule]?
  ) -> PlanFacts {
    PlanFacts(
      kind: "type",
      kinds: [
        PlannedKind(name: "track", title: "event", section: "properties", isUnplannedWithoutRule: true),
        PlannedKind(name: "page", title: "name", section: "properties", isUnplannedWithoutRule: false),
        PlannedKind(name: "screen", title: "name", section: "properties", isUnplannedWithoutRule: false),
        PlannedKind(name: "identify", title: nil, section: "traits", isUnplannedWithoutRule: false),
        PlannedKind(name: "group", title: nil, section: "traits", isUnplannedWithoutRule: false),
      ],
      version: ["context", "protocols", "event_version"], rules: rules)
  }

  /// Segment's.
  static let segment = ofCalls { plan throws(PlanFault) in
    if let data = plan["data"], data.objectValue != nil {
      return try SegmentPlan(root: ["data"]).rules(of: data)
    }
    return try SegmentPlan(root: []).rules(of: plan)
  }
}

/// A reader of plans in the two forms that Segment has.
private struct SegmentPlan {
  /// The way to what is read.
  let root: [String]

  /// Returns the rules: a list of them (Public API), or lists by kind (the older Config API).
  func rules(of plan: JSONValue) throws(PlanFault) -> [PlanRule]? {
    if let list = plan["rules"]?.arrayValue {
      if let next = plan["pagination"]?["next"], !next.isNull {
        throw PlanFault(
          "this is only one page of the list of rules", at: root + ["pagination", "next"],
          fix: "fetch all pages, and put all rules in one list")
      }
      return try rules(in: list)
    }
    guard let kinds = plan["rules"], kinds.objectValue != nil else { return nil }
    return try rules(byKind: kinds)
  }

  /// The Public API's list: `type`, `key`, `version` and `jsonSchema` of each rule.
  ///
  /// Source: Segment, "Public API: List Rules from Tracking Plan". Read in November 2026.
  private func rules(in list: [JSONValue]) throws(PlanFault) -> [PlanRule] {
    var rules: [PlanRule] = []
    for (index, rule) in list.enumerated() {
      let way = root + ["rules", String(index)]
      guard let type = try rule.planText("type", at: way) else {
        throw PlanFault("a rule has no type", at: way, fix: "add its type, such as \"TRACK\"")
      }
      guard let schema = rule["jsonSchema"] else {
        throw PlanFault(
          "a rule has no jsonSchema", at: way, fix: "export the plan with the schemas of its rules")
      }
      let kind = try kind(of: type, at: way + ["type"])
      let name = kind?.title == nil ? nil : try rule.planText("key", at: way)
      if let kind, kind.isUnplannedWithoutRule, name == nil {
        throw PlanFault(
          "a rule for an event has no key", at: way, fix: "add the name of the event as its key")
      }
      rules.append(
        PlanRule(
          kind?.name, named: name, version: rule.planNumber("version"), schema, at: way + ["jsonSchema"],
          section: kind.map { [$0.section] } ?? []))
    }
    return rules
  }

  /// Returns the kind of a type as the list writes it; nil for rules about all calls.
  private func kind(of type: String, at way: [String]) throws(PlanFault) -> PlannedKind? {
    if type == "COMMON" { return nil }
    guard let kind = PlanFacts.segment.kinds.first(where: { $0.name == type.lowercased() }) else {
      throw PlanFault(
        "unknown call type \"\(type)\"", at: way,
        fix: "use TRACK, IDENTIFY, GROUP, PAGE, SCREEN or COMMON")
    }
    return kind
  }

  /// The Config API's object: events with their schemas as `rules`, and one schema for each other kind.
  ///
  /// RudderStack's first form of a plan is the same.
  ///
  /// Source: Segment, "Config API: Tracking Plans"; rudder-transformer, `src/util/trackingPlan.js`. Read in November 2026.
  private func rules(byKind kinds: JSONValue) throws(PlanFault) -> [PlanRule] {
    var rules: [PlanRule] = []
    for (key, value) in kinds.objectValue ?? [:] where !value.isNull {
      let way = root + ["rules", key]
      switch key {
      case "events": rules += try PlanRule.events(value, at: way)
      case "global": rules.append(PlanRule(nil, named: nil, value, at: way, section: []))
      case "identify_traits", "group_traits":
        guard value.arrayValue?.isEmpty == true else {
          throw PlanFault(
            "lists of traits are not supported", at: way,
            fix: "move the traits to the schema of identify or group")
        }
      default:
        guard let kind = PlanFacts.segment.kind(named: key) else {
          throw PlanFault("unknown call type \"\(key)\"", at: way, fix: "remove it from the plan")
        }
        rules.append(PlanRule(kind.name, named: nil, value.withoutVersion, at: way, section: [kind.section]))
      }
    }
    return rules
  }
}

extension PlanRule {
  /// Returns the rules of a list of events, each with its schema as `rules`.
  ///
  /// Source: as for ``PlanFacts/segment``; rudder-transformer, `src/util/trackingPlan.js`. Read in November 2026.
  static func events(_ list: JSONValue, at way: [String]) throws(PlanFault) -> [PlanRule] {
    guard let events = list.arrayValue else {
      throw PlanFault("expected an array of events", at: way, fix: "write a list, even for one event")
    }
    var rules: [PlanRule] = []
    for (index, event) in events.enumerated() {
      rules.append(try PlanRule(event: event, at: way + [String(index)]))
    }
    return rules
  }

  private init(event: JSONValue, at way: [String]) throws(PlanFault) {
    let type = try event.planText("eventType", at: way) ?? "track"
    guard let kind = PlanFacts.segment.kind(named: type) else {
      throw PlanFault(
        "unknown call type \"\(type)\"", at: way + ["eventType"],
        fix: "use track, identify, group, page or screen")
    }
    let name = kind.title == "event" ? try event.planText("name", at: way) : nil
    if kind.isUnplannedWithoutRule, name == nil {
      throw PlanFault("an event has no name", at: way, fix: "add the name of the event")
    }
    guard let schema = event["rules"] else {
      throw PlanFault("an event has no rules", at: way, fix: "export the plan with the schemas of its events")
    }
    let section = try event.planText("identitySection", at: way)?.split(separator: ".").map(String.init)
    self.init(
      kind.name, named: name, version: event.planNumber("version"), schema.withoutVersion,
      at: way + ["rules"], section: section ?? [kind.section])
  }
}

extension JSONValue {
  /// The same schema without the version that plans put beside its keywords.
  fileprivate var withoutVersion: JSONValue {
    guard var members = objectValue, members["version"]?.numberValue != nil else { return self }
    members.removeAll("version")
    return .object(members)
  }
}
