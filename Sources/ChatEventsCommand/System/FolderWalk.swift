/// A walk through folders: what is in a folder, and in the folders in it, in the byte order of the names.
///
/// Hidden files and folders are left out, and so are devices, FIFOs and sockets, which may never end. A link to a file is such a
/// file. A link to a folder is followed if it is where the walk starts; one inside a folder is not, since it can lead back.
struct FolderWalk: IteratorProtocol {
  enum Step {
    /// A folder that can be listed; what is in it comes next.
    case folder(path: String)
    case file(File)
    /// A folder that cannot be listed.
    case failure(path: String, SystemError)
  }

  /// A file that the walk has found.
  struct File {
    let path: String
    let name: String
    /// Which of the listed folders it is in, counted from 0.
    let folder: Int
    /// Nil if it cannot be looked at, as behind a link that leads nowhere.
    let identity: FileIdentity?
  }

  /// Something in a folder; or where the walk starts, in none.
  private struct Place {
    var path: String
    var name = ""
    var folder: Int?
  }

  /// The folders that were entered.
  private var entered: Set<FileIdentity> = []
  private var listedCount = 0

  /// What comes next, the next one last. No recursion, since folders may be nested more deeply than a stack allows.
  private var pending: [Place] = []

  /// Starts at a folder, or goes on with another one. A folder that was entered already is skipped.
  mutating func start(at path: String) { pending.append(Place(path: path)) }

  mutating func next() -> Step? {
    while let place = pending.popLast() {
      if let step = step(at: place) { return step }
    }
    return nil
  }

  private mutating func step(at place: Place) -> Step? {
    guard let folder = place.folder else { return enter(place, FileStatus(path: place.path)) }
    var status = FileStatus(path: place.path, followsLink: false)
    if status?.kind == .folder { return enter(place, status) }
    if status?.kind == .link { status = FileStatus(path: place.path) }
    switch status?.kind {
    case .regular?, nil:
      return .file(File(path: place.path, name: place.name, folder: folder, identity: status?.identity))
    case .folder?, .link?, .other?: return nil
    }
  }

  private mutating func enter(_ place: Place, _ status: FileStatus?) -> Step? {
    if let status, !entered.insert(status.identity).inserted { return nil }
    do throws(SystemError) {
      let names = try Folder.names(in: place.path, followsLink: place.folder == nil)
      for name in names.reversed() where name.utf8.first != UInt8(ascii: ".") {
        pending.append(Place(path: place.path.path(of: name), name: name, folder: listedCount))
      }
      listedCount += 1
      return .folder(path: place.path)
    } catch {
      return .failure(path: place.path, error)
    }
  }
}
