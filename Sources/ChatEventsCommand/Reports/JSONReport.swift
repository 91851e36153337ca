internal import ChatEvents
internal import JSONText

/// Findings for a program: one JSON object a line.
struct JSONReport: ValidationReport {
  private var source = ReportSource.standardInput

  mutating func begin(_ source: ReportSource) { self.source = source }

  /// Writes a finding; `fix` is null where nothing can be said.
  func write(_ finding: LocatedDiagnostic, to output: inout Output) {
    output.append(#"{"file":"#, source.path)
    output.append(#","line":"#, finding.place.line)
    output.append(#","column":"#, finding.place.column)
    output.append(#","pointer":"#, finding.pointer.description)
    output.append(#","severity":"#, finding.severity.rawValue)
    output.append(#","code":"#, finding.code.name)
    output.append(#","message":"#, finding.message)
    output.append(#","fix":"#)
    if let fix = finding.fix { output.appendQuoted(fix) } else { output.append("null") }
    output.append("}\n")
  }

  func fail(_ failure: InputFailure, to output: inout Output) { output.append(failure, of: source) }
}
