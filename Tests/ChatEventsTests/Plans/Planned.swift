import JSONText

@testable import ChatEvents

/// What is found in calls that are held against plans, as `code pointer`, in the order of the text; findings of other rules are left out.
struct Planned: Equatable, CustomStringConvertible {
  var description: String
  var messages: [String] = []
  var tally = SelectionTally()

  init(_ calls: String, _ plans: [TrackingPlan], as format: Format = .segment) throws {
    var settings = ValidationSettings()
    settings.plans = plans
    let conversion = try Conversion("\(calls)\n".utf8) {
      $0 = RunOptions(from: format, task: .validate(settings))
    }
    let findings = conversion.checked.flatMap(\.findings).filter { Code.plans.contains($0.code) }
    description = findings.map { "\($0.code.name) \($0.pointer.description)" }.joined(separator: ", ")
    messages = findings.map(\.message)
    tally = conversion.balance.selection
  }

  init(_ calls: String, _ plan: String) throws { try self.init(calls, [TrackingPlan(Array(plan.utf8))]) }

  /// Holds the properties of one event against a schema of them.
  init(properties: String, schema: String) throws {
    try self.init(
      #"{"type":"track","userId":"u","event":"E","properties":\#(properties)}"#, #"{"E":\#(schema)}"#)
  }

  static func == (left: Planned, right: Planned) -> Bool { left.description == right.description }
}

/// Returns what is wrong with the text of a plan, as a report shows it, with what to do.
func fault(of plan: String, event: String? = nil) -> String? {
  do {
    _ = try TrackingPlan(Array(plan.utf8), event: event)
    return nil
  } catch {
    return error.description
  }
}
