/// Which file is written for each input.
struct RewritePlan {
  /// The files, by the places of the inputs among all.
  let targets: [String]

  /// Whether each input is its own output.
  let isInPlace: Bool

  /// Why files cannot be written so.
  struct Refusal: Error {
    let message: String
  }

  /// Finds where each input is written. Nothing is made yet.
  ///
  /// - Parameter uses: all other files that the command reads or writes.
  init(_ rewriting: Rewriting, of inputs: InputPaths, besides uses: [FileUse?]) throws(Refusal) {
    switch rewriting {
    case .inPlace:
      (targets, isInPlace) = (inputs.paths, true)
      try Self.checkInPlace(inputs.paths)
    case .folder(let folder):
      isInPlace = false
      if let other = inputs.folders.first(where: { Self.isInside(folder, $0) }) {
        throw Refusal(
          message: "--output-dir \(folder.shownFileName) is inside of \(other.shownFileName), which is read; "
            + "name another folder")
      }
      targets = zip(inputs.paths, inputs.names).map { path, name in
        folder.path(of: Self.isPacked(path) ? Self.withoutEnding(name) : name)
      }
      try Self.checkTargets(targets, of: inputs.paths, Folder.ignoresCase(folder))
    }
    for path in inputs.paths { try Self.checkKind(of: path) }
    if let refusal = FileUse.refusal(
      of: targets, besides: uses.compactMap(\.self), isInPlace ? [] : inputs.paths)
    {
      throw Refusal(message: refusal)
    }
  }

  /// Refuses a pipe or a device, which has no place of its own.
  private static func checkKind(of path: String) throws(Refusal) {
    if path == "-" { throw Refusal(message: "standard input cannot be rewritten; name files") }
    guard let status = FileStatus(path: path), status.size == nil, !status.isFolder else { return }
    throw Refusal(message: "\(path.shownFileName) is not a regular file")
  }

  private static func checkInPlace(_ paths: [String]) throws(Refusal) {
    var known: Set<FileIdentity> = []
    for path in paths {
      if let status = FileStatus(path: path), !known.insert(status.identity).inserted {
        throw Refusal(message: "\(path.shownFileName) appears twice; name each file once with --in-place")
      }
      if isPacked(path) {
        throw Refusal(
          message: "\(path.shownFileName) is gzip; unpack it first, or use --output-dir, "
            + "which writes it unpacked")
      }
    }
  }

  /// Refuses two inputs that would give one file, or a file where another needs a folder.
  private static func checkTargets(_ targets: [String], of paths: [String], _ ignoresCase: Bool)
    throws(Refusal)
  {
    var known: [String: String] = [:]
    for (target, path) in zip(targets, paths) {
      let key = ignoresCase ? target.lowercased() : target
      if let other = known.updateValue(path, forKey: key) {
        throw Refusal(
          message: "\(other.shownFileName) and \(path.shownFileName) would both be \(target.shownFileName)")
      }
    }
    for (target, path) in zip(targets, paths) {
      var rest = (ignoresCase ? target.lowercased() : target)[...]
      while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
        rest = rest[..<slash]
        if let other = known[String(rest)] {
          throw Refusal(
            message: "\(other.shownFileName) would be a file where \(path.shownFileName) needs a folder")
        }
      }
    }
  }

  /// Whether a folder, which need not be there yet, is another one or inside of it.
  private static func isInside(_ folder: String, _ other: String) -> Bool {
    guard let identity = FileStatus(path: other)?.identity else { return false }
    var path = folder
    while FileStatus(path: path) == nil, let parent = parent(of: path) { path = parent }
    path = Folder.resolved(path)
    while true {
      if FileStatus(path: path)?.identity == identity { return true }
      guard let parent = parent(of: path) else { return false }
      path = parent
    }
  }

  /// Returns the folder around a path; nil for one that has none.
  private static func parent(of path: String) -> String? {
    var bytes = path.utf8[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return path == "." ? nil : "." }
    if slash == bytes.startIndex { return bytes.count == 1 ? nil : "/" }
    return String(path[..<slash])
  }

  /// Whether a file is gzip; one that cannot be read is reported when it is its turn.
  private static func isPacked(_ path: String) -> Bool {
    guard FileStatus(path: path)?.size != nil, let file = try? Descriptor.reading(path) else { return false }
    var first = [UInt8](repeating: 0, count: 2)
    let count = (try? file.read(into: &first)) ?? 0
    try? file.close()
    return count == 2 && first == [0x1f, 0x8b]
  }

  private static func withoutEnding(_ name: String) -> String {
    let ending = name.utf8.suffix(3)
    guard name.utf8.count > 3, ending.elementsEqual(".gz".utf8) || ending.elementsEqual(".GZ".utf8) else {
      return name
    }
    return String(name[..<ending.startIndex])
  }
}
