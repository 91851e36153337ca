internal import ArgumentParser
internal import ChatEvents

/// The zone of times that do not say theirs: the option of every command that reads times.
struct ZoneOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The zone of times that do not say theirs: Europe/Berlin; UTC unless it is said.", valueName: "zone"),
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
        "There is no zone '\(name)' in this system's tz database; its names are like Europe/Berlin.")
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
        "Write the time like 2026-11-21T10:00:00Z, 2026-11-21, or in seconds since 1970.")
    }
    return PresentTime(text: text, seconds: seconds)
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
