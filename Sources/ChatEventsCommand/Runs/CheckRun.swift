internal import ArgumentParser
internal import ChatEvents

/// One run of `check`: finds the cases, runs one after the other, and shows or writes what is not as expected.
struct CheckRun {
  private let target: Format?
  private let isUpdate: Bool
  private let isColored: Bool
  private var messages: Messages
  private var status = ExitStatus.success
  private var tally = GoldenTally()

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - target: the only format to look at; nil for all that something is expected in.
  ///   - isUpdate: whether the expected files are written anew.
  init(target: Format?, isUpdate: Bool, _ color: ColorChoice) {
    (self.target, self.isUpdate) = (target, isUpdate)
    isColored = Display(color, showsProgress: false, on: .standardOutput).isColored
    messages = Messages(Display(color, showsProgress: false))
  }

  /// Checks the cases in some folders.
  mutating func run(_ paths: [String]) async throws -> ExitStatus {
    var checked: Set<CaseFolder.Identity> = []
    for path in paths {
      let folders = CaseFolder.all(in: path)
      if !folders.contains(where: hasSomething) {
        let what = target.map { "nothing is expected in the format \($0.name)" } ?? "there is no case"
        report(path, "\(what) in this folder", .noInput)
      }
      // A folder that lies in two of those that were named is checked once.
      for folder in folders where checked.insert(folder.identity).inserted { try await check(folder) }
    }
    try TextOutput.write("\(isUpdate ? tally.changes : tally.result)\n")
    return status
  }

  /// Whether there is something to check in a folder, or something wrong with it.
  private func hasSomething(_ folder: CaseFolder) -> Bool {
    folder.failure != nil || !folder.content.problems.isEmpty
      || folder.content.cases.contains { targets(of: $0) != nil }
  }

  private mutating func check(_ folder: CaseFolder) async throws {
    if let failure = folder.failure { report(folder.path, "cannot be opened: \(failure)", .noInput) }
    for problem in folder.content.problems { report(folder.path(of: problem.file), problem.message) }
    for golden in folder.content.cases {
      guard let targets = targets(of: golden) else { continue }
      tally.cases += 1
      let files: [GoldenFile]
      do throws(CaseRun.Problem) {
        files = try await self.files(of: golden, in: folder, targets)
      } catch {
        report(error.file, error.message, error.status)
        continue
      }
      let inputs = [golden.input] + (golden.hasOptions ? [golden.options] : [])
      if isUpdate { try update(files, reading: inputs.map(folder.path(of:))) } else { try show(files) }
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
        message: "nothing is expected of it; --update --to FORMAT writes what it gives now")
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

  private mutating func report(_ file: String, _ message: String, _ status: ExitStatus = .rejected) {
    messages.error("\(file): \(message)")
    tally.problems += 1
    self.status.raise(to: status)
  }
}

extension CheckRun {
  /// Shows how the files of a case differ.
  private mutating func show(_ files: [GoldenFile]) throws {
    let differences = files.compactMap { $0.difference(isColored: isColored) }
    guard !differences.isEmpty else { return }
    tally.differing += 1
    status.raise(to: .rejected)
    try TextOutput.write(differences.joined())
  }

  /// Writes the files of a case as they must be, and says which were changed.
  ///
  /// - Parameter inputs: the files that the case reads.
  private mutating func update(_ files: [GoldenFile], reading inputs: [String]) throws {
    if let path = files.first(where: { file in files.filter { $0.path == file.path }.count > 1 })?.path {
      return report(
        path, "what is reported depends on the format, and a case has one such file; make two cases")
    }
    let uses = files.map { FileUse("the expected file", $0.path, isWritten: true) }
    if let refusal = FileUse.refusal(of: uses, over: inputs) {
      return report(files.first?.path ?? "", refusal, .usage)
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
        report(file.path, "cannot be written: \(error)", .ioError)
        continue
      }
      try TextOutput.write("\(file.actual == nil ? "removed" : "wrote") \(file.path)\n")
    }
  }
}
