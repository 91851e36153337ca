internal import ChatEvents

/// What the command line asks of a run over records.
struct RunPlan {
  var options: RunOptions
  var jobs: Int
  var inputs: InputPaths
  /// What is told of a selection that no record fits.
  var selection: SelectionReport
  /// The file that is written; nil for standard output.
  var outputPath: String?
  var summary: SummaryFlag?
  /// Whether files that are passed over, and envelopes that are opened, are named.
  var isVerbose: Bool
  var display: Display
  /// Whether what the run writes to its streams is kept in memory, and no file is written.
  var keeps = false

  /// Makes the plan of a command from its options.
  ///
  /// - Parameters:
  ///   - options: what the library is asked for; what the command's shared options say is added.
  ///   - inputs: the files that ``ReadingOptions/inputs(besides:)`` has found.
  init(
    _ options: RunOptions, _ reading: ReadingOptions, _ output: OutputOptions<some RecordCommand>,
    over inputs: InputPaths, selected: SelectionReport = SelectionReport()
  ) {
    self.options = options
    self.options.recordLimit = reading.recordLimit.count
    self.options.stopsAtReject = output.failFast
    self.options.unwrapping = reading.unwrap
    jobs = reading.jobs.count
    self.inputs = inputs
    selection = selected
    outputPath = output.path
    summary = output.summary
    isVerbose = reading.verbose
    display = reading.display.resolved
  }
}
