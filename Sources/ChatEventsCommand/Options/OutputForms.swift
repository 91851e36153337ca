internal import ArgumentParser
internal import ChatEvents

/// How events are laid out, as `--format` names it.
enum LayoutName: String, ExpressibleByArgument, CaseIterable {
  case ndjson, json, pretty, batch, js

  /// Why a format's events cannot be laid out so; nil where they can.
  func refusal(for format: Format) -> String? {
    switch self {
    case .ndjson, .json, .pretty: nil
    case .batch where format.limits == nil:
      "--format batch applies to services only: \(names { $0.limits != nil })"
    case .js where !format.isJavaScript:
      "--format js applies to calls of a browser only: \(names(\.isJavaScript))"
    case .batch, .js: nil
    }
  }

  /// The names of the formats that some route writes and that meet a condition.
  private func names(_ condition: (Format) -> Bool) -> String {
    Routes.targets.filter(condition).map { "--to \($0.name)" }.joined(separator: ", ")
  }

  /// The layout of a format's events.
  func layout(for format: Format) -> EventLayout {
    switch self {
    case .ndjson: .lines
    case .json: .array
    case .pretty: .indented
    case .batch: format.limits.map(EventLayout.batches) ?? .lines
    case .js: .statements
    }
  }
}

/// How a check is written, as `--format` names it.
enum CheckReportName: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, junit

  /// Makes the report for a program; nil for a person.
  var report: (any GoldenReport)? {
    switch self {
    case .text: nil
    case .json: GoldenJSONReport()
    case .github: GoldenGitHubReport()
    case .junit: GoldenJUnitReport()
    }
  }
}

/// How a report is written, as `--format` names it.
enum ReportName: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, gitlab, sarif, junit

  /// Makes the report, coloured if it goes to a terminal, or always.
  ///
  /// - Parameter path: the file that it goes to; nil for standard output.
  func report(to path: String?, _ display: DisplayOptions) -> any ValidationReport {
    switch self {
    case .text:
      TextReport(
        isColored: path == nil
          ? Display(display.color, showsProgress: false, on: .standardOutput).isColored
          : display.color == .always)
    case .json: JSONReport()
    case .github: GitHubReport()
    case .gitlab: GitLabReport()
    case .sarif: SARIFReport(version: Tool.configuration.version)
    case .junit: JUnitReport()
    }
  }
}
