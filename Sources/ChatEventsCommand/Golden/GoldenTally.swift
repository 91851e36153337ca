/// How the golden cases of a run turned out.
struct GoldenTally: Sendable, Hashable {
  /// How many cases there are.
  var cases = 0
  /// How many of them are not as expected.
  var differing = 0
  /// How many files or cases could not be judged.
  var problems = 0
  /// How many files were written.
  var written = 0
  /// How many files were removed.
  var removed = 0

  /// The last line of a check.
  var result: String {
    let count = cases == 1 ? "1 case" : "\(cases) cases"
    if differing == 0, problems == 0 {
      return cases == 1 ? "1 case, as expected" : "\(count), all as expected"
    }
    return "\(count): \(differing) \(differing == 1 ? "differs" : "differ")\(errors)"
  }

  /// The last line of an update.
  var changes: String {
    let count = cases == 1 ? "1 case" : "\(cases) cases"
    if written == 0, removed == 0, problems == 0 { return "\(count), nothing to change" }
    let files = written == 1 ? "1 file" : "\(written) files"
    return "\(count): \(files) written, \(removed) removed\(errors)"
  }

  private var errors: String {
    problems == 0 ? "" : problems == 1 ? ", 1 error" : ", \(problems) errors"
  }
}
