/// A file that is written atomically: under a temporary name beside its target, which it then replaces.
///
/// If it is not finished, it is gone with this value, and the target is unchanged.
final class WholeFile {
  private let descriptor: Descriptor
  private var isOpen = true
  /// The file beside the target that replaces it in the end; nil if the target is written directly.
  private let temporary: (path: String, target: String)?
  /// What packs the bytes; nil if they are written unchanged.
  private let deflater: Deflater?

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - path: the file; a pipe or a device is written to directly. A symbolic link stays, and what it leads to is replaced or made.
  ///   - mode: who may read and write it, if it is not there yet; one that is replaced keeps that, and its owner if it can.
  ///   - packs: whether the bytes are packed with gzip if the name ends in `.gz`.
  init(_ path: String, mode: UInt32 = 0o666, packs: Bool = false) throws(SystemError) {
    deflater = packs && path.hasSuffix(".gz") ? try Deflater() : nil
    let status = try Self.status(of: path)
    if let status, status.size == nil {
      (descriptor, temporary) = (try Descriptor.writing(path), nil)
      return
    }
    let target = try Folder.destination(of: path)
    // A folder that is not there yet is no file; its name would make one of another name.
    if target.isEmpty || target.utf8.last == UInt8(ascii: "/") { throw .noSuchFile }
    let mode = status.map(\.permissions) ?? mode
    let file = try Interrupts.shared.create(in: Folder.around(target), mode: mode)
    descriptor = file.descriptor
    temporary = (file.path, target)
    // Not every file system has owners and permissions; then there are none to keep.
    if let status {
      if descriptor.status?.owner != status.owner { try? descriptor.setOwner(status.owner) }
      try? descriptor.setPermissions(mode & 0o777)
    }
  }

  deinit { abandon() }

  /// Returns what is known of the file that is there already; nil if there is none.
  ///
  /// - Throws: if no file can have that name: its temporary file could be made, and found out only in the end.
  private static func status(of path: String) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      return try FileStatus.of(path)
    } catch {
      if error.isLongName { throw error }
      return nil
    }
  }

  /// Replaces the content of a file.
  static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let file = try WholeFile(path)
    try file.write(bytes)
    try file.finish()
  }

  func write(_ bytes: some Collection<UInt8>) throws(SystemError) { try write(bytes, isLast: false) }

  private func write(_ bytes: some Collection<UInt8>, isLast: Bool) throws(SystemError) {
    guard let deflater else { return try descriptor.write(bytes) }
    try deflater.pack(bytes, isLast: isLast) { packed throws(SystemError) in try descriptor.write(packed) }
  }

  /// Puts the file in its place; if that fails, it is abandoned.
  func finish() throws(SystemError) {
    do throws(SystemError) {
      if deflater != nil { try write([UInt8](), isLast: true) }
      if temporary != nil { try descriptor.synchronise() }
      isOpen = false
      try descriptor.close()
      if let temporary { try Interrupts.shared.finish(temporary.path, as: temporary.target) }
    } catch {
      abandon()
      throw error
    }
  }

  /// Leaves the target unchanged.
  func abandon() {
    if isOpen { try? descriptor.close() }
    isOpen = false
    if let temporary { Interrupts.shared.abandon(temporary.path) }
  }
}
