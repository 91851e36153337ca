/// One file that a command reads or writes.
///
/// A command lists all of its files to get at its inputs, and they are compared in one place: two that are the same, by
/// whatever paths, would cost one of them its content.
struct FileUse {
  /// The option that names it, or what it is.
  private let option: String
  /// The path as it is given; nil for a standard stream.
  private let path: String?
  private let isWritten: Bool
  private let identity: FileTarget?

  /// A file that an option names.
  ///
  /// - Parameter path: the path; of a file that is read, `-` is standard input.
  init(_ option: String, _ path: String, isWritten: Bool) {
    self.option = option
    self.isWritten = isWritten
    if path == "-", !isWritten {
      (self.path, identity) = (nil, Descriptor.standardInput.status.flatMap(FileTarget.init))
    } else {
      (self.path, identity) = (path, FileTarget(of: path))
    }
  }

  private init(stream: Descriptor, _ name: String) {
    (option, path, isWritten) = (name, nil, true)
    identity = stream.status.flatMap(FileTarget.init)
  }

  /// The file of the option `--output`; standard output if it names none.
  static func output(_ path: String?) -> FileUse {
    guard let path, path != "-" else {
      return FileUse(stream: .standardOutput, "standard output")
    }
    return FileUse("--output", path, isWritten: true)
  }

  /// A file that an option names and that is written; nil if the option is not given.
  static func written(_ option: String, _ path: String?) -> FileUse? {
    path.map { FileUse(option, $0, isWritten: true) }
  }

  /// A file that an option names and that is read; nil if the option is not given.
  static func read(_ option: String, _ path: String?) -> FileUse? {
    path.map { FileUse(option, $0, isWritten: false) }
  }

  /// Returns why a command cannot use its files: two of them are the same. Nil if all differ.
  ///
  /// Reading a file for one purpose several times is no conflict.
  ///
  /// - Parameters:
  ///   - uses: the files that options name, and standard output if it is written to.
  ///   - inputs: the files that are read as records; `-` is standard input.
  static func refusal(of uses: [FileUse], over inputs: [String]) -> String? {
    let uses = uses + [FileUse(stream: .standardError, "standard error")]
    for (index, use) in uses.enumerated() {
      for other in uses[..<index] where other.conflicts(with: use) { return other.refusal(with: use) }
    }
    // A folder can hold very many inputs, and looking at each takes time.
    let critical = uses.filter { $0.identity != nil || $0.isStandardInput }
    if critical.isEmpty { return nil }
    for path in inputs {
      let input = FileUse("the input", path, isWritten: false)
      for use in critical where use.conflicts(with: input) { return use.refusal(with: input) }
    }
    return nil
  }

  /// Returns why files cannot be written that are made of inputs, one each: one of them is read, or written for another purpose.
  /// Nil if all differ.
  ///
  /// - Parameters:
  ///   - targets: the files that are written.
  ///   - uses: the files that options name.
  ///   - inputs: the files that are read as records, and must not be written.
  static func refusal(of targets: [String], besides uses: [FileUse], _ inputs: [String]) -> String? {
    var known: [FileTarget: String] = [:]
    for path in inputs {
      if let target = FileTarget(of: path) { known[target] = "the input \(path.shownFileName)" }
    }
    for use in uses where use.path != nil {
      if let identity = use.identity { known[identity] = use.name }
    }
    for path in targets {
      guard let target = FileTarget(of: path), let other = known[target] else { continue }
      return "\(path.shownFileName) would be written, and is \(other) too; name another file"
    }
    return nil
  }

  private var isStandardInput: Bool { path == nil && !isWritten }
  private var isStandardError: Bool { path == nil && option == "standard error" }

  private func conflicts(with other: FileUse) -> Bool {
    // What one of them has read of standard input is lost to the other.
    if isStandardInput, other.isStandardInput { return option != other.option }
    guard let identity, identity == other.identity else { return false }
    let isRead = !isWritten && !other.isWritten
    guard identity.isPipe else {
      // Output and messages may go to one file, as both may to one terminal.
      return !isRead && (path != nil || other.path != nil || !isWritten || !other.isWritten)
    }
    if isRead { return option != other.option }
    // A socket can be standard input and output at once, and messages may go where anything goes.
    if isWritten, other.isWritten { return !isStandardError && !other.isStandardError }
    return path != nil && other.path != nil
  }

  private func refusal(with other: FileUse) -> String {
    if isWritten, other.isWritten { return "\(name) and \(other.name) are the same file; name two" }
    if !isWritten, !other.isWritten {
      let stream = isStandardInput && other.isStandardInput ? "standard input" : "the same stream"
      return "\(option) and \(other.option) are \(stream), which can be read once; name two files"
    }
    let (written, read) = isWritten ? (self, other) : (other, self)
    return "\(written.name) would overwrite \(read.name); name another file"
  }

  /// The option with its path.
  private var name: String {
    guard let path else { return isWritten ? option : "standard input" }
    return "\(option) \(path.shownFileName)"
  }
}
