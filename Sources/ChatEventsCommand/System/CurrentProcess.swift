#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The process that the tool runs in.
enum CurrentProcess {
  /// The words of the command line behind the program's name; bytes that are not valid UTF-8 are held as in names of files.
  static var arguments: [String] {
    (0..<Int(CommandLine.argc)).dropFirst().compactMap { index in
      unsafe CommandLine.unsafeArgv[index].map { word in
        unsafe String(fileName: UnsafeRawBufferPointer(start: word, count: strlen(word)))
      }
    }
  }

  /// Ends the process.
  static func end(_ status: Int32) -> Never { exit(status) }

  /// Takes the numbers of standard streams that are closed, so that no file gets one of them.
  ///
  /// What is opened in their place refuses what the stream is for, as a closed one would.
  static func occupyClosedStreams() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", (number == 0 ? O_WRONLY : O_RDONLY))
    }
  }

  /// The number of processors that this process may use.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// The environment variables of this process.
enum Environment {
  /// Returns the value of an environment variable; nil where it is not set.
  static func value(of name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Returns the path in an environment variable; nil if it is not set or empty.
  static func path(in name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let path = unsafe String(fileName: UnsafeRawBufferPointer(start: value, count: strlen(value)))
    return path.isEmpty ? nil : path
  }
}

/// The system's clocks, and the zone of this process.
enum SystemClock {
  /// Seconds since 1970.
  static var now: Int { time(nil) }

  /// The time that counts as present, in seconds since 1970: `SOURCE_DATE_EPOCH` if it is set, so that a run can be repeated.
  static var present: Int { Environment.value(of: "SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? now }

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
