#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The signals that reach this process.
enum Signals {
  /// Lets a write to a closed pipe fail instead of ending the process.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Ends the process as if a signal had not been caught.
  static func end(by signalNumber: Int32) {
    _ = signal(signalNumber, SIG_DFL)
    _ = kill(getpid(), signalNumber)
  }

  /// The signals that ask a process to end.
  static var ending: [Int32] { [SIGHUP, SIGINT, SIGTERM] }

  /// Has a signal do nothing by itself.
  static func ignore(_ signalNumber: Int32) { _ = signal(signalNumber, SIG_IGN) }
}
