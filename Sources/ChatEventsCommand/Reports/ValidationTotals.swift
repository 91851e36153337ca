internal import ChatEvents
internal import JSONText

/// How much was found in all records.
struct ValidationTotals: Sendable, Hashable {
  /// All records that were read.
  var records = 0

  /// Those with a finding, and those with an error among them.
  private(set) var recordsWithFindings = 0
  private(set) var invalidRecords = 0

  /// How many inputs were not validated, or not to their end.
  private(set) var failedInputs = 0

  /// How many findings passed, since they are known or ignored.
  var passed = 0

  /// The number of findings, by the name of the code.
  private(set) var errorCounts: [String: Int] = [:]
  private(set) var warningCounts: [String: Int] = [:]

  var errors: Int { errorCounts.values.reduce(0, +) }
  var warnings: Int { warningCounts.values.reduce(0, +) }

  /// Counts what was found in a record.
  mutating func add(_ record: CheckedRecord) {
    if record.findings.isEmpty { return }
    if record.isRecord {
      recordsWithFindings += 1
      if !record.isValid { invalidRecords += 1 }
    }
    for finding in record.findings {
      switch finding.severity {
      case .error: errorCounts[finding.code.name, default: 0] += 1
      case .warning: warningCounts[finding.code.name, default: 0] += 1
      }
    }
  }

  /// Counts an input that was not validated: an error, and none of a record.
  mutating func add(_ failure: InputFailure) {
    failedInputs += 1
    errorCounts[failure.code, default: 0] += 1
  }

  /// The totals as one clause: `3 records: 2 errors, 0 warnings in 1 record`.
  var sentence: String {
    "\(counted(records, "record")): \(counted(errors, "error")), \(counted(warnings, "warning"))"
      + " in \(counted(recordsWithFindings, "record"))"
      + (failedInputs == 0 ? "" : "; \(counted(failedInputs, "input")) not validated")
      + (passed == 0 ? "" : "; \(counted(passed, "finding")) known or ignored")
  }

  /// The totals as a person reads them, a line each.
  var summary: String {
    "records read \(records) = valid \(records - invalidRecords) + invalid \(invalidRecords)\n"
      + errorCounts.lines("errors") + warningCounts.lines("warnings")
      + (passed == 0 ? "" : "known or ignored \(passed)\n")
  }

  /// The totals as one JSON object.
  var json: String {
    var output = Output(capacity: 512)
    output.append(#"{"read":"#, records)
    output.append(#","valid":"#, records - invalidRecords)
    output.append(#","invalid":"#, invalidRecords)
    output.append(#","errors":"#)
    output.append(counts: errorCounts)
    output.append(#","warnings":"#)
    output.append(counts: warningCounts)
    if passed > 0 { output.append(#","knownOrIgnored":"#, passed) }
    output.append("}")
    return String(decoding: output.written, as: UTF8.self)
  }

  private func counted(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }
}
