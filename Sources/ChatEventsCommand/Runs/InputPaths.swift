/// The paths that a command line names, and what is in its folders.
struct InputPaths {
  /// The files in the order in which they are read; `-` is standard input.
  private(set) var paths: [String] = []

  /// The path of each from the folder that holds it and was named; of a file that was named itself its name alone.
  private(set) var names: [String] = []

  /// The folders that were named.
  private(set) var folders: [String] = []

  /// What could not be found: each path and why.
  private(set) var failures: [(path: String, why: String)] = []

  /// What may not be as the caller thinks, a text each with its fix.
  private(set) var warnings: [String] = []

  /// The files and folders in folders that are not read for their names, and why.
  private(set) var passedOver: [(path: String, why: String)] = []

  /// How many files were passed over for what their names end with, by that.
  private(set) var endings: [String: Int] = [:]

  /// What was named itself, or found in a folder already: a folder does not give it again.
  private var known: Set<FileIdentity> = []
  private var walk: FolderWalk

  /// Lists the inputs.
  ///
  /// A file is read as often as it is named. What a folder holds is read once, however many names, links and folders lead to it,
  /// and only where it is named if it is. So the list that `find` makes, folders and files, gives each file once.
  ///
  /// - Parameters:
  ///   - named: files and folders; standard input if there are none and no lists.
  ///   - lists: files with more of them; `-` for standard input.
  ///   - filter: which of the files in folders are wanted.
  init(named: [String], lists: [String], _ filter: FileFilter = .everything) {
    walk = FolderWalk(filter)
    var listed: [String] = []
    for list in lists { listed += entries(of: list) }
    // If the command line itself names it, the caller refuses the two uses.
    if lists.contains("-"), !named.contains("-"), listed.contains("-") {
      listed.removeAll { $0 == "-" }
      failures.append(("<stdin>", "the list of files was read from it; write the list to a file"))
    }
    let all = lists.isEmpty && named.isEmpty ? ["-"] : named + listed
    let statuses = all.map { $0 == "-" ? nil : FileStatus(path: $0) }
    for case let status? in statuses where !status.isFolder { known.insert(status.identity) }
    for (path, status) in zip(all, statuses) {
      if status?.isFolder == true { addContents(of: path) } else { add(path, named: path.lastName) }
    }
    warnings += walk.filter.unmatchedOptions.map { option in
      "\(option) matches nothing in the folders that were read\n"
        + "  fix: a pattern with a slash is compared with the path from such a folder, one without with names\n"
    }
  }

  private mutating func add(_ path: String, named name: String) {
    paths.append(path)
    names.append(name)
  }

  private mutating func addContents(of folder: String) {
    folders.append(folder)
    walk.start(at: folder)
    var wasEntered = false
    var isEmpty = true
    let passedOverBefore = passedOver.count
    while let step = walk.next() {
      switch step {
      case .folder: wasEntered = true
      case .file(let file):
        isEmpty = false
        // One that cannot be looked at is kept: opening it tells why.
        if file.identity.map({ known.insert($0).inserted }) ?? true {
          add(file.path, named: file.fromStart)
        }
      case .failure(let path, let error):
        isEmpty = false
        failures.append((path, error.description))
      case .passedOver(let path, let reason): passOver(path, reason)
      }
    }
    guard wasEntered, isEmpty else { return }
    let isFiltered = passedOver.count > passedOverBefore
    failures.append(
      (
        folder,
        isFiltered ? "every file in this folder was skipped; see --verbose" : "no files in this folder"
      ))
  }

  private mutating func passOver(_ path: String, _ reason: FileFilter.Reason) {
    switch reason {
    case .ending(let ending):
      endings[ending, default: 0] += 1
      passedOver.append((path, "files with this ending are skipped (\(ending)); use --include to read them"))
    case .expected:
      endings[".FORMAT.jsonl", default: 0] += 1
      passedOver.append((path, "expected output of check; use --include to read it"))
    case .excluded(let glob): passedOver.append((path, "--exclude \(glob.text)"))
    case .notIncluded: passedOver.append((path, "no --include matches"))
    }
  }

  private mutating func entries(of list: String) -> [String] {
    let name = list == "-" ? "<stdin>" : list.shownFileName
    do throws(SystemError) {
      let bytes = try list == "-" ? Descriptor.standardInput.contents() : Descriptor.contents(of: list)
      if FileList.isUTF16(bytes) {
        failures.append((name, "the list is UTF-16; write it as UTF-8"))
        return []
      }
      let entries = FileList.entries(of: bytes)
      if entries.isEmpty {
        warnings.append(
          "\(name) lists no files\n  fix: check the command that writes the list: one file name per line\n")
      }
      return entries
    } catch {
      failures.append((name, error.description))
      return []
    }
  }

  /// Returns the lines of a file of settings that are not empty, without a byte order mark.
  static func lines(of path: String) throws(SystemError) -> [String] {
    let text = try path == "-" ? Descriptor.standardInput.contents() : Descriptor.contents(of: path)
    return FileList.withoutMark(text).split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }
}
