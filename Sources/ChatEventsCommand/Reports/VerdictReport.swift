internal import ChatEvents
internal import JSONText

/// Whether each record is valid, for a pipeline that picks records: one JSON object a record.
struct VerdictReport: ValidationReport {
  let tellsAll = true
  private var source = ReportSource.standardInput

  mutating func begin(_ source: ReportSource) { self.source = source }

  func add(_ record: CheckedRecord, to output: inout Output) {
    let counts = record.findings.reduce(into: [:]) { $0[$1.code.name, default: 0] += 1 }
    write(record.place.line, record.place.column, record.format, record.isValid, counts, to: &output)
  }

  /// Writes nothing: all findings of a record are counted with it.
  func write(_ finding: LocatedDiagnostic, to output: inout Output) {}

  func fail(_ failure: InputFailure, to output: inout Output) {
    write(1, 1, nil, false, [failure.code: 1], to: &output)
  }

  private func write(
    _ line: Int, _ column: Int, _ format: String?, _ isValid: Bool, _ counts: [String: Int],
    to output: inout Output
  ) {
    output.append(#"{"place":{"file":"#, source.path)
    output.append(#","line":"#, line)
    output.append(#","column":"#, column)
    output.append(#"},"format":"#)
    if let format { output.appendQuoted(format) } else { output.append("null") }
    output.append(text: ",\"valid\":\(isValid),\"counts\":")
    output.append(counts: counts)
    output.append("}\n")
  }
}
