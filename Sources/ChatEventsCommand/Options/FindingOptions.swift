internal import ArgumentParser
internal import ChatEvents

/// Which findings are reported, and what of them.
struct FindingOptions: ParsableArguments {
  @Flag(help: "Omit text of records from the report: source lines, and names of unknown members.")
  var noSource = false

  @Option(
    help: ArgumentHelp("Hide findings of this code; may be repeated.", valueName: "code"),
    completion: .list(Code.all.map(\.name)), transform: Code.parse)
  var ignore: [Code] = []

  @Option(
    help: ArgumentHelp("Hide the findings that --write-baseline recorded in this file.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Record all findings in this file, and report none.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  mutating func validate() throws {
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("--write-baseline records all findings; omit --baseline")
    }
    if writeBaseline == "-" {
      throw ValidationError("--write-baseline needs a file; standard output is for the report")
    }
  }

  /// Refuses to stop at the first record with an error: whether it is ignored or known is decided later.
  func validate(failFast: Bool) throws {
    let option =
      !ignore.isEmpty
      ? "--ignore" : baseline != nil ? "--baseline" : writeBaseline.map { _ in "--write-baseline" }
    guard failFast, let option else { return }
    throw ValidationError("--fail-fast also stops at errors that \(option) hides; omit one of them")
  }

  /// The files that are read and written.
  var uses: [FileUse?] {
    [.read("--baseline", baseline), .written("--write-baseline", writeBaseline)]
  }

  /// Makes the filter.
  ///
  /// - Throws: the exit status, after a message, where the known findings cannot be read.
  func filter(_ display: DisplayOptions) throws -> FindingFilter {
    FindingFilter(
      ignoring: ignore, try baseline.map { try known($0, display) }, recordPath: writeBaseline,
      hidesSource: noSource)
  }

  private func known(_ path: String, _ display: DisplayOptions) throws -> Baseline {
    let name = path == "-" ? "<stdin>" : path.shownFileName
    let text: [UInt8]
    do throws(SystemError) {
      text = try path == "-" ? Descriptor.standardInput.contents() : Descriptor.contents(of: path)
    } catch {
      throw display.failure("cannot read \(name): \(error)", .noInput)
    }
    do throws(Baseline.Fault) {
      return try Baseline(text)
    } catch {
      throw display.failure("\(name): \(error)", .usage)
    }
  }
}

extension Code {
  /// Reads an option's value.
  ///
  /// - Throws: an error that names the code that was probably meant.
  static func parse(_ argument: String) throws -> Code {
    if let code = named(argument) { return code }
    let meant = NearestName.hint(among: all.map(\.name), for: argument)
    throw ValidationError("no such code (list them with: chatevents explain --codes)\(meant)")
  }
}
