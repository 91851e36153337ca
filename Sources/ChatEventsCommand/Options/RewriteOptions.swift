internal import ArgumentParser

/// Whether each input has an output of its own, and where.
struct RewriteOptions: ParsableArguments {
  @Flag(
    help:
      "Rewrite each file in place, atomically, if something in it is redacted.")
  var inPlace = false

  @Option(
    help: ArgumentHelp(
      "Write each file to this folder, under its path in the folder that is read.", valueName: "folder"),
    completion: .directory)
  var outputDir: String?

  /// What becomes of each input; nil if all are written to one output.
  var rewriting: Rewriting? { inPlace ? .inPlace : outputDir.map(Rewriting.folder) }

  /// The option that is given, as messages name it.
  var name: String { inPlace ? "--in-place" : "--output-dir" }

  /// Finds where each input is written.
  ///
  /// - Throws: the exit status, after a message, if a file would be lost.
  func plan(
    of inputs: InputPaths, besides uses: [FileUse?], _ display: DisplayOptions
  ) throws -> RewritePlan? {
    do throws(RewritePlan.Refusal) {
      return try rewriting.map { rewriting throws(RewritePlan.Refusal) in
        try RewritePlan(rewriting, of: inputs, besides: uses)
      }
    } catch {
      throw display.failure(error.message, .usage)
    }
  }

  /// Refuses what does not go with an output for each input.
  func validate<Command: RecordCommand>(
    _ output: OutputOptions<Command>, _ tolerance: ToleranceOptions, _ reading: ReadingOptions, verifies: Bool
  ) throws {
    guard rewriting != nil else { return }
    if inPlace, outputDir != nil {
      throw ValidationError("--in-place and --output-dir exclude each other")
    }
    if outputDir?.isEmpty == true || outputDir == "-" {
      throw ValidationError("--output-dir needs a folder")
    }
    if output.output != nil {
      throw ValidationError("\(name) writes one file per input; omit --output")
    }
    if verifies { throw ValidationError("--verify writes no records; omit \(name)") }
    if reading.files.contains("-") || reading.files.isEmpty && reading.filesFrom.isEmpty {
      throw ValidationError("\(name) needs files or folders, not standard input")
    }
    guard inPlace else { return }
    if tolerance.maxRejects != nil {
      throw ValidationError(
        "--in-place leaves a file with rejects unchanged; omit --max-rejects, or use --output-dir")
    }
    if !reading.unwrap.isEmpty {
      throw ValidationError(
        "--in-place would lose what surrounds the records of --unwrap; use --output-dir")
    }
  }
}

/// What becomes of each input that has an output of its own.
enum Rewriting {
  case inPlace
  case folder(String)
}
