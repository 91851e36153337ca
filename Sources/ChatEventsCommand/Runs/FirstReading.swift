internal import ChatEvents

/// A reading of all inputs before the one that writes: it finds what names selected people in their records, and reports nothing,
/// since the next one meets the same records.
struct FirstReading: InputRun {
  var state: RunState
  /// What was found so far.
  private(set) var found = SelectionTally()

  private init(_ plan: RunPlan) throws { state = try RunState(plan) }

  /// Reads the inputs of a plan, and returns what was found.
  ///
  /// What can be read only once is kept in a temporary file, which the plan then reads.
  ///
  /// - Throws: the exit status, after a message, if something can be read only once and cannot be kept: with a part of it the run
  ///   would do less than it was asked for.
  static func run(
    _ plan: inout RunPlan, _ selection: Selection, _ wanted: CollectedValues, _ display: DisplayOptions
  ) async throws -> SelectionTally {
    plan.kept = try KeptInputs(plan.inputs.paths, display)
    var first = plan
    first.options.task = .collect(selection, wanted)
    (first.options.stopsAtReject, first.keeps) = (false, true)
    var reading = try FirstReading(first)
    await reading.readInputs()
    reading.state.messages.progress.clear()
    return reading.found
  }

  mutating func deliver(_ block: BlockResult, _ source: String) { found += block.balance.selection }
}

/// What is kept of inputs that can be read only once: standard input, pipes and devices.
struct KeptInputs {
  /// The copies, by the places of the inputs among all.
  private var copies: [Int: Spool] = [:]

  /// Keeps nothing.
  init() {}

  /// Keeps what can be read only once of some inputs.
  ///
  /// - Throws: the exit status, after a message.
  init(_ paths: [String], _ display: DisplayOptions) throws {
    for (index, path) in paths.enumerated() {
      let status = path == "-" ? Descriptor.standardInput.status : FileStatus(path: path)
      // What is not there is told when it is read.
      guard let status, path == "-" || status.size == nil, !status.isFolder else { continue }
      do throws(SystemError) {
        let source = path == "-" ? Descriptor.standardInput : try Descriptor.reading(path)
        copies[index] = try Spool(of: source)
        if path != "-" { try? source.close() }
      } catch {
        let name = path == "-" ? "<stdin>" : path.shownFileName
        throw display.failure(
          "cannot keep \(name) in a temporary file, for a second reading: \(error)", .ioError)
      }
    }
  }

  /// Returns the copy of an input, to be read from its beginning; nil if the input itself is read.
  func copy(of index: Int) throws(SystemError) -> Descriptor? { try copies[index]?.rewound() }
}
