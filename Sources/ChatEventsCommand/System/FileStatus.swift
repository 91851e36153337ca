#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What distinguishes a file from every other, whatever names lead to it.
struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let number: UInt64
}

/// To whom a file belongs.
struct FileOwner: Sendable, Hashable {
  let user, group: UInt32
}

/// What is known of a file.
struct FileStatus: Sendable, Hashable {
  enum Kind: Sendable {
    case regular, folder, link
    /// A pipe, a socket or a device.
    case other
  }

  var kind: Kind
  /// The number of bytes; nil if it is no regular file.
  var size: Int?
  var identity: FileIdentity
  /// Whether it is a terminal or another device of characters, such as the null device, which keep nothing.
  var isCharacterDevice: Bool
  /// Who may read and write it.
  var permissions: UInt32
  /// To whom it belongs.
  var owner: FileOwner
  /// How many names it has.
  var linkCount: Int

  var isFolder: Bool { kind == .folder }

  init(_ record: stat) {
    switch record.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = kind == .regular ? Int(record.st_size) : nil
    isCharacterDevice = record.st_mode & S_IFMT == S_IFCHR
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: record.st_dev), number: UInt64(truncatingIfNeeded: record.st_ino))
    permissions = UInt32(record.st_mode & 0o7777)
    owner = FileOwner(user: record.st_uid, group: record.st_gid)
    linkCount = Int(record.st_nlink)
  }

  /// Looks at a path; nil if there is nothing, or nothing that may be looked at.
  ///
  /// - Parameter followsLink: whether a link is looked at itself, or what it leads to.
  init?(path: String, followsLink: Bool = true) {
    guard let status = try? Self.of(path, followsLink: followsLink) else { return nil }
    self = status
  }

  /// Looks at a path.
  ///
  /// - Throws: why nothing can be seen there.
  static func of(_ path: String, followsLink: Bool = true) throws(SystemError) -> FileStatus {
    var record = stat()
    let flags = followsLink ? 0 : AT_SYMLINK_NOFOLLOW
    _ = try unsafe SystemPath.pass(path) { unsafe fstatat($0, $1, &record, flags) }
    return FileStatus(record)
  }
}
