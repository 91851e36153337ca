internal import ArgumentParser
internal import ChatEvents

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
