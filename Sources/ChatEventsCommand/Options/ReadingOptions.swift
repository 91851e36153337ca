internal import ArgumentParser

/// What is read, and how: the options of every command that reads records.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The largest record, in bytes; K, M and G are allowed, up to 1G.", valueName: "size"))
  var recordLimit = ByteCount(256 << 20)

  @Option(
    name: [.short, .long], help: ArgumentHelp("How many tasks work at a time, up to 256.", valueName: "count")
  )
  var jobs = JobCount.automatic

  @Option(
    help: ArgumentHelp(
      "Read also the files that this file lists, by lines or separated by NUL; may be repeated.",
      valueName: "list"),
    completion: .file())
  var filesFrom: [String] = []

  @OptionGroup var display: DisplayOptions

  @Argument(
    help: ArgumentHelp(
      "Files and folders to read, gzip too; standard input without any, or for -.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  /// Finds the files that are named and listed.
  ///
  /// - Parameter others: all other files that the command reads or writes.
  /// - Throws: the exit status, after a message, if a file would be lost because two of them are the same.
  func inputs(besides others: [FileUse?]) throws -> InputPaths {
    let inputs = InputPaths(named: files, lists: filesFrom)
    let uses = others.compactMap(\.self) + filesFrom.map { FileUse("--files-from", $0, isWritten: false) }
    guard let refusal = FileUse.refusal(of: uses, over: inputs.paths) else { return inputs }
    var messages = Messages(display.resolved)
    messages.error(refusal)
    throw ExitCode(ExitStatus.usage.rawValue)
  }
}
