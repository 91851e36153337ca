internal import ArgumentParser
internal import ChatEvents

/// One run of `check`: finds the cases, runs one after the other, and shows or writes what is not as expected.
struct CheckRun {
  private let target: Format?
  private let isUpdate: Bool
  private let isColored: Bool
  /// The form for a program; nil for a person.
  private var form: (any GoldenReport)?
  private let repository = Repository()
  private var messages: Messages
  private var status = ExitStatus.success
  private var tally = GoldenTally()

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - target: the only format to look at; nil for all that something is expected in.
  ///   - isUpdate: whether the expected files are written anew.
  ///   - form: the form for a program; nil for a person.
  init(target: Format?, isUpdate: Bool, _ color: ColorChoice, _ form: (any GoldenReport)? = nil) {
    (self.target, self.isUpdate, self.form) = (target, isUpdate, form)
    isColored = Display(color, showsProgress: false, on: .standardOutput).isColored
    messages = Messages(Display(color, showsProgress: false))
  }

  /// Checks the cases in some folders.
  mutating func run(_ paths: [String]) async throws -> ExitStatus {
    var checked: Set<CaseFolder.Identity> = []
    for path in paths {
      let folders = CaseFolder.all(in: path)
      if !folders.contains(where: hasSomething) {
        let what = target.map { "no expected output in the format \($0.name)" } ?? "no case"
        try report(path, "\(what) in this folder", .noInput)
      }
      // A folder that lies in two of those that were named is checked once.
      for folder in folders where checked.insert(folder.identity).inserted { try await check(folder) }
    }
    if let form {
      try TextOutput.write(report: form.end(tally), hasCommands: form.hasCommands)
    } else {
      try TextOutput.write("\(isUpdate ? tally.changes : tally.result)\n")
    }
    return status
  }

  /// Whether there is something to check in a folder, or something wrong with it.
  private func hasSomething(_ folder: CaseFolder) -> Bool {
    folder.failure != nil || !folder.content.problems.isEmpty
      || folder.content.cases.contains { targets(of: $0) != nil }
  }

  private mutating func check(_ folder: CaseFolder) async throws {
    if let failure = folder.failure { try report(folder.path, "cannot be opened: \(failure)", .noInput) }
    for problem in folder.content.problems { try report(folder.path(of: problem.file), problem.message) }
    for golden in folder.content.cases {
      guard let targets = targets(of: golden) else { continue }
      tally.cases += 1
      let files: [GoldenFile]
      do throws(CaseRun.Problem) {
        files = try await self.files(of: golden, in: folder, targets)
      } catch {
        try report(error.file, error.message, error.status, golden.name)
        continue
      }
      let inputs = [golden.input] + (golden.hasOptions ? [golden.options] : [])
      if isUpdate {
        try update(files, reading: inputs.map(folder.path(of:)))
      } else {
        try show(files, of: golden, in: folder)
      }
    }
  }

  /// The formats in which a case is looked at; nil where it is passed over.
  private func targets(of golden: GoldenCase) -> [Format]? {
    guard let target else { return golden.targets }
    if golden.targets.isEmpty { return isUpdate ? [target] : [] }
    return golden.targets.contains(target) ? [target] : nil
  }

  /// Runs a case, and returns its expected files, with what must stand in them.
  private func files(
    of golden: GoldenCase, in folder: CaseFolder, _ targets: [Format]
  ) async throws(CaseRun.Problem) -> [GoldenFile] {
    guard !targets.isEmpty else {
      throw CaseRun.Problem(
        file: folder.path(of: golden.input),
        message: "no expected output; create it with --update --to FORMAT")
    }
    let run = try CaseRun(golden, in: folder)
    // What is reported is one file for all formats, so that it can be written only when all are known.
    var outcomes: [GoldenOutcome] = []
    for target in isUpdate && !golden.targets.isEmpty ? golden.targets : targets {
      outcomes.append(try await run.outcome(to: target))
    }
    var files: [GoldenFile] = []
    for outcome in outcomes where targets.contains(outcome.target) {
      let path = folder.path(of: golden.events(to: outcome.target))
      let expected = golden.targets.contains(outcome.target) ? try CaseRun.contents(of: path) : nil
      files.append(GoldenFile(events: path, expected: expected, outcome))
    }
    let path = folder.path(of: golden.diagnostics)
    let expected = golden.hasDiagnostics ? try CaseRun.contents(of: path) : nil
    return files + GoldenFile.diagnostics(path, expected: expected, outcomes)
  }

  /// Reports what could not be judged.
  ///
  /// - Parameter name: the case's; nil where it is a file or a folder of none.
  private mutating func report(
    _ file: String, _ message: String, _ status: ExitStatus = .rejected, _ name: String? = nil
  ) throws {
    messages.error("\(file.shownFileName): \(message)")
    tally.problems += 1
    self.status.raise(to: status)
    let path = repository.source(file).path
    let failure = GoldenVerdict.Failure(file: path, message: PrintedText.oneLine(message))
    try tell(GoldenVerdict(file: path, name: (name ?? file.lastName).shownFileName, failures: [failure]))
  }

  /// Writes what a program is told of a case.
  private mutating func tell(_ verdict: GoldenVerdict) throws {
    guard var form else { return }
    try TextOutput.write(report: form.add(verdict), hasCommands: form.hasCommands)
    self.form = form
  }
}

extension CheckRun {
  /// Shows how the files of a case differ.
  private mutating func show(_ files: [GoldenFile], of golden: GoldenCase, in folder: CaseFolder) throws {
    let failures = files.compactMap { file in
      file.difference(isColored: isColored && form == nil).map {
        GoldenVerdict.Failure(
          file: repository.source(file.path).path, line: file.firstLine, message: file.complaint,
          difference: $0)
      }
    }
    if !failures.isEmpty {
      tally.differing += 1
      status.raise(to: .rejected)
    }
    if form == nil, failures.isEmpty { return }
    if form == nil { return try TextOutput.write(quoting: failures.compactMap(\.difference).joined()) }
    try tell(
      GoldenVerdict(
        file: repository.source(folder.path(of: golden.input)).path, name: golden.name.shownFileName,
        failures: failures))
  }

  /// Writes the files of a case as they must be, and says which were changed.
  ///
  /// - Parameter inputs: the files that the case reads.
  private mutating func update(_ files: [GoldenFile], reading inputs: [String]) throws {
    if let path = files.first(where: { file in files.filter { $0.path == file.path }.count > 1 })?.path {
      return try report(
        path, "the messages depend on the format, and a case has one file for them; split the case")
    }
    let uses = files.map { FileUse("the expected file", $0.path, isWritten: true) }
    if let refusal = FileUse.refusal(of: uses, over: inputs) {
      return try report(files.first?.path ?? "", refusal, .usage)
    }
    for file in files where file.differs {
      do throws(SystemError) {
        if let bytes = file.actual {
          try WholeFile.replace(file.path, with: bytes)
          tally.written += 1
        } else {
          if let failure = Folder.remove(file.path) { throw failure }
          tally.removed += 1
        }
      } catch {
        try report(file.path, "cannot be written: \(error)", .ioError)
        continue
      }
      try TextOutput.write(
        quoting: "\(file.actual == nil ? "removed" : "wrote") \(file.path.shownFileName)\n")
    }
  }
}
