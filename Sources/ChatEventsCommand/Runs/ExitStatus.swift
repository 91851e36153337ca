internal import ArgumentParser

/// How a run ended; where several things went wrong, the highest number counts.
enum ExitStatus: Int32, Comparable {
  /// Everything was done.
  case success = 0
  /// Something was rejected.
  case rejected = 1
  /// The command line was wrong.
  case usage = 64
  /// An input could not be opened.
  case noInput = 66
  /// Reading or writing failed.
  case ioError = 74

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

  /// Takes over a worse ending.
  mutating func raise(to other: ExitStatus) { self = max(self, other) }
}

extension ExitCode {
  init(_ status: ExitStatus) { self.init(status.rawValue) }

  /// The status with which the process ends: that of failed writing if a message was lost, unless it is worse already.
  var final: Int32 { StandardError.hasLostMessages ? max(rawValue, ExitStatus.ioError.rawValue) : rawValue }
}
