import JSONText
import Testing

@testable import ChatEvents

/// Which forms of a plan are read, and which calls their rules are for.
@Suite struct TrackingPlanTests {
  private static let number = #"{"type":"object","properties":{"n":{"type":"number"}},"required":["n"]}"#
  private static let wrong = #"{"type":"track","userId":"u","event":"E","properties":{"n":"x"}}"#

  /// The same rule in each form.
  static let forms = [
    #"{"E":\#(number)}"#,
    #"{"rules":[{"type":"TRACK","key":"E","version":1,"jsonSchema":\#(number)}]}"#,
    #"{"data":{"rules":[{"type":"TRACK","key":"E","jsonSchema":{"properties":{"context":{},"traits":{},"properties":\#(number)}}}],"pagination":{"current":"MA=="}}}"#,
    #"{"rules":{"events":[{"name":"E","description":"","version":1,"rules":{"$schema":"http://json-schema.org/draft-07/schema#","labels":{},"type":"object","properties":{"context":{},"traits":{"type":"object"},"properties":\#(number)}}}],"identify_traits":[],"group_traits":[]}}"#,
    #"{"name":"P","version":"2","events":[{"id":"ev_1","name":"E","eventType":"track","rules":{"type":"object","properties":{"properties":\#(number)}}}]}"#,
    #"{"events":[{"name":"E","eventType":"track","identitySection":"properties","rules":\#(number)}]}"#,
  ]

  @Test(arguments: forms)
  func eachFormIsRead(plan: String) throws {
    #expect(try Planned(Self.wrong, plan).description == "plan-datatype-mismatch /properties/n")
    #expect(try Planned(Self.wrong.replacing(#""x""#, with: "1"), plan).description == "")
    #expect(
      try Planned(Self.wrong.replacing(#""E""#, with: #""e""#), plan).description == "unplanned-event /event")
  }

  @Test func oneSchemaIsForTheEventOfItsFile() throws {
    let schema = #"{"$schema":"https://json-schema.org/draft/2020-12/schema","required":["n"]}"#
    let plan = try TrackingPlan(Array(schema.utf8), event: "E")
    #expect(
      try Planned(#"{"type":"track","userId":"u","event":"E"}"#, [plan]).description
        == "plan-required-missing ")
    #expect(fault(of: schema)?.hasPrefix("1:1: a single schema does not name its event") == true)
  }

  @Test(arguments: [
    ("[]", "1:1: expected an object"), ("{}", "1:1: the plan has no rules"),
    (#"{"rules":[]}"#, "1:1: the plan has no rules"),
    (#"{"rules":{"events":[]}}"#, "1:1: the plan has no rules"),
    (#"{"events":[]}"#, "1:1: the plan has no rules"),
    (#"{"E":1}"#, #"1:6: expected the schema of the event "E" at /E"#),
    (#"{"rules":[{"key":"E","jsonSchema":{}}]}"#, "1:11: a rule has no type at /rules/0"),
    (#"{"rules":[{"type":"TRACK","jsonSchema":{}}]}"#, "1:11: a rule for an event has no key at /rules/0"),
    (#"{"rules":[{"type":"TRACK","key":"E"}]}"#, "1:11: a rule has no jsonSchema at /rules/0"),
    (
      #"{"rules":[{"type":"ALIAS","jsonSchema":{}}]}"#,
      #"1:19: unknown call type "ALIAS" at /rules/0/type"#
    ),
    (
      #"{"data":{"rules":[{"type":"TRACK","key":"E","jsonSchema":{}}],"pagination":{"next":"Mg=="}}}"#,
      "1:84: this is only one page of the list of rules at /data/pagination/next"
    ),
    (#"{"rules":{"events":[{"rules":{}}]}}"#, "1:21: an event has no name at /rules/events/0"),
    (#"{"rules":{"events":[{"name":"E"}]}}"#, "1:21: an event has no rules at /rules/events/0"),
    (#"{"rules":{"alias":{}}}"#, #"1:19: unknown call type "alias" at /rules/alias"#),
    (
      #"{"rules":{"identify_traits":[{}]}}"#,
      "1:29: lists of traits are not supported at /rules/identify_traits"
    ),
    (#"{"events":[{"name":7,"rules":{}}]}"#, "1:20: expected a string at /events/0/name"),
    (
      #"{"events":[{"name":"E","rules":{}},{"name":"E","rules":{}}]}"#,
      #"1:56: duplicate rule for the event "E" at /events/1/rules"#
    ),
  ])
  func plansThatSayTooLittleAreRefused(plan: String, message: String) {
    #expect(fault(of: plan)?.hasPrefix(message) == true, "\(fault(of: plan) ?? "read")")
  }

  @Test func aPlanThatIsRefusedAddsNothing() throws {
    var plan = try TrackingPlan(Array(Self.forms[0].utf8))
    let before = plan
    #expect(throws: TrackingPlanError.self) { try plan.add(Array(Self.forms[1].utf8)) }
    #expect(plan == before)
  }

  @Test func callsOfOtherKindsAreKnownByTheirKind() throws {
    let plan =
      #"{"identify":{"required":["email"]},"group":{"required":["name"]},"page":{"required":["url"]},"screen":{"properties":{"a":{"type":"null"}}}}"#
    let calls = [
      #"{"type":"identify","userId":"u","traits":{}}"#, #"{"type":"group","userId":"u","groupId":"g"}"#,
      #"{"type":"page","userId":"u","name":"Home","properties":{}}"#,
      #"{"type":"screen","userId":"u","properties":{"a":1}}"#,
      #"{"type":"alias","userId":"u","previousId":"p"}"#,
    ]
    #expect(
      try Planned(calls.joined(separator: "\n"), plan).description
        == "plan-required-missing /traits, plan-required-missing , plan-required-missing /properties, plan-datatype-mismatch /properties/a"
    )
  }

  @Test func pagesHaveRulesByTheirNames() throws {
    let plan =
      #"{"rules":[{"type":"PAGE","key":"Home","jsonSchema":{"required":["a"]}},{"type":"PAGE","key":"","jsonSchema":{"required":["b"]}}]}"#
    func found(_ name: String) throws -> String {
      try Planned(#"{"type":"page","userId":"u","name":"\#(name)","properties":{}}"#, plan).messages.joined(
        separator: "; ")
    }
    let (a, b) = (
      #"the plan requires a member "a" (Required-Missing)"#,
      #"the plan requires a member "b" (Required-Missing)"#
    )
    #expect(try found("Home") == "\(b); \(a)")
    #expect(try found("Away") == b)
  }

  @Test func rulesForAllCallsAreForAll() throws {
    let plan =
      #"{"rules":[{"type":"COMMON","jsonSchema":{"properties":{"context":{"required":["app"]}},"required":["context"]}},{"type":"TRACK","key":"E","jsonSchema":{}}]}"#
    #expect(
      try Planned(
        #"{"type":"track","userId":"u","event":"E"}"# + "\n"
          + #"{"type":"alias","userId":"u","previousId":"p","context":{}}"#, plan
      )
      .description == "plan-required-missing , plan-required-missing /context")
  }

  @Test func theVersionOfACallChoosesTheRule() throws {
    let plan =
      #"{"rules":[{"type":"TRACK","key":"E","version":2,"jsonSchema":{"required":["two"]}},{"type":"TRACK","key":"E","version":1,"jsonSchema":{"required":["one"]}}]}"#
    func found(_ context: String) throws -> String {
      try Planned(#"{"type":"track","userId":"u","event":"E","properties":{},"context":\#(context)}"#, plan)
        .messages.joined()
    }
    #expect(try found(#"{"protocols":{"event_version":2}}"#).contains(#""two""#))
    for oldest in [
      #"{"protocols":{"event_version":1}}"#, #"{"protocols":{"event_version":9}}"#,
      #"{"protocols":{"event_version":"2"}}"#, "{}",
    ] {
      #expect(try found(oldest).contains(#""one""#), "\(oldest)")
    }
  }

  @Test func allRulesOfAllPlansCount() throws {
    let plans = try [#"{"E":{"required":["a"]},"F":true}"#, #"{"E":{"required":["b"]}}"#].map {
      try TrackingPlan(Array($0.utf8))
    }
    let event = #"{"type":"track","userId":"u","event":"E","properties":{}}"#
    #expect(try Planned(event, plans).messages.count == 2)
    let other = try Planned(event.replacing(#""E""#, with: #""F""#), plans)
    #expect(other.description == "")
    #expect(other.tally.plans == [0])
  }

  @Test func eachCallOfABatchIsHeldAgainstThePlan() throws {
    let batch =
      #"{"batch":[{"type":"track","userId":"u","event":"E","properties":{}},{"type":"track","userId":"u","event":"X"}]}"#
    for format in [Format.segment, .rudderstack] {
      let planned = try Planned(batch, [TrackingPlan(Array(#"{"E":{"required":["a"]}}"#.utf8))], as: format)
      #expect(
        planned.description == "plan-required-missing /batch/0/properties, unplanned-event /batch/1/event")
    }
  }

  @Test func aTrackWithoutANameIsNotUnplanned() throws {
    let calls = [
      #"{"type":"track","userId":"u"}"#, #"{"type":"track","userId":"u","event":""}"#,
      #"{"type":"track","userId":"u","event":7}"#,
    ]
    #expect(try Planned(calls.joined(separator: "\n"), #"{"E":true}"#).description == "")
  }

  @Test func theNameThatIsProbablyMeantIsNamed() throws {
    let plan = try TrackingPlan(Array(#"{"Order Completed":true,"Cart Viewed":true}"#.utf8))
    var settings = ValidationSettings()
    settings.plans = [plan]
    let calls = ["Order completed", "Something Else", "Order completed"].map {
      #"{"type":"track","userId":"u","messageId":"m","event":"\#($0)"}"#
    }
    let conversion = try Conversion(calls.joined(separator: "\n").utf8) {
      $0 = RunOptions(from: .segment, task: .validate(settings))
    }
    let near = #"write "Order Completed" if you mean that event, or add the event to the plan"#
    #expect(
      conversion.checked.flatMap(\.findings).map(\.fix) == [
        near, "add the event to the plan, or correct its name", near,
      ])
  }

  @Test func namesAreComparedByCodePoints() throws {
    let plan = #"{"\u00e9":true}"#
    #expect(try Planned(#"{"type":"track","userId":"u","event":"\u00e9"}"#, plan).description == "")
    #expect(
      try Planned(#"{"type":"track","userId":"u","event":"e\u0301"}"#, plan).description
        == "unplanned-event /event")
  }
}
