import ChatEvents
import JSONText

@testable import ChatEventsCommand

/// The records of which validation has something to report, and how many it read.
struct Validating {
  let records: [CheckedRecord]
  let count: Int

  init(_ text: some Collection<UInt8>, _ settings: ValidationSettings = ValidationSettings()) throws {
    var pipeline = try RecordPipeline(RunOptions(from: nil, task: .validate(settings)))
    let result = pipeline.process(JSONBlock(text), isLast: true)
    (records, count) = (result.checked, result.balance.read)
  }
}

/// A whole report, as it is written for some sources.
struct Reporting {
  /// The report.
  let text: String

  /// Validates sources, and has a report tell of them; one without a text cannot be read.
  init(_ report: some ValidationReport, of sources: [(name: String, text: String?)]) throws {
    var report = report
    var settings = ValidationSettings()
    settings.tellsAll = report.tellsAll
    var output = Output()
    var totals = ValidationTotals()
    report.begin(to: &output)
    for (name, text) in sources {
      report.begin(name == "<stdin>" ? .standardInput : ReportSource(name))
      guard let text else {
        let failure = InputFailure(kind: .unreadable, reason: "cannot open it: No such file")
        totals.add(failure)
        report.fail(failure, to: &output)
        continue
      }
      let validation = try Validating(text.utf8, settings)
      for record in validation.records {
        totals.add(record)
        report.add(record, to: &output)
      }
      totals.records += validation.count
    }
    let told = Array(output.written)
    var whole = report.isKept ? [] : told
    for piece in report.end(totals) {
      switch piece {
      case .text(let bytes): whole += bytes
      case .kept(let range): whole += told[range]
      }
    }
    self.text = String(decoding: whole, as: UTF8.self)
  }

  /// Records with names that each format must write in its own way, and a source that cannot be read.
  static let awkward: [(name: String, text: String?)] = [
    (
      "100%, \"a\":b\n<ü>.json",
      #"{"kind":"Conversation","id":"c1","visitor":{"id":"v1"},"items":[]}"# + "\n"
        + #"{"kind":"Conversation","id":"c2","visitor":{"id":"v2","city":"日本 ]]>","fullName":5,"browser":[]}}"#
        + "\n{\"kind\":\"Conversation\",\"visitor\":{\"id\":\"\u{1b}[31m\u{202e}\"}}\n"
    ),
    ("missing.json", nil),
    (
      "warnings.json",
      "{\n  \"kind\": \"Conversation\", \"visitor\": {\"id\": \"é\"},\n  \"items\": [\n"
        + "    {\"kind\": \"a,b:c%\", \"timestamp\": \"1700000000\"}\n  ]\n}\n"
    ),
  ]
}
