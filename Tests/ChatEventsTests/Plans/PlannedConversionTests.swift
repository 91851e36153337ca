import JSONText
import Testing

@testable import ChatEvents

/// Events that a conversion writes keep to the plans, or their record is rejected.
@Suite struct PlannedConversionTests {
  private static let chats = (0..<6).map { number in
    #"{"kind":"Conversation","id":"c\#(number)","visitor":{"id":"v"},"items":[{"kind":"MessageToOperator","timestamp":"1700000000","body":"\#(number % 2 == 0 ? "hi" : "hello")"}]}"#
  }

  /// A message of five characters breaks it.
  private static let plan =
    #"{"Live Chat Conversation Started":true,"Live Chat Conversation Ended":true,"Live Chat Message Sent":{"properties":{"message_body":{"maxLength":2}}}}"#

  private func conversion(_ plan: String, to target: Format = .segment, blockSize: Int = .max) throws
    -> Conversion
  {
    try Conversion(Self.chats.joined(separator: "\n").utf8, blockSize: blockSize) { options in
      options = RunOptions(from: nil, to: target)
      options.plans = (try? TrackingPlan(Array(plan.utf8))).map { [$0] } ?? []
      if target == .segment { options.settings.calls = [.track] }
    }
  }

  @Test func aRecordThatGivesSuchAnEventIsRejectedWhole() throws {
    let kept = try conversion(Self.plan)
    #expect(kept.balance.converted == 3)
    #expect(kept.balance.rejected == 3)
    #expect(kept.rejects.map(\.code.name) == ["plan-violation", "plan-violation", "plan-violation"])
    #expect(kept.rejects.map(\.place.line) == [2, 4, 6])
    #expect(
      kept.rejects[0].diagnostic.message
        == "the plan expects at most 2 characters (Unknown-Violation) in /properties/message_body of an event"
    )
    #expect(kept.lines.count == kept.balance.events.values.reduce(0, +))
    #expect(!kept.lines.contains { $0.contains("hello") })
    #expect(kept.balance.selection.plans == [0])
  }

  @Test func whatKeepsToThePlanIsWrittenAsWithoutOne() throws {
    let all = try conversion("")
    #expect(all.balance.converted == 6)
    let kept = try conversion(Self.plan)
    let conversations = try all.lines.filter { line in
      let event = try JSONValue(parsing: line)
      return ["c0", "c2", "c4"].contains(event["properties"]?["conversation_id"]?.stringValue)
    }
    #expect(kept.lines == conversations)
  }

  @Test func unplannedEventsRejectTheirRecords() throws {
    let kept = try conversion(#"{"Live Chat Conversation Started":true,"Live Chat Conversation Ended":true}"#)
    #expect(kept.balance.rejected == 6)
    #expect(kept.output == [])
    #expect(kept.balance.events == [:])
    #expect(
      kept.rejects[0].diagnostic.message
        == #"the plan has no event "Live Chat Message Sent" (Unplanned-Event) in /event of an event"#)
  }

  @Test func piecesChangeNothing() throws {
    let whole = try conversion(Self.plan)
    #expect(try conversion(Self.plan, blockSize: 100) == whole)
  }

  @Test func eventsToRudderStackAreHeldAgainstPlansToo() throws {
    let kept = try conversion(#"{"Conversation":{"properties":{"items":{"maxItems":0}}}}"#, to: .rudderstack)
    #expect(kept.balance.rejected == 6)
  }
}
