internal import ChatEvents

/// What the command line asks of a run over records.
struct RunPlan {
  var options: RunOptions
  var jobs: Int
  var inputs: InputPaths
  /// The copies of inputs that are read a second time and can be read only once.
  var kept = KeptInputs()
  /// What is told of a selection that no record fits.
  var selection: SelectionReport
  /// What is told of plans that no call had to do with.
  var planned = PlanReport()
  /// The file that is written; nil for standard output.
  var outputPath: String?
  /// The file that is written for each input; nil if all are written to one output.
  var rewriting: RewritePlan?
  var summary: SummaryFlag?
  /// Whether files that are passed over, and envelopes that are opened, are named.
  var isVerbose: Bool
  var display: Display
  /// Whether what is written holds what people said, so that nobody else may read files that are made.
  var isPrivate = false
  /// Who may read and write files that are made.
  var mode: UInt32 { isPrivate ? 0o600 : 0o666 }
  /// Whether nothing is written but messages and the summary.
  var isDry = false
  /// Whether what is written goes to the terminal that messages go to.
  var writesToTerminal: Bool {
    guard outputPath == nil, rewriting == nil, !isDry, !keeps else { return false }
    let (output, errors) = (Descriptor.standardOutput.status, Descriptor.standardError.status)
    return errors?.isCharacterDevice == true && output?.identity == errors?.identity
  }
  /// Whether what the run writes to its streams is kept in memory, and no file is written.
  var keeps = false

  /// Has the run write nothing but messages and the summary.
  mutating func makeDry() {
    isDry = true
    summary = summary ?? .text
  }

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
