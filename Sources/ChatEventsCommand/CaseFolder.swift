internal import ChatEvents

/// One folder with golden cases, or files that look as if they belonged to some.
struct CaseFolder {
  let path: String
  let identity: Identity
  let content: GoldenFolder

  /// Why it cannot be looked into; nil where it can.
  let failure: SystemError?

  /// Returns a path from here to a file in the folder.
  func path(of file: String) -> String { Self.join(path, file) }

  /// What tells a folder from every other: by which names it was reached does not matter where it is there.
  enum Identity: Hashable {
    case known([UInt64])
    case missing(String)
  }

  /// Finds the folders in a folder, itself first, then by name; hidden ones are left out.
  static func all(in path: String) -> [CaseFolder] {
    var seen: Set<Identity> = []
    return all(in: path, passing: &seen)
  }

  /// Finds those that were not seen already, since a link can lead back.
  private static func all(in path: String, passing seen: inout Set<Identity>) -> [CaseFolder] {
    let identity = FileStatus(path: path).map { Identity.known($0.identity) } ?? .missing(path)
    guard seen.insert(identity).inserted else { return [] }
    let names: [String]
    do throws(SystemError) {
      names = try Folder.names(in: path).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      return [CaseFolder(path: path, identity: identity, content: GoldenFolder(files: []), failure: error)]
    }
    var files: [String] = []
    var folders: [CaseFolder] = []
    for name in names {
      if FileStatus(path: join(path, name))?.isFolder == true {
        folders += all(in: join(path, name), passing: &seen)
      } else {
        files.append(name)
      }
    }
    let folder = CaseFolder(
      path: path, identity: identity, content: GoldenFolder(files: files), failure: nil)
    return [folder] + folders
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
