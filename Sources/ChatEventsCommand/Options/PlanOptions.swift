internal import ArgumentParser
internal import ChatEvents
internal import JSONText

/// The tracking plans that calls are held against.
struct PlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Check calls against this tracking plan: JSON Schemas by event, a folder of them, or a plan exported from Segment or RudderStack; may be repeated.",
      valueName: "file"),
    completion: .file())
  var plan: [String] = []

  /// The names of the formats whose records plans are for.
  private static var formats: [String] { Format.all.filter(\.hasPlans).map(\.name) }

  /// Refuses plans for records of a format that no plan is for.
  ///
  /// - Parameters:
  ///   - format: the format of what is held against them; nil if it is to be recognised.
  ///   - option: the option that names the format.
  ///   - advice: what to do otherwise.
  func validate(for format: Format?, _ option: String, otherwise advice: String) throws {
    guard !plan.isEmpty, let format, !format.hasPlans else { return }
    let options = Self.formats.map { "\(option) \($0)" }.joined(separator: ", ")
    throw ValidationError("--plan has no effect on \(format.name); it applies to \(options); \(advice)")
  }

  /// The files that are read.
  var uses: [FileUse?] { plan.map { FileUse("--plan", $0, isWritten: false) } }

  /// Reads the plans.
  ///
  /// - Throws: the exit status, after a message, if one of them cannot be read or used.
  func plans(_ display: DisplayOptions) throws -> [TrackingPlan] {
    do throws(UnusablePlan) {
      return try plans()
    } catch {
      throw display.failure(error.reason, fix: error.fix, error.status)
    }
  }

  /// Reads the plans.
  func plans() throws(UnusablePlan) -> [TrackingPlan] {
    var plans: [TrackingPlan] = []
    for path in plan { plans.append(try TrackingPlan(at: path)) }
    return plans
  }

  /// Returns what is reported of plans that no call had to do with.
  ///
  /// - Parameter needsCalls: whether a run that reads records and no call is an error.
  func report(needsCalls: Bool) -> PlanReport {
    PlanReport(options: plan.map { "--plan \($0.shownFileName)" }, needsCalls: needsCalls)
  }
}

extension TrackingPlan {
  /// Reads a file, or all files of a folder whose names end with `.json`.
  fileprivate init(at path: String) throws(UnusablePlan) {
    self.init()
    guard path != "-", FileStatus(path: path)?.isFolder == true else {
      try add(file: path)
      return
    }
    let names: [String]
    do throws(SystemError) {
      names = try Folder.names(in: path)
    } catch {
      throw UnusablePlan(path: path, error)
    }
    let files = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    if files.isEmpty {
      throw UnusablePlan(
        "the plan \(path.shownFileName) is a folder without files that end with .json",
        fix: "name each file for the event whose schema it holds: 'Order Completed.json'", .usage)
    }
    for file in files { try add(file: path.hasSuffix("/") ? path + file : "\(path)/\(file)") }
  }

  private mutating func add(file path: String) throws(UnusablePlan) {
    if let size = FileStatus(path: path)?.size, size > Self.sizeLimit {
      throw UnusablePlan(
        "the plan \(path.shownFileName) has \(size) bytes, over the limit of \(Self.sizeLimit)",
        fix: "split the plan, and name each part with --plan", .usage)
    }
    let text: [UInt8]
    do throws(SystemError) {
      text = try path == "-" ? Descriptor.standardInput.contents() : Descriptor.contents(of: path)
    } catch {
      throw UnusablePlan(path: path, error)
    }
    let name = path == "-" ? "<stdin>" : path.shownFileName
    do throws(TrackingPlanError) {
      try add(text, event: path == "-" ? nil : Self.event(of: path.lastName))
    } catch {
      throw UnusablePlan("\(name):\(error)", fix: error.fix, .usage)
    }
  }

  /// Returns the name of the event that a file is named for. A slash, which no file name has, is written as `%2F`.
  private static func event(of name: String) -> String {
    var event = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    if event.hasSuffix(".schema") { event.removeLast(7) }
    return event.split(separator: "%2F", omittingEmptySubsequences: false).joined(separator: "/")
  }
}

/// Why a plan cannot be used.
struct UnusablePlan: Error, CustomStringConvertible {
  let reason: String
  /// What to do about it.
  let fix: String?
  let status: ExitStatus

  var description: String { fix.map { "\(reason)\n  fix: \($0)" } ?? reason }

  init(_ reason: String, fix: String? = nil, _ status: ExitStatus) {
    (self.reason, self.fix, self.status) = (reason, fix, status)
  }

  fileprivate init(path: String, _ error: SystemError) {
    self.init("cannot read the plan \(path.shownFileName): \(error)", .noInput)
  }
}

/// Reports plans that no call had to do with: they are probably for other calls, and what they ask for is not done.
struct PlanReport {
  /// The options that name the plans.
  var options: [String] = []
  /// Whether a run that reads records and no call is an error.
  var needsCalls = false

  /// Whether records were read, calls were asked for, and no plan is for any of them.
  func hasFailed(_ tally: SelectionTally, hasRead: Bool) -> Bool {
    !options.isEmpty && needsCalls && hasRead && !tally.hasPlannedCalls
  }

  /// Returns a warning for each plan that has no rule for any call, a text each with its fix.
  func warnings(_ tally: SelectionTally) -> [String] {
    guard tally.hasPlannedCalls else { return [] }
    return options.indices.filter { !tally.plans.contains($0) }.map {
      "no call has a rule in \(options[$0])\n"
        + "  fix: compare the names of events with those of the plan, capitals and spaces too\n"
    }
  }
}
