/// A file that appears whole or not at all.
struct WholeFile {
  private let descriptor: Descriptor
  /// The file beside the target that takes its place in the end; nil where the target is written directly.
  private let temporary: (path: String, target: String)?

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - path: the file; a pipe or a device is written to directly.
  ///   - mode: who may read and write it, if it is not there yet; one that is replaced keeps that, and its owner if it can.
  init(_ path: String, mode: UInt32 = 0o666) throws(SystemError) {
    let status = FileStatus(path: path)
    if let status, status.size == nil {
      (descriptor, temporary) = (try Descriptor.writing(path), nil)
      return
    }
    // Through a symbolic link the file behind it is replaced, not the link.
    let target = Folder.resolved(path)
    let start =
      target.utf8.lastIndex(of: UInt8(ascii: "/")).map(target.utf8.index(after:)) ?? target.startIndex
    let place = "\(target[..<start]).\(target[start...]).\(CurrentProcess.number).part"
    let mode = status.map(\.permissions) ?? mode
    // The signals are watched before the file is there, so that none can leave it behind.
    Interrupts.shared.begin(removing: place)
    descriptor = try Descriptor.creating(place, mode: mode)
    temporary = (place, target)
    // Not every file system has owners and permissions; then there are none to keep.
    if let status {
      if descriptor.status?.owner != status.owner { try? descriptor.setOwner(status.owner) }
      try? descriptor.setPermissions(mode & 0o777)
    }
  }

  /// Replaces what stands in a file.
  static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let file = try WholeFile(path)
    do throws(SystemError) {
      try file.write(bytes)
      try file.finish()
    } catch {
      file.abandon()
      throw error
    }
  }

  func write(_ bytes: some Collection<UInt8>) throws(SystemError) { try descriptor.write(bytes) }

  /// Puts the file in its place.
  func finish() throws(SystemError) {
    guard let temporary else { return try descriptor.close() }
    try descriptor.synchronise()
    try descriptor.close()
    try Interrupts.shared.finish(temporary.path) { () throws(SystemError) in
      try Folder.rename(temporary.path, to: temporary.target)
    }
  }

  /// Leaves the target as it was.
  func abandon() {
    if let temporary { Interrupts.shared.abandon(temporary.path) }
  }
}
