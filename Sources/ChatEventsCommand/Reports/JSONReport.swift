internal import ChatEvents
internal import JSONText

/// Findings for a program: one JSON object a line.
struct JSONReport: ValidationReport {
  private var name = ""

  mutating func begin(_ source: ReportSource) { name = source.name }

  /// Writes a finding; `fix` is null where nothing can be said.
  func write(_ finding: LocatedDiagnostic, to output: inout Output) {
    output.append(#"{"file":"#)
    output.appendQuoted(name)
    output.append(#","line":"#)
    output.append(decimal: finding.place.line)
    output.append(#","column":"#)
    output.append(decimal: finding.place.column)
    output.append(#","pointer":"#)
    output.appendQuoted(finding.pointer.description)
    output.append(#","severity":"#)
    output.appendQuoted(finding.severity.rawValue)
    output.append(#","code":"#)
    output.appendQuoted(finding.code.name)
    output.append(#","message":"#)
    output.appendQuoted(finding.message)
    output.append(#","fix":"#)
    if let fix = finding.fix { output.appendQuoted(fix) } else { output.append("null") }
    output.append("}\n")
  }
}
