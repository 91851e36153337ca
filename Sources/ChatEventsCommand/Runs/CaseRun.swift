internal import ArgumentParser
internal import ChatEvents

/// One golden case, converted in this process as `convert` does it in the case's folder.
struct CaseRun {
  private let folder: CaseFolder
  private let golden: GoldenCase
  /// The options of the case.
  private let words: [String]

  /// Why a case cannot be run.
  struct Problem: Error {
    let file: String
    let message: String
    var status = ExitStatus.rejected
  }

  /// Options that say what the case itself, or `check`, says.
  private static let refused = [
    "--to", "--output", "-o", "--rejects", "--files-from", "--include", "--exclude",
    "--verbose", "--color", "--no-progress", "--quiet", "-q", "--dry-run", "--help", "-h",
    "--version",
  ]

  /// Reads the options of a case.
  init(_ golden: GoldenCase, in folder: CaseFolder) throws(Problem) {
    (self.golden, self.folder) = (golden, folder)
    guard golden.hasOptions else {
      words = []
      return
    }
    let file = folder.path(of: golden.options)
    guard let text = String(validating: try Self.contents(of: file), as: UTF8.self) else {
      throw Problem(file: file, message: "is not valid UTF-8")
    }
    do throws(ShellWords.Fault) {
      words = try ShellWords.split(text).map(Tool.known)
    } catch {
      throw Problem(file: file, message: "\(error)")
    }
    for word in words {
      let option = Self.refused.first {
        word == $0 || word.hasPrefix("\($0)=") || ($0 == "-o" && word.hasPrefix($0))
      }
      guard let option else { continue }
      throw Problem(file: file, message: "\(option) is not allowed among the options of a case")
    }
  }

  /// Reads a file of a case.
  static func contents(of file: String) throws(Problem) -> [UInt8] {
    do throws(SystemError) {
      return try Descriptor.contents(of: file)
    } catch {
      throw Problem(file: file, message: "cannot be read: \(error)", status: .noInput)
    }
  }

  /// Converts the input to a format.
  func outcome(to target: Format) async throws(Problem) -> GoldenOutcome {
    let home = try entering(folder.path)
    defer { try? Folder.enter(home) }
    var run = try keepingRun(try parsed(to: target), to: target)
    _ = await run.run()
    let (output, errors) = run.state.kept
    // What the records are is not known then: nothing can be compared or expected.
    if let reason = run.state.unreadable {
      throw Problem(
        file: folder.path(of: golden.input), message: "cannot be read: \(reason)", status: .noInput)
    }
    return GoldenOutcome(target: target, events: output, reports: errors)
  }

  /// Goes to a folder, and returns the one before.
  private func entering(_ path: String) throws(Problem) -> String {
    do throws(SystemError) {
      let home = try Folder.current()
      try Folder.enter(path)
      return home
    } catch {
      throw Problem(file: path, message: "cannot be entered: \(error)", status: .noInput)
    }
  }

  /// Has the command parse the words.
  private func parsed(to target: Format) throws(Problem) -> Convert {
    let options: Convert
    do {
      if let refusal = try Usage.refusal(of: Convert.self, words) { throw ValidationError(refusal) }
      options = try Convert.parse(["--to", target.name] + words)
    } catch {
      throw Problem(
        file: folder.path(of: golden.options),
        message: "with --to \(target.name): \(UsageError.message(for: error, of: Convert.self))")
    }
    if let file = options.reading.files.first {
      throw Problem(
        file: folder.path(of: golden.options),
        message: "unexpected argument '\(file)'; the case's input is \(golden.input)"
      )
    }
    return options
  }

  /// Prepares the run, which writes to memory.
  private func keepingRun(_ options: Convert, to target: Format) throws(Problem) -> RecordRun {
    let file = folder.path(of: golden.options)
    let settings: RouteSettings
    do throws(UnreadableFile) {
      // What a case gives does not depend on who runs it.
      settings = try options.route.settings(environment: { _ in nil })
    } catch {
      throw Problem(file: file, message: error.description, status: .noInput)
    }
    var asked = options.options(to: target, settings)
    do throws(UnusablePlan) {
      asked.plans = try options.plans.plans()
    } catch {
      throw Problem(file: file, message: error.description, status: error.status)
    }
    var plan = RunPlan(
      asked, options.reading, options.output,
      over: InputPaths(named: [golden.input], lists: []), selected: options.times.report)
    plan.planned = options.plans.report(needsCalls: false)
    plan.jobs = 1
    plan.display = Display(isColored: false, showsProgress: false)
    plan.keeps = true
    do {
      return try RecordRun(plan, layout: options.format.layout(for: target))
    } catch {
      throw Problem(file: file, message: "no such route: \(error)")
    }
  }
}
