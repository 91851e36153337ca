internal import ChatEvents

/// Tells which demands of a selection no record fits: they are probably misspelt, and what they ask for is not done.
struct SelectionReport {
  /// The demands as they are given, in the order of the selection's selectors.
  let names: [String]

  /// The warnings, a text each with its fix.
  func warnings(_ tally: SelectionTally) -> [String] {
    let unmatched = names.indices.filter { !tally.matched.contains($0) }
    if unmatched.isEmpty, !names.isEmpty, !tally.hasSelected {
      return [
        "no record that was read matches all of: \(names.joined(separator: ", "))\n"
          + "  fix: a record must match one of each kind; leave an option out\n"
      ]
    }
    return unmatched.map { place in
      let name = names[place]
      let fix =
        name.hasPrefix("--email ") || name.hasPrefix("--visitor-id ")
        ? "check the spelling; the same person may also have other addresses and ids"
        : "check the time; a record without any time never matches"
      return "no record that was read matches \(name)\n  fix: \(fix)\n"
    }
  }
}
