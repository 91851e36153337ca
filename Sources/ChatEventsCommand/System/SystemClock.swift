#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The system's clocks, and the zone of this process.
enum SystemClock {
  /// Seconds since 1970.
  static var now: Int { time(nil) }

  /// Seconds on a clock that never goes back.
  static var steady: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// How far the process's zone is ahead of UTC at a moment, in seconds.
  static func offsetFromUTC(at moment: Int) -> Int {
    var moment = time_t(moment)
    var parts = unsafe tm()
    unsafe localtime_r(&moment, &parts)
    return unsafe parts.tm_gmtoff
  }

  /// Sets the process's zone.
  static func setZone(_ name: String) {
    unsafe setenv("TZ", name, 1)
    tzset()
  }
}
