internal import ChatEvents
internal import JSONText

/// A run of a command that reads records: the inputs one after the other, block by block.
///
/// Nothing is read until what came out of the block before has been written.
protocol InputRun {
  var state: RunState { get set }

  /// Takes note of the input that is read next.
  mutating func begin(_ source: String)
  /// Makes ready for what comes out of the input of that place among all.
  ///
  /// - Returns: whether it is to be read.
  mutating func open(_ index: Int) -> Bool
  /// Takes note that an input has been read as far as it can be.
  mutating func close(_ index: Int)
  /// Writes what came out of a block.
  mutating func deliver(_ block: BlockResult, _ source: String)
  /// Takes note that the input, or the rest of it, cannot be read; that has been told already.
  mutating func fail(_ reason: String)
}

extension InputRun {
  mutating func begin(_ source: String) {}
  mutating func open(_ index: Int) -> Bool { true }
  mutating func close(_ index: Int) {}
  mutating func fail(_ reason: String) {}

  /// Reads all inputs, and tells which of them cannot be read.
  mutating func readInputs() async {
    let inputs = state.plan.inputs
    if state.plan.isVerbose {
      for (path, why) in inputs.passedOver {
        state.messages.note("skipped \(path.shownFileName): \(why)")
      }
    }
    for warning in inputs.warnings { state.messages.warning(warning) }
    for warning in state.plan.selection.fileWarnings { state.messages.warning(warning) }
    for (path, why) in inputs.failures {
      begin(path)
      cannotOpen(path.shownFileName, why)
    }
    state.messages.progress.total = inputs.totalSize
    for (index, path) in inputs.paths.enumerated()
    where !state.isOutputClosed && !state.records.hasStopped { await read(path, index) }
  }

  private mutating func read(_ path: String, _ index: Int) async {
    let name = path == "-" ? "<stdin>" : path.shownFileName
    begin(path == "-" ? name : path)
    do throws(SystemError) {
      if let copy = try state.plan.kept.copy(of: index) { return await read(copy, name, index) }
      let descriptor = path == "-" ? Descriptor.standardInput : try Descriptor.reading(path)
      await read(descriptor, name, index)
      if path != "-" { try? descriptor.close() }
    } catch {
      cannotOpen(name, error.description)
    }
  }

  /// One that would not be seen stands in quotes.
  private mutating func cannotOpen(_ path: String, _ why: String) {
    state.messages.error("cannot open \(path.isEmpty ? "''" : path): \(why)")
    state.status.raise(to: .noInput)
    state.unreadable = why
    fail("cannot open it: \(why)")
  }

  private mutating func read(_ descriptor: Descriptor, _ name: String, _ index: Int) async {
    guard open(index) else { return }
    defer { close(index) }
    let read = ReadCount()
    var input = Input(descriptor, counting: read)
    var records = state.records
    do {
      try await records.process(&input) { block in
        deliver(block, name)
        state.messages.progress.advance(to: read.count)
        return !state.isOutputClosed
      }
    } catch {
      let unread = records.unread.map { "; left unread from line \($0.line), column \($0.column) on" }
      let failure = error as? SystemError
      if let failure { state.unreadable = failure.description }
      let fix =
        failure?.fixOfReading ?? "run the command again with a complete copy of the input"
      state.fail("cannot read \(name): \(error)\(unread ?? "")", fix: fix, closesOutput: false)
      fail("cannot read it: \(error)")
    }
    state.records = records
    state.messages.progress.finish(read.count)
  }
}

extension InputPaths {
  /// The number of bytes of all inputs; nil if it is not known.
  fileprivate var totalSize: Int? {
    paths.reduce(0) { sum, path in
      guard let sum, path != "-", let size = FileStatus(path: path)?.size else { return nil }
      return sum + size
    }
  }
}
