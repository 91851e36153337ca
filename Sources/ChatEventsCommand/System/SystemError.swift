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
  static let outOfMemory = SystemError(number: ENOMEM)

  /// Whether the reader of a pipe has gone.
  var isBrokenPipe: Bool { number == EPIPE }

  /// Whether a descriptor is not open, or not for that.
  var isClosedDescriptor: Bool { number == EBADF }

  /// Whether a signal came before the call had done anything, so that it can be made again.
  var isInterruption: Bool { number == EINTR }

  /// Whether a file that was to be made is there already.
  var isExistingFile: Bool { number == EEXIST }

  /// Whether a name is longer than the file system takes.
  var isLongName: Bool { number == ENAMETOOLONG }

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

  /// What to do if a file cannot be made or opened for writing; nil if the system's words say it.
  func fixOfWriting(_ path: String) -> String? {
    let folder = Folder.around(path)
    switch number {
    case ENOENT, ENOTDIR: return "create the folder \(folder.shownFileName), or name another file"
    case EACCES, EPERM, EROFS:
      let place = folder.isEmpty ? "this folder" : folder.shownFileName
      return "name a file that you may write, in a folder other than \(place)"
    case ENAMETOOLONG: return "name a file with a shorter name"
    case EISDIR: return "name a file in it: \(path.path(of: "FILE").shownFileName)"
    default: return nil
    }
  }

  /// The system's own words.
  var description: String { unsafe String(cString: strerror(number)) }
}
