import ChatEvents
import JSONText

/// Tests one way to process records: the text is a source in any container.
struct RecordTarget: Sendable {
  /// What a fault names it by.
  let name: String

  /// What is true of what it writes, besides what is true of every run.
  let law: Law

  let pipeline: RecordPipeline
  let export: ExportWriter?

  enum Law: Sendable {
    /// Nothing more.
    case none
    /// The output is one object a line.
    case objects
    /// The same, and there are as many as the balance counts events.
    case events
    /// The same, and it becomes records again which give the same events.
    case lossless(back: RecordPipeline)
    /// The same without the count, and processing it again changes nothing.
    case redacted
    /// The same, and nothing is found in it that is to be redacted.
    case clean(verifier: RecordPipeline)
    /// Each record is reported.
    case validated
  }

  func test(_ text: [UInt8], step: Int) {
    let whole = Run(pipeline, text, export)
    let pieces = Run(pipeline, text, step: step, export)
    if let difference = pieces.difference(from: whole) {
      report("in pieces of \(step) bytes, at once: \(difference)")
    }
    testRejects(whole, text)
    testBalance(whole)
    switch law {
    case .none: break
    case .objects: testLines(whole.output)
    case .events: testEvents(whole)
    case .lossless(let back):
      testEvents(whole)
      testWayBack(whole, back)
    case .redacted:
      testLines(whole.output)
      testAgain(whole)
    case .clean(let verifier):
      testLines(whole.output)
      testAgain(whole)
      let found = Run(verifier, whole.output).checked.flatMap(\.findings).filter {
        $0.code.name == "personal-data"
      }
      holds(found.isEmpty, "in what was redacted is left: \(found)\n\(shown(whole.output))")
    case .validated:
      let records = whole.checked.count(where: \.isRecord)
      holds(records == whole.balance.read, "\(records) records of \(whole.balance.read) are reported")
    }
  }

  /// Each reject is a part of the source, and is written as one line of JSON.
  private func testRejects(_ run: Run, _ text: [UInt8]) {
    var lines = Output()
    for reject in run.rejects {
      let range = reject.range
      holds(
        range.lowerBound >= 0 && range.upperBound <= text.count, "a reject outside of the source: \(reject)")
      holds(reject.offset >= 0 && reject.offset <= text.count, "a fault outside of the source: \(reject)")
      let report = reject.report(source: "source")
      holds(
        report.hasSuffix("\n") && report.split(separator: "\n").count <= 2,
        "a report of more lines: \(report)")
      reject.write(source: "source", to: &lines)
    }
    testLines(lines.written)
  }

  private func testBalance(_ run: Run) {
    // What is reported as findings is not kept as rejects, and has no reasons.
    if !run.rejects.isEmpty {
      let rejected = run.rejects.count(where: \.isRecord)
      holds(
        rejected == run.balance.rejected, "\(rejected) rejects of \(run.balance.rejected): \(run.balance)")
      let reasons = run.balance.reasons.values.reduce(0, +)
      holds(reasons == rejected, "\(reasons) reasons of \(rejected): \(run.balance)")
    }
    testLines(Array((run.balance.json + "\n").utf8))
    _ = (run.balance.report, run.balance.warningReports)
  }

  private func testEvents(_ run: Run) {
    let lines = testLines(run.output)
    let counted = run.balance.events.values.reduce(0, +)
    holds(lines == counted, "\(lines) events of \(counted):\n\(shown(run.output))")
  }

  private func testWayBack(_ run: Run, _ back: RecordPipeline) {
    let returned = Run(back, run.output)
    holds(returned.rejects.isEmpty, "lossless events are rejected: \(returned.rejects)\n\(shown(run.output))")
    let again = Run(pipeline, returned.output)
    holds(
      again.output == run.output, "other events come back:\n\(shown(again.output))\n--\n\(shown(run.output))")
  }

  private func testAgain(_ run: Run) {
    let again = Run(pipeline, run.output)
    holds(again.rejects.isEmpty, "what was written is rejected: \(again.rejects)\n\(shown(run.output))")
    holds(again.output == run.output, "it changes again:\n\(shown(run.output))\n--\n\(shown(again.output))")
  }

  /// Each line is one object; returns how many there are.
  @discardableResult private func testLines(_ text: [UInt8]) -> Int {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    holds(lines.last?.isEmpty == true, "the last line has no end: \(shown(text))")
    for line in lines.dropLast() {
      do throws(JSONError) {
        let value = try JSONValue(parsing: Array(line))
        guard case .object = value else { report("a line is not an object: \(shown(line))") }
      } catch {
        // Half of a surrogate pair passes as an escape.
        holds(error.code == "lone-surrogate", "a line is not JSON: \(error)\n\(shown(line))")
      }
    }
    return lines.count - 1
  }

  private func holds(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { report(fault()) }
  }

  private func report(_ fault: String) -> Never { fail("\(name): \(fault)") }
}
