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

    /// How a report names it that must not hold the value: by the option and the place of the value.
    var place = ""

    /// How a warning names it: of a file the line alone, since who uses one may not want addresses in a log.
    var name: String { line.map { "line \($0) of \(option)" } ?? option }
  }

  /// What becomes of records that fit all demands but those of a time, and have none that can be read.
  enum Undated: Sendable {
    case kept, redacted, dropped, notSelected
  }

  var undated = Undated.notSelected

  /// Returns how many such records there were, as a warning if the caller has not said what becomes of them; nil if there were
  /// none.
  func undatedWarning(_ tally: SelectionTally) -> (text: String, isWarning: Bool)? {
    guard tally.undated > 0 else { return nil }
    let count =
      "\(tally.undated) \(tally.undated == 1 ? "record has" : "records have") no time that can be read"
    switch undated {
    case .kept:
      let fix = "choose what happens to such records with --undated redact or --undated drop"
      return ("\(count), and stayed unchanged\n  fix: \(fix)\n", true)
    case .notSelected: return ("\(count), and \(tally.undated == 1 ? "was" : "were") not selected\n", true)
    case .redacted: return ("\(count), and \(tally.undated == 1 ? "was" : "were") redacted", false)
    case .dropped: return ("\(count), and \(tally.undated == 1 ? "was" : "were") dropped", false)
    }
  }

  /// The demands, in the order of the selection's selectors.
  var demands: [Demand] = []

  /// The options that name members, each with its value.
  var members: [String] = []

  /// Returns a warning for each of these that names no member of the records that were redacted, a text each with its fix.
  ///
  /// Where no record is selected, that alone is the warning.
  func memberWarnings(_ tally: SelectionTally) -> [String] {
    if !demands.isEmpty, !tally.hasSelected { return [] }
    return members.indices.filter { !tally.members.contains($0) }.map {
      "no member that was read matches \(members[$0])\n"
        + "  fix: check the spelling; a path begins with a slash, and leads from the record\n"
    }
  }

  /// Returns a warning of links to files, which are in what is written; nil if there are none.
  func fileLinkWarning(_ tally: SelectionTally) -> String? {
    guard tally.fileLinks > 0 else { return nil }
    let count = tally.fileLinks == 1 ? "1 link to a file is" : "\(tally.fileLinks) links to files are"
    return "\(count) left in texts, since --file-link is not given\n"
      + "  fix: if visitors sent these files, name where they are stored: --file-link 'uploads\\.example\\.com'\n"
  }

  /// Whether that no record fits a demand is what the caller wants to see.
  var expectsNothing = false

  /// Whether a demand that no record fits fails the run.
  var isStrict = false

  /// What was wrong with the files of values, a text each with its fix.
  var fileWarnings: [String] = []

  /// How many values of one file are named; that others match nothing is one warning more.
  private static let mostOfFile = 10

  /// The warnings, a text each with its fix.
  func warnings(_ tally: SelectionTally) -> [String] {
    if expectsNothing { return [] }
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
