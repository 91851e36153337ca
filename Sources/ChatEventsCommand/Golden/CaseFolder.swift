internal import ChatEvents

/// One folder with golden cases, or files that look as if they belonged to some.
struct CaseFolder {
  let path: String
  let identity: Identity
  let content: GoldenFolder

  /// Why it cannot be looked into; nil where it can.
  let failure: SystemError?

  /// Returns a path from here to a file in the folder.
  func path(of file: String) -> String { path.path(of: file) }

  /// What distinguishes a folder from every other, whatever names lead to it; its path if it is missing.
  enum Identity: Hashable {
    case known(FileIdentity)
    case missing(String)

    init(of path: String) { self = FileStatus(path: path).map { .known($0.identity) } ?? .missing(path) }
  }

  /// Finds the folders in a folder, itself first, then by name; hidden ones are left out.
  static func all(in path: String) -> [CaseFolder] {
    var found: [(path: String, files: [String], failure: SystemError?)] = []
    /// Where the folders are that can be listed.
    var indices: [Int] = []
    var walk = FolderWalk()
    walk.start(at: path)
    while let step = walk.next() {
      switch step {
      case .folder(let path):
        indices.append(found.count)
        found.append((path, [], nil))
      case .file(let file): found[indices[file.folder]].files.append(file.name)
      case .failure(let path, let error): found.append((path, [], error))
      case .passedOver: break
      }
    }
    return found.map { folder in
      CaseFolder(
        path: folder.path, identity: Identity(of: folder.path), content: GoldenFolder(files: folder.files),
        failure: folder.failure)
    }
  }
}
