internal import ArgumentParser
internal import ChatEvents
internal import JSONText

/// One run of `convert`: reads the inputs, hands them to the converter block by block, and writes what comes out.
///
/// Nothing is read until the last write has returned.
struct ConversionRun {
  private var converter: Converter
  private let layout: Layout
  private let printsSummary: Bool
  private let rejectsFile: RejectsFile?
  private var messages: Messages
  private var status = ExitStatus.success
  private var balance = Balance()
  private var isOutputClosed = false

  init(
    _ options: ConversionOptions, layout: Layout, rejectsPath: String?, printsSummary: Bool, display: Display
  ) throws {
    do throws(ConversionError) {
      converter = try Converter(options)
    } catch {
      throw ValidationError("There is no such route.")
    }
    self.layout = layout
    self.printsSummary = printsSummary
    messages = Messages(display)
    do throws(SystemError) {
      rejectsFile = try rejectsPath.map { path throws(SystemError) in try RejectsFile(path) }
    } catch {
      messages.error("cannot write \(rejectsPath ?? ""): \(error)")
      throw ExitCode(ExitStatus.ioError.rawValue)
    }
  }

  /// Converts the inputs, one after the other.
  mutating func run(_ paths: [String]) -> ExitStatus {
    Process.ignoreBrokenPipes()
    Descriptor.standardOutput.enlargePipe()
    messages.progress.total = paths.reduce(0) { sum, path in
      guard let sum, path != "-", let file = try? Descriptor.reading(path) else { return nil }
      defer { try? file.close() }
      return file.status?.size.map { sum + $0 }
    }
    for path in paths where !isOutputClosed && !converter.hasStopped { convert(path) }
    finishRejects()
    messages.progress.clear()
    if printsSummary { messages.write(balance.report) }
    return status
  }

  private mutating func convert(_ path: String) {
    let name = path == "-" ? "<stdin>" : path
    do throws(SystemError) {
      let input = path == "-" ? Descriptor.standardInput : try Descriptor.reading(path)
      defer { if path != "-" { try? input.close() } }
      if input.status?.isFolder == true {
        messages.error("\(name) is a folder")
        status.raise(to: .noInput)
        return
      }
      convert(input, name)
    } catch {
      messages.error("cannot open \(name): \(error)")
      status.raise(to: .noInput)
    }
  }

  private mutating func convert(_ input: Descriptor, _ name: String) {
    converter.reading = Reading()
    var block = JSONBlock()
    var isLast = false
    while !isLast, !isOutputClosed, !converter.hasStopped {
      do {
        isLast = try fill(&block, from: input)
      } catch {
        messages.error("cannot read \(name): \(error)")
        status.raise(to: .ioError)
        isLast = true
      }
      let used = converter.convert(block, isLast: isLast)
      block.removeFirst(used)
      writeEvents()
      report(converter.rejects, name)
      balance += converter.balance
      messages.progress.advance(by: used)
    }
  }

  /// Reads more bytes; a long record that was not complete is tried again when it has doubled.
  ///
  /// - Returns: whether the input has ended.
  private func fill(_ block: inout JSONBlock, from input: Descriptor) throws -> Bool {
    let enough = block.count < 1 << 20 ? block.count + 1 : block.count * 2
    repeat {
      if try unsafe block.fill({ buffer in try unsafe input.read(into: buffer) }) == 0 { return true }
    } while block.count < enough
    return false
  }

  private mutating func writeEvents() {
    guard !converter.output.isEmpty else { return }
    do throws(SystemError) {
      switch layout {
      case .ndjson: try Descriptor.standardOutput.write(converter.output.written)
      case .pretty: try Descriptor.standardOutput.write(PrettyPrinter.lines(converter.output.written))
      }
    } catch {
      isOutputClosed = true
      if error.isBrokenPipe { return }
      messages.error("cannot write to standard output: \(error)")
      status.raise(to: .ioError)
    }
  }

  private mutating func report(_ rejects: [Reject], _ source: String) {
    guard !rejects.isEmpty else { return }
    status.raise(to: .rejected)
    var lines = Output(capacity: 1 << 12)
    for reject in rejects {
      messages.report(reject.report(source: source))
      if rejectsFile != nil { reject.write(source: source, to: &lines) }
    }
    guard let rejectsFile else { return }
    do throws(SystemError) {
      try rejectsFile.descriptor.write(lines.written)
    } catch {
      failRejects(error)
    }
  }

  private mutating func finishRejects() {
    do throws(SystemError) {
      try rejectsFile?.descriptor.close()
    } catch {
      failRejects(error)
    }
  }

  private mutating func failRejects(_ error: SystemError) {
    messages.error("cannot write \(rejectsFile?.path ?? ""): \(error)")
    status.raise(to: .ioError)
  }
}

/// The file that keeps the records which cannot be converted.
struct RejectsFile: Sendable {
  let path: String
  let descriptor: Descriptor

  init(_ path: String) throws(SystemError) {
    self.path = path
    descriptor = try Descriptor.writing(path)
  }
}
