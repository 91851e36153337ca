internal import ChatEvents

/// What a golden case gives now, in one format.
struct GoldenOutcome: Sendable {
  let target: Format

  /// What stands on standard output.
  let events: [UInt8]

  /// What stands on standard error.
  let reports: [UInt8]
}

/// A file of a golden case: what stands in it, and what must.
struct GoldenFile: Sendable {
  let path: String

  /// What stands in it; nil where it is not there.
  let expected: [UInt8]?

  /// What must stand in it for the case to be as expected; nil where it must not be there.
  let actual: [UInt8]?

  /// Where that comes from, for the heading of a difference.
  fileprivate let origin: String
}

extension GoldenFile {
  /// Makes the file of the events in one format.
  init(events path: String, expected: [UInt8]?, _ outcome: GoldenOutcome) {
    self.init(
      path: path, expected: expected, actual: outcome.events,
      origin: "what --to \(outcome.target.name) gives now")
  }

  /// Makes the file of the diagnostics; several where what is reported depends on the format.
  ///
  /// No outcome, no file.
  static func diagnostics(
    _ path: String, expected: [UInt8]?, _ outcomes: [GoldenOutcome]
  ) -> [GoldenFile] {
    var files: [GoldenFile] = []
    for outcome in outcomes where !files.contains(where: { $0.actual ?? [] == outcome.reports }) {
      let targets = outcomes.filter { $0.reports == outcome.reports }.map { "--to \($0.target.name)" }
      files.append(
        GoldenFile(
          path: path, expected: expected, actual: outcome.reports.isEmpty ? nil : outcome.reports,
          origin:
            "\(outcome.reports.isEmpty ? "nothing" : "what") is reported now, \(targets.joined(separator: " and "))"
        ))
    }
    return files
  }

  /// Whether the case is not as expected.
  var differs: Bool { expected != actual }

  /// What is wrong with it, in one clause.
  var complaint: String { expected == nil ? "there is no such file, and \(origin)" : "it differs: \(origin)" }

  /// The line of the file at which it begins to differ.
  var firstLine: Int {
    let change = LineDifference(expected: expected ?? [], actual: actual ?? []).changes.first
    return (change?.expected.lowerBound ?? 0) + 1
  }

  /// How the file differs from what must stand in it, as a person reads it; nil where it does not.
  func difference(isColored: Bool) -> String? {
    guard differs else { return nil }
    let heading = path.shownFileName + (expected == nil ? " (no such file)" : "")
    return LineDifference(expected: expected ?? [], actual: actual ?? [])
      .text(from: heading, to: origin, isColored: isColored)
  }
}
