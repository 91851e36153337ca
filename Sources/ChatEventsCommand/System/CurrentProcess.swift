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

  /// The number of this process.
  static var number: Int32 { getpid() }

  /// The number of processors that this process may use.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
