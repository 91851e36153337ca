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
    help: ArgumentHelp("Read also the files that this file lists, a line each.", valueName: "list"),
    completion: .file())
  var filesFrom: String?

  @OptionGroup var display: DisplayOptions

  @Argument(
    help: ArgumentHelp(
      "Files and folders to read, gzip too; standard input without any, or for -.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  /// Finds the files that are named and listed.
  func inputs() -> InputPaths { InputPaths(named: files, list: filesFrom) }

  /// Ends the run where a file that is read would be written to as well, or one would be written to twice.
  ///
  /// - Parameter outputs: the options that name what is written, each with its path.
  func refuse(_ outputs: [(option: String, path: String?)], over inputs: InputPaths) throws {
    let outputs = outputs.compactMap { option, path in path.map { (option, $0) } }
    guard let refusal = Self.refusal(of: outputs, over: inputs.paths + [filesFrom].compactMap(\.self)) else {
      return
    }
    var messages = Messages(display.resolved)
    messages.error(refusal)
    throw ExitCode(ExitStatus.usage.rawValue)
  }

  private static func refusal(of outputs: [(String, String)], over inputs: [String]) -> String? {
    for (name, path) in outputs {
      guard let identity = FileStatus(path: path).flatMap({ $0.size == nil ? nil : $0.identity }) else {
        continue
      }
      if let input = inputs.first(where: { $0 != "-" && FileStatus(path: $0)?.identity == identity }) {
        return "\(name) \(path) would overwrite the input \(input); name another file"
      }
      if Descriptor.standardInput.status?.identity == identity, inputs.contains("-") {
        return "\(name) \(path) would overwrite standard input; name another file"
      }
    }
    if outputs.count == 2, case let (first, second) = (outputs[0].1, outputs[1].1),
      Folder.resolved(first) == Folder.resolved(second),
      FileStatus(path: first)?.size != nil || first == second
    {
      return "\(outputs[0].0) and \(outputs[1].0) are the same file; name two"
    }
    return nil
  }
}
