/// A walk through folders: what is in a folder, and in the folders in it, in the byte order of the names.
///
/// Hidden files and folders are left out, and so are devices, FIFOs and sockets, which may never end. A link to a file is such a
/// file. A link to a folder is followed if it is where the walk starts; one inside a folder is not, since it can lead back. A filter
/// may pass over more; a folder that it excludes is not looked into.
struct FolderWalk: IteratorProtocol {
  enum Step {
    /// A folder that can be listed; what is in it comes next.
    case folder(path: String)
    case file(File)
    /// A folder that cannot be listed.
    case failure(path: String, SystemError)
    /// A file or a folder that the filter passes over.
    case passedOver(path: String, FileFilter.Reason)
  }

  /// A file that the walk has found.
  struct File {
    let path: String
    let name: String
    /// The path from where the walk starts.
    let fromStart: String
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
    /// The path from where the walk starts.
    var fromStart = ""
    /// Whether the filter includes a folder around it.
    var isIncluded = false
    /// Whether it is what a golden case must give.
    var isExpected = false
  }

  /// Which files are wanted.
  private(set) var filter: FileFilter

  /// The folders that were entered.
  private var entered: Set<FileIdentity> = []
  private var listedCount = 0

  /// What comes next, the next one last. No recursion, since folders may be nested more deeply than a stack allows.
  private var pending: [Place] = []

  init(_ filter: FileFilter = .everything) { self.filter = filter }

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
    var place = place
    var status = FileStatus(path: place.path, followsLink: false)
    if status?.kind == .link {
      status = FileStatus(path: place.path)
      if status?.isFolder == true { return nil }
    }
    if status?.kind == .link || status?.kind == .other { return nil }
    switch filter.verdict(
      place.fromStart, name: place.name, isFolder: status?.isFolder == true, isIncluded: place.isIncluded,
      isExpected: place.isExpected)
    {
    case .passOver(let reason): return .passedOver(path: place.path, reason)
    case .readAll: place.isIncluded = true
    case .read: break
    }
    switch status?.kind {
    case .folder?: return enter(place, status)
    case .regular?, nil:
      return .file(
        File(
          path: place.path, name: place.name, fromStart: place.fromStart, folder: folder,
          identity: status?.identity))
    case .link?, .other?: return nil
    }
  }

  private mutating func enter(_ place: Place, _ status: FileStatus?) -> Step? {
    if let status, !entered.insert(status.identity).inserted { return nil }
    do throws(SystemError) {
      let names = try Folder.names(in: place.path, followsLink: place.folder == nil)
      let expected = filter.readsExpected ? [] : GoldenFolder.expectedFiles(among: names)
      for name in names.reversed() where name.utf8.first != UInt8(ascii: ".") {
        pending.append(
          Place(
            path: place.path.path(of: name), name: name, folder: listedCount,
            fromStart: place.folder == nil ? name : place.fromStart.path(of: name),
            isIncluded: place.isIncluded, isExpected: expected.contains(name)))
      }
      listedCount += 1
      return .folder(path: place.path)
    } catch {
      return .failure(path: place.path, error)
    }
  }
}
