/// What tells a file from every other one, by whatever path it is named.
enum FileTarget: Hashable {
  /// A file that keeps what is written to it.
  case file(FileIdentity)
  /// A pipe or a socket.
  case pipe(FileIdentity)
  /// A name in a folder, as long as there is no file.
  case missing(folder: FileIdentity, name: [UInt8])

  var isPipe: Bool { if case .pipe = self { true } else { false } }

  /// Makes the identity of something that exists; nil for a folder, and for a device, which keeps nothing.
  init?(_ status: FileStatus) {
    if status.isFolder || status.isCharacterDevice { return nil }
    self = status.size == nil ? .pipe(status.identity) : .file(status.identity)
  }

  /// Makes the identity of what a path names, or of what would be made there; nil if nothing can be.
  init?(of path: String) {
    if let status = FileStatus(path: path) {
      self.init(status)
      return
    }
    // A link that leads nowhere yet stands for the file that is made through it.
    guard let path = try? Folder.destination(of: path) else { return nil }
    let folder = Folder.around(path)
    let name = path.dropFirst(folder.count)
    guard !name.isEmpty, let status = FileStatus(path: folder.isEmpty ? "." : folder) else { return nil }
    let known = Folder.ignoresCase(folder.isEmpty ? "." : folder) ? name.lowercased() : String(name)
    self = .missing(folder: status.identity, name: known.fileNameBytes)
  }
}
