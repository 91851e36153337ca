/// Where the files of a report belong: the nearest folder with `.git` about the working folder, else that itself.
struct Repository {
  private let root: [String]
  private let workingFolder: [String]

  init() {
    workingFolder = Self.parts(of: Folder.resolved("."))
    var folder = workingFolder
    while !folder.isEmpty, FileStatus(path: "/" + (folder + [".git"]).joined(separator: "/")) == nil {
      folder.removeLast()
    }
    root = folder.isEmpty ? workingFolder : folder
  }

  /// Returns what reports call an input: by its path from the root, an absolute one where it lies elsewhere.
  func source(_ path: String) -> ReportSource {
    path == "<stdin>" ? .standardInput : ReportSource(self.path(of: path).shownFileName)
  }

  /// Returns a path from the root; an absolute one where it lies elsewhere.
  func path(of path: String) -> String {
    let parts = Self.parts(of: path, from: path.hasPrefix("/") ? [] : workingFolder)
    if let inside = inside(parts) { return inside }
    return inside(Self.parts(of: Folder.resolved(path))) ?? "/" + parts.joined(separator: "/")
  }

  private func inside(_ parts: [String]) -> String? {
    guard parts.starts(with: root), parts.count > root.count else { return nil }
    return parts[root.count...].joined(separator: "/")
  }

  /// The folders on the way, without those that only lead back.
  private static func parts(of path: String, from start: [String] = []) -> [String] {
    path.split(separator: "/").reduce(into: start) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
  }
}
