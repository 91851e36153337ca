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

  /// Makes a file for writing that must not be there yet.
  static func creating(_ path: String, mode: UInt32) throws(SystemError) -> Descriptor {
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
    guard number >= 0 else { throw .last }
    return Descriptor(number: number)
  }

  /// Opens a file for writing, empty, and makes it where it is not there.
  static func writing(_ path: String) throws(SystemError) -> Descriptor {
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw .last }
    return Descriptor(number: number)
  }

  /// Makes a file for writing and reading that no folder lists, and that is gone with this process.
  static func nameless(in folder: String) throws(SystemError) -> Descriptor {
    #if os(Linux)
      let temporaryFile: Int32 = 0o20_000_000  // of O_TMPFILE, which the headers hide behind _GNU_SOURCE
      let number = unsafe open(folder, temporaryFile | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
      if number >= 0 { return Descriptor(number: number) }
    #endif
    // Not every file system can do that; then the file has a name for a moment.
    let path = "\(folder)/.chatevents.\(Process.number).part"
    let named = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard named >= 0 else { throw .last }
    Folder.remove(path)
    return Descriptor(number: named)
  }

  /// Has the next read or write happen at an offset.
  func move(to offset: Int) throws(SystemError) {
    if lseek(number, off_t(offset), SEEK_SET) < 0 { throw .last }
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

  /// Reads as many bytes as there are, up to the array's size; 0 at the end.
  func read(into array: inout [UInt8]) throws(SystemError) -> Int {
    let result = unsafe array.withUnsafeMutableBytes { buffer -> Result<Int, SystemError> in
      do throws(SystemError) {
        return .success(try unsafe read(into: buffer))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Whether a read would wait for more bytes.
  var wouldWait: Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) == 0
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
    return unsafe fstat(number, &record) == 0 ? FileStatus(record) : nil
  }

  /// Has the system put what was written on the disk.
  func synchronise() throws(SystemError) {
    // A pipe or a device has nothing to synchronise, and says so.
    if fsync(number) != 0, errno != EINVAL, errno != ENOTSUP { throw .last }
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
  /// Who may read and write it.
  var permissions: UInt32

  fileprivate init(_ record: stat) {
    isFolder = record.st_mode & S_IFMT == S_IFDIR
    size = record.st_mode & S_IFMT == S_IFREG ? Int(record.st_size) : nil
    identity = [UInt64(record.st_dev), UInt64(record.st_ino)]
    permissions = UInt32(record.st_mode & 0o7777)
  }

  /// Looks at a path; nil where there is nothing, or nothing that may be looked at.
  init?(path: String) {
    var record = stat()
    guard unsafe stat(path, &record) == 0 else { return nil }
    self.init(record)
  }
}

/// Names in the file system.
enum Folder {
  /// Returns the names of what lies in a folder, in no order.
  static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .last }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// The folder from which relative paths start.
  static func current() throws(SystemError) -> String {
    guard let path = unsafe getcwd(nil, 0) else { throw .last }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// Has relative paths start from a folder.
  static func enter(_ path: String) throws(SystemError) {
    guard unsafe chdir(path) == 0 else { throw .last }
  }

  /// Gives a file another name, in place of what has it.
  static func rename(_ path: String, to other: String) throws(SystemError) {
    #if canImport(Darwin)
      let result = unsafe Darwin.rename(path, other)
    #elseif canImport(Musl)
      let result = unsafe Musl.rename(path, other)
    #else
      let result = unsafe Glibc.rename(path, other)
    #endif
    guard result == 0 else { throw .last }
  }

  /// Removes a file, and returns why it could not.
  @discardableResult
  static func remove(_ path: String) -> SystemError? { unsafe unlink(path) == 0 ? nil : .last }

  /// Returns the path behind all symbolic links; the path itself where there is no such file.
  static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
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

  /// Ends the process as if a signal had not been caught.
  static func end(by signalNumber: Int32) {
    _ = signal(signalNumber, SIG_DFL)
    _ = kill(getpid(), signalNumber)
  }

  /// The signals that ask a process to end.
  static var endingSignals: [Int32] { [SIGHUP, SIGINT, SIGTERM] }

  /// Has a signal do nothing by itself.
  static func ignore(_ signalNumber: Int32) { _ = signal(signalNumber, SIG_IGN) }

  /// Seconds since 1970.
  static var now: Int { time(nil) }

  /// Returns the value of an environment variable; nil where it is not set.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
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

  /// Seconds on a clock that never goes back.
  static var clock: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
