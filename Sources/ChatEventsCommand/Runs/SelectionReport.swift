internal import ChatEvents

/// Tells which demands of a selection no record fits: they are probably misspelt, and what they ask for is not done.
struct SelectionReport {
  /// One demand: an option with its value, or a value of a file that an option names.
  struct Demand: Sendable, Hashable {
    /// The option as it is given: `--email jo@example.org`, `--emails-from people.txt`.
    let option: String
    /// The line in the file, from 1; nil if the option has the value itself.
    var line: Int?
    /// What to do where no record fits.
    let fix: String

    /// How a warning names it: of a file the line alone, since who uses one may not want addresses in a log.
    var name: String { line.map { "line \($0) of \(option)" } ?? option }
  }

  /// The demands, in the order of the selection's selectors.
  var demands: [Demand] = []

  /// What was wrong with the files of values, a text each with its fix.
  var fileWarnings: [String] = []

  /// How many values of one file are named; that others match nothing is one warning more.
  private static let mostOfFile = 10

  /// The warnings, a text each with its fix.
  func warnings(_ tally: SelectionTally) -> [String] {
    let unmatched = demands.indices.filter { !tally.matched.contains($0) }
    if unmatched.isEmpty, !demands.isEmpty, !tally.hasSelected, fileWarnings.isEmpty {
      var options: [String] = []
      for demand in demands where options.last != demand.option { options.append(demand.option) }
      return [
        "no record that was read matches all of: \(options.joined(separator: ", "))\n"
          + "  fix: a record must match one of each kind; leave an option out\n"
      ]
    }
    var warnings: [String] = []
    var counts: [String: Int] = [:]
    for demand in unmatched.map({ demands[$0] }) {
      if demand.line != nil {
        let count = counts[demand.option, default: 0] + 1
        counts[demand.option] = count
        if count > Self.mostOfFile { continue }
      }
      warnings.append("no record that was read matches \(demand.name)\n  fix: \(demand.fix)\n")
    }
    for (option, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.mostOfFile {
      warnings.append(
        "no record that was read matches \(count - Self.mostOfFile) more of \(option)\n"
          + "  fix: run with these lines alone to see which\n")
    }
    return warnings
  }
}
