internal import ChatEvents
internal import JSONText

/// Findings as a list of issues, which GitLab shows in merge requests.
///
/// Source: GitLab Docs, "Code Quality: Import Code Quality results from a CI/CD job", read in November 2026.
struct GitLabReport: ValidationReport {
  private var source = ReportSource.standardInput
  private var isFirst = true
  private var fingerprints = Fingerprints()

  mutating func begin(to output: inout Output) { output.append("[") }

  mutating func begin(_ source: ReportSource) {
    self.source = source
    fingerprints.begin(source)
  }

  mutating func write(_ finding: LocatedDiagnostic, to output: inout Output) {
    let severity = finding.severity == .error ? "major" : "minor"
    write(
      finding.advice, finding.code.name, severity, line: finding.place.line,
      fingerprints.ofFile(finding), to: &output)
  }

  mutating func fail(_ failure: InputFailure, to output: inout Output) {
    write(failure.reason, failure.code, "blocker", line: 1, fingerprints.ofFile(failure), to: &output)
  }

  private mutating func write(
    _ description: String, _ code: String, _ severity: String, line: Int, _ fingerprint: String,
    to output: inout Output
  ) {
    output.append(text: isFirst ? "\n" : ",\n")
    isFirst = false
    output.append(#"{"description":"#, description)
    output.append(#","check_name":"#, code)
    output.append(#","fingerprint":"#, fingerprint)
    output.append(#","severity":"#, severity)
    output.append(#","location":{"path":"#, source.path)
    output.append(#","lines":{"begin":"#, line)
    output.append("}}}")
  }

  func end(_ totals: ValidationTotals) -> [ReportPiece] { [.text(Array("\n]\n".utf8))] }
}
