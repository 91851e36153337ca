internal import ChatEvents

/// One folder with golden cases, or files that look as if they belonged to some.
struct CaseFolder {
  let path: String
  let content: GoldenFolder

  /// Why it cannot be looked into; nil where it can.
  let failure: SystemError?

  /// Returns a path from here to a file in the folder.
  func path(of file: String) -> String { Self.join(path, file) }

  /// Finds the folders in a folder, itself first, then by name; hidden ones are left out.
  ///
  /// - Parameters:
  ///   - path: where to look.
  ///   - seen: the identities of folders that were looked at already, which are passed over.
  static func all(in path: String, seen: inout Set<[UInt64]>) -> [CaseFolder] {
    if let identity = FileStatus(path: path)?.identity, !seen.insert(identity).inserted { return [] }
    let names: [String]
    do throws(SystemError) {
      names = try Folder.names(in: path).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      return [CaseFolder(path: path, content: GoldenFolder(files: []), failure: error)]
    }
    var files: [String] = []
    var folders: [CaseFolder] = []
    for name in names {
      if FileStatus(path: join(path, name))?.isFolder == true {
        folders += all(in: join(path, name), seen: &seen)
      } else {
        files.append(name)
      }
    }
    return [CaseFolder(path: path, content: GoldenFolder(files: files), failure: nil)] + folders
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
