#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file of the system, with the few calls that the tool makes of it.
///
/// A descriptor may be one that does not block, as programs that started this one can set it. Then reads and writes wait as they
/// would otherwise. Its flags are never changed: other processes share them.
struct Descriptor: Sendable, Hashable {
  let number: Int32

  static let standardInput = Descriptor(number: 0)
  static let standardOutput = Descriptor(number: 1)
  static let standardError = Descriptor(number: 2)

  /// Opens a file for reading.
  static func reading(_ path: String) throws(SystemError) -> Descriptor {
    try opening(path, O_RDONLY | O_CLOEXEC)
  }

  /// Makes a file for writing and reading with a name that no other file has.
  ///
  /// The name does not depend on the process: in a container, each has the same number. It is short, since that of the file for
  /// which it is made can be as long as the system takes.
  ///
  /// - Parameter folder: the path of a folder up to its last slash; empty for the current one.
  static func temporary(
    in folder: String, mode: UInt32
  ) throws(SystemError) -> (path: String, descriptor: Descriptor) {
    let tries = 16
    for _ in 1..<tries {
      do throws(SystemError) {
        return try creating(in: folder, mode: mode)
      } catch {
        if !error.isExistingFile { throw error }
      }
    }
    return try creating(in: folder, mode: mode)
  }

  private static func creating(
    in folder: String, mode: UInt32
  ) throws(SystemError) -> (path: String, descriptor: Descriptor) {
    let path = "\(folder).chatevents-\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
    return (path, try opening(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode))
  }

  /// Opens a file for writing, empty, and makes it where it is not there.
  ///
  /// - Parameter mode: who may read and write a file that is made.
  static func writing(_ path: String, mode: UInt32 = 0o666) throws(SystemError) -> Descriptor {
    try opening(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
  }

  /// Says who may read and write the file, whatever the process masks.
  func setPermissions(_ mode: UInt32) throws(SystemError) {
    if fchmod(number, mode_t(mode)) != 0 { throw .last }
  }

  /// Says to whom the file belongs, which most users may not.
  func setOwner(_ owner: FileOwner) throws(SystemError) {
    if fchown(number, owner.user, owner.group) != 0 { throw .last }
  }

  /// Makes a file for writing and reading that no folder lists, and that is gone with this process.
  static func nameless(in folder: String) throws(SystemError) -> Descriptor {
    #if os(Linux)
      let temporaryFile: Int32 = 0o20_000_000  // of O_TMPFILE, which the headers hide behind _GNU_SOURCE
      if let file = try? opening(folder, temporaryFile | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600) {
        return file
      }
    #endif
    // Not every file system can do that; then the file has a name for a moment.
    let named = try temporary(in: folder + "/", mode: 0o600)
    Folder.remove(named.path)
    return named.descriptor
  }

  /// Opens a file with the system's flags.
  static func opening(_ path: String, _ flags: Int32, _ mode: UInt32 = 0) throws(SystemError) -> Descriptor {
    while true {
      do throws(SystemError) {
        let number = try unsafe SystemPath.pass(path) { unsafe openat($0, $1, flags, mode_t(mode)) }
        return Descriptor(number: number)
      } catch {
        // A FIFO that nobody has opened at the other end waits, and a signal can end that.
        if !error.isInterruption { throw error }
      }
    }
  }

  /// Has the next read or write happen at an offset.
  func move(to offset: Int) throws(SystemError) {
    if lseek(number, off_t(offset), SEEK_SET) < 0 { throw .last }
  }

  /// Reads as many bytes as there are, up to the buffer's size; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = unsafe systemRead(number, buffer)
      if count >= 0 { return count }
      try recover(from: .last, POLLIN)
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
    while true {
      let count = unsafe poll(&request, 1, 0)
      if count >= 0 || !SystemError.last.isInterruption { return count == 0 }
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
      let count = unsafe systemWrite(number, rest)
      if count >= 0 {
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      } else {
        do throws(SystemError) {
          try recover(from: .last, POLLOUT)
        } catch {
          return error
        }
      }
    }
    return nil
  }

  /// Returns when a read or write that failed can be tried again.
  ///
  /// - Throws: the failure, if another try would fail too.
  private func recover(from failure: SystemError, _ events: Int32) throws(SystemError) {
    if failure.isInterruption { return }
    guard failure.isWouldBlock else { throw failure }
    var request = pollfd(fd: number, events: Int16(events), revents: 0)
    // If the other end is closed meanwhile, the wait ends, and the next try finds out.
    while unsafe poll(&request, 1, -1) < 0 {
      let failure = SystemError.last
      if !failure.isInterruption { throw failure }
    }
  }

  /// Closes the file.
  ///
  /// - Throws: what could not be written after all.
  func close() throws(SystemError) {
    if systemClose(number) != 0, errno != EINTR { throw .last }
  }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// The width of the terminal, in columns; nil if it is no terminal, or does not know.
  var columns: Int? {
    var size = winsize()
    let request = UInt(TIOCGWINSZ)
    guard unsafe ioctl(number, request, &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// What is known of the file behind it.
  var status: FileStatus? {
    var record = stat()
    return unsafe fstat(number, &record) == 0 ? FileStatus(record) : nil
  }

  /// Has the system put what was written on the disk.
  func synchronise() throws(SystemError) {
    // A pipe or a device has nothing to synchronise, and says so.
    while fsync(number) != 0 {
      let failure = SystemError.last
      if failure.number == EINVAL || failure.number == ENOTSUP { return }
      if !failure.isInterruption { throw failure }
    }
  }

  /// Makes a pipe behind this descriptor as large as a block, where the system can.
  func enlargePipe() {
    #if os(Linux)
      let setPipeSize: Int32 = 1031  // F_SETPIPE_SZ, which the headers hide behind _GNU_SOURCE
      _ = fcntl(number, setPipeSize, Int32(1 << 20))
    #endif
  }
}

// Calls whose names are also those of methods above, where they would be taken for these.

private func systemRead(_ number: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(number, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ number: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  unsafe write(number, buffer.baseAddress, buffer.count)
}

private func systemClose(_ number: Int32) -> Int32 { close(number) }
