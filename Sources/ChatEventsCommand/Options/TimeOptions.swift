internal import ArgumentParser
internal import ChatEvents

/// The zone of times that do not say theirs: the option of every command that reads times.
struct ZoneOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Time zone for timestamps without one, such as Europe/Berlin; default: UTC.", valueName: "zone"),
    completion: .shellCommand("grep -v ^# /usr/share/zoneinfo/zone1970.tab 2> /dev/null | cut -f 3"),
    transform: ZoneName.parse)
  var timezone: ZoneName?

  var zone: LocalZone { timezone?.zone ?? .utc }
}

/// The name of a zone in the system's tz database, which one run has at most one of.
struct ZoneName {
  let zone: LocalZone

  /// Reads the option's value.
  ///
  /// - Throws: an error that says where names are looked for.
  static func parse(_ name: String) throws -> ZoneName {
    if name == "UTC" { return ZoneName(zone: .utc) }
    let folders = [Environment.value(of: "TZDIR"), "/usr/share/zoneinfo", "/usr/lib/zoneinfo"].compactMap(
      \.self)
    let isName = !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
    guard isName, folders.contains(where: { FileStatus(path: "\($0)/\(name)")?.size != nil }) else {
      throw ValidationError(
        "no such zone in this system's tz database; use a name such as Europe/Berlin")
    }
    SystemClock.setZone(name)
    return ZoneName(zone: LocalZone(name: name, offset: offset))
  }

  /// Returns how far a clock that shows so many seconds is ahead of UTC, in the process's zone.
  @Sendable
  private static func offset(_ shown: Int) -> Int {
    // A clock is set no more than once within two days.
    let before = SystemClock.offsetFromUTC(at: shown - 86_400)
    let after = SystemClock.offsetFromUTC(at: shown + 86_400)
    let candidates = [before, after].filter { SystemClock.offsetFromUTC(at: shown - $0) == $0 }
    // Shown twice: the earlier one, which is further ahead. Skipped: as if the clock had not been set yet.
    return candidates.max() ?? before
  }
}

/// The time that counts as present.
struct PresentTime {
  /// As it was written.
  let text: String
  /// Seconds since 1970, without a fraction.
  let seconds: Int

  /// Reads the option's value.
  ///
  /// - Throws: an error that says how a time is written.
  static func parse(_ text: String) throws -> PresentTime {
    guard let seconds = ValidationSettings.seconds(of: text) else {
      throw ValidationError(
        "expected a time such as 2026-11-21T10:00:00Z or 2026-11-21, or seconds since 1970")
    }
    return PresentTime(text: text, seconds: seconds)
  }
}

/// A moment as a person writes it: a time, or how long ago it was.
struct Moment {
  /// As it was written.
  let text: String
  private let time: PresentTime?
  private let age: Age?

  /// Whether it is counted from the present.
  var isAge: Bool { age != nil }

  /// Reads an option's value.
  ///
  /// - Throws: an error that says how a moment is written.
  static func parse(_ text: String) throws -> Moment {
    if let age = Age(argument: text) { return Moment(text: text, time: nil, age: age) }
    // So few digits are a year or a date, and no seconds that anybody means.
    let isShort = text.utf8.count < 9 && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    if !isShort, let time = try? PresentTime.parse(text) { return Moment(text: text, time: time, age: nil) }
    throw ValidationError(
      "expected a time such as 2026-11-21T10:00:00Z or 2026-11-21, seconds since 1970 (nine digits or more), or an age such as 36h, 90d, 12w or 2y"
    )
  }

  /// Returns the seconds since 1970.
  func seconds(from present: Int) -> Int { time?.seconds ?? present - (age?.seconds ?? 0) }
}

/// Which records are converted, by their times.
struct TimeRangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only records whose latest timestamp is at this time or later: ISO 8601, seconds since 1970, or an age such as 90d, 12w, 36h, 2y.",
      valueName: "time"),
    transform: Moment.parse)
  var since: Moment?

  @Option(
    help: ArgumentHelp(
      "Only records whose latest timestamp is before this time, in the same forms.", valueName: "time"),
    transform: Moment.parse)
  var before: Moment?

  @Option(
    help: ArgumentHelp(
      "The current time to assume; default: SOURCE_DATE_EPOCH or now.", valueName: "time"),
    transform: PresentTime.parse)
  var now: PresentTime?

  /// The records that are meant, where a clock without a zone is one in that zone.
  func selection(in zone: LocalZone) -> Selection {
    var selection = Selection()
    let present = now?.seconds ?? SystemClock.present
    selection.since = since?.seconds(from: present)
    selection.before = before?.seconds(from: present)
    selection.zone = zone
    return selection
  }

  /// What is told of demands that no record fits.
  var report: SelectionReport {
    let options = [before.map { "--before \($0.text)" }, since.map { "--since \($0.text)" }]
    return SelectionReport(
      demands: options.compactMap(\.self).map { option in
        SelectionReport.Demand(option: option, fix: "check the time; a record without any time never matches")
      })
  }
}

/// A length of time as a person writes it: `90d`, `12w`.
struct Age: ExpressibleByArgument {
  /// As it was written.
  let text: String
  let seconds: Int

  init?(argument: String) {
    text = argument
    let units: [Character: Int] = ["h": 3600, "d": 86_400, "w": 7 * 86_400, "y": 365 * 86_400]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()), count >= 0,
      case let (product, overflows) = count.multipliedReportingOverflow(by: unit), !overflows
    else { return nil }
    seconds = product
  }
}
