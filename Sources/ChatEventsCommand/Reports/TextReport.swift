internal import ChatEvents
internal import JSONText

/// Findings for a person: what is wrong, the place in its line, and what to do.
///
/// Nothing of the input can steer a terminal: what would not be seen is written so that it is. That an input could not be
/// validated stands in the totals; which one, and why, is said on standard error.
struct TextReport: ValidationReport {
  let isVisible = true
  private let isColored: Bool
  private var name = ""

  /// - Parameter isColored: whether the parts are set off by the colours that a terminal knows.
  init(isColored: Bool = false) { self.isColored = isColored }

  mutating func begin(_ source: ReportSource) { name = PrintedText.lines(source.path.visible) }

  mutating func end(_ totals: ValidationTotals) -> [ReportPiece] {
    [.text(Array("\(totals.sentence)\n".utf8))]
  }

  func fail(_ failure: InputFailure, to output: inout Output) {}

  func write(_ finding: LocatedDiagnostic, to output: inout Output) {
    output.append(text: styled("\(name):\(finding.place):", .bold))
    output.append(" ")
    switch finding.severity {
    case .error: output.append(text: styled("error:", .error))
    case .warning: output.append(text: styled("warning:", .warning))
    }
    output.append(text: " \(finding.statement.visible) [\(finding.code.name)]\n")
    if let excerpt = finding.excerpt, !excerpt.text.isEmpty {
      write(CodeFrame(excerpt, finding.place), to: &output)
    }
    if let fix = finding.fix { output.append(text: "  \(styled("fix:", .fix)) \(fix.visible)\n") }
  }

  private func write(_ frame: CodeFrame, to output: inout Output) {
    let margin = String(repeating: " ", count: frame.number.count)
    output.append(text: "  \(frame.number) | \(frame.text)\n")
    output.append(
      text: "  \(margin) | \(String(repeating: " ", count: frame.width))\(styled("^", .bold))\n")
  }

  private enum Style: String {
    case bold = "1"
    case error = "1;31"
    case warning = "1;33"
    case fix = "36"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}

extension LocatedDiagnostic {
  /// What is wrong, and in which value: `expected a string, found a number at /visitor/fullName`.
  var statement: String { pointer.tokens.isEmpty ? message : "\(message) at \(pointer)" }

  /// The same, and behind it on a line of its own what to do.
  var advice: String { fix.map { "\(statement)\nfix: \($0)" } ?? statement }
}

extension Output {
  /// Writes text as it is.
  mutating func append(text: String) { append(contentsOf: Array(text.utf8)) }
}
