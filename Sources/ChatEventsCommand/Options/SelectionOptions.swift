internal import ArgumentParser
internal import ChatEvents

/// Which records are meant: the options of every command that takes some of them.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only the records of the visitor with this address, in capitals or not; repeat it for several.",
      valueName: "address"))
  var email: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only the records of the visitor with this id; repeat it for several.", valueName: "id"))
  var visitorId: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only records whose last time lies that long ago: 90d, 12w, 36h, 2y (of 365 days).", valueName: "age"))
  var olderThan: Age?

  @Option(
    help: ArgumentHelp(
      "Only records whose last time lies before this one, in ISO 8601 or in seconds since 1970.",
      valueName: "time"),
    transform: PresentTime.parse)
  var before: PresentTime?

  @Option(
    help: ArgumentHelp(
      "The time that counts as present for --older-than; now unless it is said.", valueName: "time"),
    transform: PresentTime.parse)
  var now: PresentTime?

  @OptionGroup var zone: ZoneOption

  mutating func validate() throws {
    if email.contains("") { throw ValidationError("--email is empty; name an address, or leave it out.") }
    if visitorId.contains("") {
      throw ValidationError("--visitor-id is empty; name an id, or leave it out.")
    }
    if now != nil, olderThan == nil { throw ValidationError("--now does nothing without --older-than.") }
  }

  /// The records that are meant.
  var selection: Selection {
    var selection = Selection()
    selection.emails = email
    selection.visitorIDs = visitorId
    selection.zone = zone.zone
    selection.before = earliest?.moment
    return selection
  }

  /// The demands of the selection as they are given, in the order of its selectors.
  var names: [String] {
    email.map { "--email \($0)" } + visitorId.map { "--visitor-id \($0)" }
      + [earliest?.name].compactMap(\.self)
  }

  /// The moment before which the last time of records must be, and the option that demands it: of both the stricter one.
  private var earliest: (moment: Int, name: String)? {
    let present = now?.seconds ?? SystemClock.now
    let all = [
      olderThan.map { (present - $0.seconds, "--older-than \($0.text)") },
      before.map { ($0.seconds, "--before \($0.text)") },
    ]
    return all.compactMap(\.self).min { $0.0 < $1.0 }
  }
}
