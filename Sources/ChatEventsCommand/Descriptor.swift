#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file of the system, with the few calls that the tool makes of it. Platform differences stand in this file.
struct Descriptor: Sendable, Hashable {
  let number: Int32

  static let standardInput = Descriptor(number: 0)
  static let standardOutput = Descriptor(number: 1)
  static let standardError = Descriptor(number: 2)

  /// Opens a file for reading.
  static func reading(_ path: String) throws(SystemError) -> Descriptor {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    return Descriptor(number: number)
  }

  /// Opens a file for writing, empty, and makes it where it is not there.
  static func writing(_ path: String) throws(SystemError) -> Descriptor {
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw .last }
    return Descriptor(number: number)
  }

  /// Reads as many bytes as there are, up to the buffer's size; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      #if canImport(Darwin)
        let count = unsafe Darwin.read(number, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = unsafe Musl.read(number, buffer.baseAddress, buffer.count)
      #else
        let count = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw .last }
    }
  }

  /// Writes all of the bytes.
  func write(_ bytes: some Collection<UInt8>) throws(SystemError) {
    guard let outcome = bytes.withContiguousStorageIfAvailable({ unsafe failure(writing: $0) }) else {
      return try write(Array(bytes))
    }
    if let failure = outcome { throw failure }
  }

  /// Writes all of the bytes, and returns what went wrong.
  private func failure(writing bytes: UnsafeBufferPointer<UInt8>) -> SystemError? {
    var rest = UnsafeRawBufferPointer(bytes)
    while unsafe !rest.isEmpty {
      #if canImport(Darwin)
        let count = unsafe Darwin.write(number, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
        let count = unsafe Musl.write(number, rest.baseAddress, rest.count)
      #else
        let count = unsafe Glibc.write(number, rest.baseAddress, rest.count)
      #endif
      if count >= 0 {
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      } else if errno != EINTR {
        return .last
      }
    }
    return nil
  }

  /// Closes the file.
  ///
  /// - Throws: what could not be written after all.
  func close() throws(SystemError) {
    #if canImport(Darwin)
      let result = Darwin.close(number)
    #elseif canImport(Musl)
      let result = Musl.close(number)
    #else
      let result = Glibc.close(number)
    #endif
    if result != 0, errno != EINTR { throw .last }
  }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// What is known of the file behind it.
  var status: FileStatus? {
    var record = stat()
    guard unsafe fstat(number, &record) == 0 else { return nil }
    return FileStatus(
      isFolder: record.st_mode & S_IFMT == S_IFDIR,
      size: record.st_mode & S_IFMT == S_IFREG ? Int(record.st_size) : nil,
      identity: [UInt64(record.st_dev), UInt64(record.st_ino)])
  }

  /// Makes a pipe behind this descriptor as large as a block, where the system can.
  func enlargePipe() {
    #if os(Linux)
      let setPipeSize: Int32 = 1031  // F_SETPIPE_SZ, which the headers hide behind _GNU_SOURCE
      _ = fcntl(number, setPipeSize, Int32(1 << 20))
    #endif
  }
}

/// What is known of a file.
struct FileStatus: Sendable, Hashable {
  var isFolder: Bool
  /// The number of bytes; nil where it is no regular file.
  var size: Int?
  /// What tells it from every other file.
  var identity: [UInt64]
}

/// What the system says when a call fails.
struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  let number: Int32

  static var last: SystemError { SystemError(number: errno) }

  /// Whether the reader of a pipe has gone.
  var isBrokenPipe: Bool { number == EPIPE }

  /// The system's own words.
  var description: String { unsafe String(cString: strerror(number)) }
}

/// What the tool asks of the process that it runs in.
enum Process {
  /// Lets a write to a closed pipe fail instead of ending the process.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Returns the value of an environment variable; nil where it is not set.
  static func environment(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

  /// Seconds on a clock that never goes back.
  static var clock: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
