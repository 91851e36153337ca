internal import ArgumentParser
internal import ChatEvents
internal import JSONText

/// A run of a command that reads records: the inputs one after the other, block by block.
///
/// Nothing is read until what came out of the block before has been written.
protocol InputRun {
  /// What is read.
  var inputs: InputPaths { get }
  /// What reads it.
  var conversion: OrderedRun { get set }
  var messages: Messages { get set }
  var status: ExitStatus { get set }
  /// Whether nothing more can be written.
  var isOutputClosed: Bool { get }

  /// Takes note of the input that is read next.
  mutating func begin(_ source: String)
  /// Writes what came out of a block; says whether more is wanted.
  mutating func deliver(_ block: BlockResult, _ source: String) -> Bool
  /// Takes note that the input, or the rest of it, cannot be read; that has been told already.
  mutating func fail(_ reason: String)
}

extension InputRun {
  mutating func begin(_ source: String) {}
  mutating func fail(_ reason: String) {}

  /// Reads all inputs, and tells which of them cannot be read.
  mutating func readInputs() async {
    for warning in inputs.warnings { messages.warning("\(warning)\n") }
    for (path, why) in inputs.failures {
      begin(path)
      cannotOpen(path.shownFileName, why)
    }
    messages.progress.total = totalSize
    for path in inputs.paths where !isOutputClosed && !conversion.hasStopped { await read(path) }
  }

  private var totalSize: Int? {
    inputs.paths.reduce(0) { sum, path in
      guard let sum, path != "-", let size = FileStatus(path: path)?.size else { return nil }
      return sum + size
    }
  }

  private mutating func read(_ path: String) async {
    let name = path == "-" ? "<stdin>" : path.shownFileName
    begin(path == "-" ? name : path)
    do throws(SystemError) {
      let descriptor = path == "-" ? Descriptor.standardInput : try Descriptor.reading(path)
      await read(descriptor, name)
      if path != "-" { try? descriptor.close() }
    } catch {
      cannotOpen(name, error.description)
    }
  }

  /// One that would not be seen stands in quotes.
  private mutating func cannotOpen(_ path: String, _ why: String) {
    messages.error("cannot open \(path.isEmpty ? "''" : path): \(why)")
    status.raise(to: .noInput)
    fail("cannot open it: \(why)")
  }

  private mutating func read(_ descriptor: Descriptor, _ name: String) async {
    var input = Input(descriptor)
    var conversion = conversion
    do {
      try await conversion.process(&input) { block in deliver(block, name) }
    } catch {
      let unread = conversion.unread.map { "; left unread from line \($0.line), column \($0.column) on" }
      let fix =
        (error as? SystemError)?.fixOfReading ?? "run the command again with a complete copy of the input"
      messages.error("cannot read \(name): \(error)\(unread ?? "")\n  fix: \(fix)")
      status.raise(to: .ioError)
      fail("cannot read it: \(error)")
    }
    self.conversion = conversion
    messages.progress.finish(input.bytesRead)
  }

  /// Opens what is written to.
  ///
  /// - Throws: the exit status, after a message, where it cannot be opened.
  static func opening<File>(
    _ path: String?, _ messages: inout Messages, _ open: (String?) throws(SystemError) -> File
  ) throws -> File {
    do throws(SystemError) {
      return try open(path)
    } catch {
      messages.error("cannot write \(path?.shownFileName ?? "standard output"): \(error)")
      throw ExitCode(ExitStatus.ioError.rawValue)
    }
  }
}
