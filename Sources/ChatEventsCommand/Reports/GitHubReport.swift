internal import ChatEvents
internal import JSONText

/// Findings as workflow commands, which GitHub shows beside the lines that they are about.
///
/// GitHub shows ten errors and ten warnings of a step; a notice in the end, which they do not displace, says how many there
/// are. What is about standard input belongs to no file: its place is in the text.
///
/// Source: GitHub Docs, "Workflow commands for GitHub Actions", read in November 2026.
struct GitHubReport: ValidationReport {
  let hasCommands = true
  private var source = ReportSource.standardInput

  mutating func begin(_ source: ReportSource) { self.source = source }

  mutating func end(_ totals: ValidationTotals) -> [ReportPiece] {
    [.text(Array("::notice title=chatevents::\(totals.sentence)\n".utf8))]
  }

  func write(_ finding: LocatedDiagnostic, to output: inout Output) {
    output.append(text: "::\(finding.severity.rawValue) ")
    if source.isStandardInput {
      output.append(text: "title=\(finding.code.name)::\(source.path):\(finding.place): ")
    } else {
      output.append("file=")
      output.append(command: source.path, isProperty: true)
      output.append(
        text: ",line=\(finding.place.line),col=\(finding.place.column),title=\(finding.code.name)::")
    }
    output.append(command: finding.advice, isProperty: false)
    output.append("\n")
  }

  func fail(_ failure: InputFailure, to output: inout Output) {
    output.append("::error ")
    if !source.isStandardInput {
      output.append("file=")
      output.append(command: source.path, isProperty: true)
      output.append(",")
    }
    output.append(text: "title=\(failure.code)::")
    if source.isStandardInput { output.append(text: "\(source.path): ") }
    output.append(command: failure.reason, isProperty: false)
    output.append("\n")
  }
}

extension Output {
  /// Writes text so that it ends neither the command nor, in a property, the property.
  mutating func append(command text: String, isProperty: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): append("%25")
      case UInt8(ascii: "\r"): append("%0D")
      case UInt8(ascii: "\n"): append("%0A")
      case UInt8(ascii: ":") where isProperty: append("%3A")
      case UInt8(ascii: ",") where isProperty: append("%2C")
      default: append(byte)
      }
    }
  }
}
