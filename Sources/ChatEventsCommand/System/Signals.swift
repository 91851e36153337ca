#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

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
  /// Whichever thread a signal reaches, its handler only passes the number on through a pipe. If there is no pipe or no thread, the
  /// signals end the process as if nothing waited for them.
  ///
  /// - Parameter act: does not return.
  static func onEnding(_ act: @escaping @Sendable (_ signalNumber: Int32) -> Never) {
    var ends: [2 of Int32] = [-1, -1]
    let failure = unsafe withUnsafeMutableBytes(of: &ends) { ends in
      unsafe pipe(ends.baseAddress?.assumingMemoryBound(to: Int32.self))
    }
    if failure != 0 { return }
    let (reading, writing) = (ends[0], ends[1])
    for end in [reading, writing] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let isStarted = WaitingThread.start {
      // A parent may have started the process with signals held back; one thread that takes them is enough.
      var signals = sigset_t()
      unsafe sigemptyset(&signals)
      for number in ending { unsafe sigaddset(&signals, number) }
      unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      var number: UInt8 = 0
      while unsafe read(reading, &number, 1) != 1 {}
      act(Int32(number))
    }
    guard isStarted else { return }
    passing.store(writing, ordering: .sequentiallyConsistent)
    for number in ending {
      let before = signal(number) { Signals.pass($0) }
      if isIgnoring(before) { ignore(number) }
    }
  }

  /// The end of the pipe to which the handlers write.
  private static let passing = Atomic<Int32>(-1)

  /// Passes the number of a signal on. Handlers may do little more than that.
  private static func pass(_ signalNumber: Int32) {
    let before = errno
    var number = UInt8(truncatingIfNeeded: signalNumber)
    _ = unsafe write(passing.load(ordering: .relaxed), &number, 1)
    errno = before
  }

  /// Ends the process as if a signal had not been caught.
  static func end(by signalNumber: Int32) -> Never {
    _ = signal(signalNumber, SIG_DFL)
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

  /// Has a signal do nothing.
  private static func ignore(_ signalNumber: Int32) { _ = signal(signalNumber, SIG_IGN) }

  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
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
