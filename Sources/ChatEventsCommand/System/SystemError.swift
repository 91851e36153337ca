#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the system reports when a call fails.
struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  let number: Int32

  static var last: SystemError { SystemError(number: errno) }
  static let noSuchFile = SystemError(number: ENOENT)
  static let linkCircle = SystemError(number: ELOOP)

  /// Whether the reader of a pipe has gone.
  var isBrokenPipe: Bool { number == EPIPE }

  /// Whether a descriptor is not open, or not for that.
  var isClosedDescriptor: Bool { number == EBADF }

  /// Whether a signal came before the call had done anything, so that it can be made again.
  var isInterruption: Bool { number == EINTR }

  /// Whether a file that was to be made is there already.
  var isExistingFile: Bool { number == EEXIST }

  /// Whether a descriptor that does not block has nothing to read, or no room for more, at the moment.
  var isWouldBlock: Bool { number == EAGAIN || number == EWOULDBLOCK }

  /// What to do if reading fails because of what was opened; nil if something happened to what is read.
  var fixOfReading: String? {
    switch number {
    case EISDIR: "name the folder on the command line; its files are read"
    case EBADF: "open standard input, or name a file"
    default: nil
    }
  }

  /// The system's own words.
  var description: String { unsafe String(cString: strerror(number)) }
}
