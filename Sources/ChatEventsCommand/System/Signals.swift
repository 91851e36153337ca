#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The signals that reach this process.
enum Signals {
  /// Lets a write to a closed pipe, or to a file that grows beyond its limit, fail instead of ending the process.
  static func letWritesFail() {
    ignore(SIGPIPE)
    ignore(SIGXFSZ)
  }

  /// Calls a function with the first signal that would end this process, on a thread that waits for nothing else. A signal that the
  /// parent has ignored is not waited for.
  ///
  /// All threads that are started later hold these signals back, so that they reach that one thread. If it cannot be started, the
  /// signals end the process as if nothing waited for them.
  ///
  /// - Parameter act: does not return.
  static func onEnding(_ act: @escaping @Sendable (_ signalNumber: Int32) -> Never) {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in ending where !isIgnored(number) { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    let started = WaitingThread.start { [signals] in
      var (signals, number) = (signals, Int32(0))
      while unsafe sigwait(&signals, &number) != 0 {}
      act(number)
    }
    if !started { unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  /// Ends the process by a signal that all threads hold back.
  static func end(by signalNumber: Int32) -> Never {
    _ = signal(signalNumber, SIG_DFL)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, signalNumber)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    _ = raise(signalNumber)
    _exit(128 + signalNumber)
  }

  /// The signals that end a process which does not watch for them, and that do not come from a defect of its own.
  static var ending: [Int32] {
    let standard = [
      SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF,
    ]
    #if os(Linux)
      return standard + [SIGPOLL, SIGPWR, SIGSTKFLT]
    #else
      return standard
    #endif
  }

  /// Has a signal do nothing; returns whether that was so before.
  @discardableResult
  private static func ignore(_ signalNumber: Int32) -> Bool {
    let before = signal(signalNumber, SIG_IGN)
    return unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Whether a signal does nothing.
  private static func isIgnored(_ signalNumber: Int32) -> Bool {
    if ignore(signalNumber) { return true }
    _ = signal(signalNumber, SIG_DFL)
    return false
  }
}

/// A thread of its own, for what waits.
private enum WaitingThread {
  /// What a thread does, on its way there.
  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread; returns whether that succeeded.
  static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
    let work = unsafe Unmanaged.passRetained(Work(run))
    #if canImport(Darwin)
      var thread: pthread_t?
      let fault = unsafe pthread_create(&thread, nil, { unsafe WaitingThread.run($0) }, work.toOpaque())
    #else
      var thread = pthread_t()
      let fault = unsafe pthread_create(
        &thread, nil, { work in unsafe work.flatMap { unsafe WaitingThread.run($0) } }, work.toOpaque())
    #endif
    if fault != 0 { unsafe work.release() }
    return fault == 0
  }

  private static func run(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run()
    return nil
  }
}
