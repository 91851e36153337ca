import JSONText

@testable import ChatEvents

/// What emissions write of one transcript.
struct EventsOfEmissions {
  /// The events, a line each.
  let lines: [String]
  /// How often each emission wrote one.
  let counts: [Int]
  /// How many stretches several events share.
  let stretchCount: Int

  init(_ emissions: [Emission], of text: String, _ settings: RouteSettings = RouteSettings()) throws {
    let members = Self.members(of: emissions, settings)
    let plan = EmissionPlan(emissions, settings, reading: members)
    let bytes = padded(text)
    var record = RouteRecord(settings: settings)
    var scanner = Scanner(end: text.utf8.count)
    _ = try Document(bytes.span, 0, members, &scanner, into: &record.found.slots)
    var output = Output(capacity: 1)
    var counts = emissions.map { _ in 0 }
    plan.write(bytes.span, &record, to: &output, counts: &counts)
    lines = String(decoding: output.written, as: UTF8.self).split(separator: "\n").map(String.init)
    self.counts = counts
    stretchCount = plan.stretchCount
  }

  /// The members of a transcript that emissions read.
  static func members(of emissions: [Emission], _ settings: RouteSettings = RouteSettings()) -> ReadPlan {
    var inputs = Inputs(nil, settings)
    for emission in emissions { emission.declare(&inputs, settings) }
    let wanted = FormatPlan.Wanted(typed: inputs.typed, ofAnyType: inputs.ofAnyType)
    return FormatPlan(.olark, OlarkTranscript.model, wanted, knowsWritten: false).members
  }
}
