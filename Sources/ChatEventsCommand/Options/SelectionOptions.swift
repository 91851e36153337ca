internal import ArgumentParser
internal import ChatEvents

/// Which records are meant: the options of every command that takes some of them.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only records of the visitor with this e-mail address (case-insensitive); may be repeated.",
      valueName: "address"))
  var email: [String] = []

  @Option(
    help: ArgumentHelp(
      "The same for each address in this file, one per line; - is standard input; may be repeated.",
      valueName: "file"),
    completion: .file())
  var emailsFrom: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only records of the visitor with this id; may be repeated.", valueName: "id"))
  var visitorId: [String] = []

  @Option(
    help: ArgumentHelp(
      "The same for each id in this file, one per line; - is standard input; may be repeated.",
      valueName: "file"),
    completion: .file())
  var visitorIdsFrom: [String] = []

  @Flag(
    help:
      "Also select all records with the ids of the visitors who have one of the addresses. Reads the input two times."
  )
  var followIds = false

  @Option(
    help: ArgumentHelp(
      "Only records whose latest timestamp is older than this: 90d, 12w, 36h, 2y (of 365 days).",
      valueName: "age"))
  var olderThan: Age?

  @Option(
    help: ArgumentHelp(
      "Only records whose latest timestamp is before this time: ISO 8601, seconds since 1970, or an age.",
      valueName: "time"),
    transform: Moment.parse)
  var before: Moment?

  @Option(
    help: ArgumentHelp(
      "The current time to assume for --older-than; default: SOURCE_DATE_EPOCH or now.",
      valueName: "time"),
    transform: PresentTime.parse)
  var now: PresentTime?

  @Flag(help: "Fail if no record matches a given address, id or time.")
  var strict = false

  @OptionGroup var zone: ZoneOption

  mutating func validate() throws {
    if email.contains("") { throw ValidationError("--email is empty; name an address, or omit the option") }
    if followIds, email.isEmpty, emailsFrom.isEmpty {
      throw ValidationError("--follow-ids has no effect without --email or --emails-from")
    }
    if visitorId.contains("") {
      throw ValidationError("--visitor-id is empty; name an id, or omit the option")
    }
    if now != nil, olderThan == nil, before?.isAge != true {
      throw ValidationError("--now has no effect without --older-than")
    }
  }

  /// Whether addresses or ids are asked for.
  var namesPeople: Bool { !(email + emailsFrom + visitorId + visitorIdsFrom).isEmpty }

  /// Whether a time is asked for.
  var demandsTime: Bool { olderThan != nil || before != nil }

  /// Whether every record is meant, since nothing is asked for.
  var isEverything: Bool { !namesPeople && olderThan == nil && before == nil }

  /// The files of values, which are read once the run begins.
  var files: [FileUse] {
    emailsFrom.map { FileUse("--emails-from", $0, isWritten: false) }
      + visitorIdsFrom.map { FileUse("--visitor-ids-from", $0, isWritten: false) }
  }

  /// The records that are meant, and what is told of them. Reads the files of values.
  ///
  /// A file without values demands somebody and names nobody: no record fits, where other options name nobody of that kind either.
  ///
  /// - Throws: the exit status, after a message, if a file cannot be read: with some of the values the run would do less than it
  ///   was asked for.
  func selected(_ display: DisplayOptions) throws -> SelectedRecords {
    var selected = SelectedRecords()
    selected.selection.emails = try selected.add(.email, email, from: emailsFrom, display)
    selected.selection.visitorIDs = try selected.add(.visitorID, visitorId, from: visitorIdsFrom, display)
    selected.selection.zone = zone.zone
    selected.report.isStrict = strict
    if let earliest {
      selected.selection.before = earliest.moment
      selected.report.demands.append(
        SelectionReport.Demand(
          option: earliest.name, fix: "check the time; a record without any time never matches"))
    }
    return selected
  }

  /// The moment before which the last time of records must be, and the option that demands it: of both the stricter one.
  private var earliest: (moment: Int, name: String)? {
    let present = now?.seconds ?? SystemClock.present
    let all = [
      olderThan.map { (present - $0.seconds, "--older-than \($0.text)") },
      before.map { ($0.seconds(from: present), "--before \($0.text)") },
    ]
    return all.compactMap(\.self).min { $0.0 < $1.0 }
  }
}

/// The selection that a command line asks for, with the values of its files.
struct SelectedRecords {
  var selection = Selection()
  /// What is told of demands that no record fits.
  var report = SelectionReport()

  /// What is demanded of a visitor.
  fileprivate enum Kind {
    case email, visitorID

    var option: String { self == .email ? "--email" : "--visitor-id" }
    var fileOption: String { self == .email ? "--emails-from" : "--visitor-ids-from" }
    var plural: String { self == .email ? "addresses" : "ids" }
  }

  /// Adds the demands of one kind, and returns their values.
  fileprivate mutating func add(
    _ kind: Kind, _ values: [String], from files: [String], _ display: DisplayOptions
  ) throws -> [String] {
    let spelling = "check the spelling; the same person may also have other addresses and ids"
    report.demands += values.enumerated().map { index, value in
      let place = values.count > 1 ? "\(kind.option) number \(index + 1)" : kind.option
      return SelectionReport.Demand(option: "\(kind.option) \(value)", fix: spelling, place: place)
    }
    var all = values
    for file in files {
      let option = "\(kind.fileOption) \(file.shownFileName)"
      let listed = try self.values(of: file, option: kind.fileOption, plural: kind.plural, display)
      report.demands += listed.map { value in
        let isDoubtful = kind == .email && !Self.isAddress(value.text)
        let fix =
          isDoubtful ? "write one address on the line, with or without a name: Jo <jo@example.org>" : spelling
        return SelectionReport.Demand(
          option: option, line: value.line, fix: fix, place: "line \(value.line) of \(option)")
      }
      all += listed.map(\.text)
    }
    if all.isEmpty, !files.isEmpty { selection.isNothing = true }
    return all
  }

  /// Returns the values of a file, and notes what is wrong with it.
  ///
  /// - Throws: the exit status, after a message, if it cannot be read.
  mutating func values(
    of file: String, option: String, plural: String, _ display: DisplayOptions
  ) throws -> [ListedValues.Value] {
    let name = "\(option) \(file.shownFileName)"
    let listed: ListedValues
    do throws(ListedValues.Unreadable) {
      listed = try ListedValues(of: file)
    } catch {
      throw display.failure(
        "cannot read \(file == "-" ? "<stdin>" : file.shownFileName): \(error.why)", .noInput)
    }
    report.fileWarnings += listed.invalidLines.map { line in
      "line \(line) of \(name) is not valid UTF-8; no record matches it\n  fix: write the file as UTF-8\n"
    }
    if listed.values.isEmpty {
      report.fileWarnings.append("\(name) has no \(plural); no record matches it\n")
    }
    return listed.values
  }

  /// Whether a text can be one address, with or without a name.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && !parts.contains(where: \.isEmpty)
  }
}
