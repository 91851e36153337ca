internal import ArgumentParser
internal import ChatEvents

// The options that several commands have, as a plain command line gives them.

extension ReadingOptions: PlainOptions {
  static var unset: ReadingOptions {
    var options = ReadingOptions()
    (options.recordLimit, options.jobs) = (.usual, .automatic)
    (options.filesFrom, options.files) = ([], [])
    (options.include, options.exclude, options.verbose) = ([], [], false)
    options.unwrap = []
    options.display = .unset
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--record-limit": recordLimit = try line.value()
    case "--jobs": jobs = try line.value()
    case "--files-from": filesFrom = [try line.text()]
    case "--include": include = [try Glob.parse(try line.text())]
    case "--exclude": exclude = [try Glob.parse(try line.text())]
    case "--unwrap": unwrap = [try UnwrapPointer.parse(try line.text())]
    case "--verbose": verbose = true
    default: return try display.take(option, from: &line)
    }
    return true
  }

  mutating func check() throws {
    try display.check()
    try validate()
  }
}

extension PlanOptions: PlainOptions {
  static var unset: PlanOptions {
    var options = PlanOptions()
    options.plan = []
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    guard option == "--plan" else { return false }
    plan = [try line.text()]
    return true
  }
}

extension DisplayOptions: PlainOptions {
  static var unset: DisplayOptions {
    var options = DisplayOptions()
    (options.color, options.noProgress, options.quiet) = (.auto, false, false)
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--color": color = try line.value()
    case "--no-progress": noProgress = true
    case "--quiet": quiet = true
    default: return false
    }
    return true
  }
}

extension OutputOptions: PlainOptions {
  static var unset: OutputOptions {
    var options = OutputOptions()
    (options.summary, options.failFast, options.output) = (nil, false, nil)
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--summary" where summary == nil:
      // It may be meant as the form, which a flag does not take.
      if line.isNext(["text", "json"]) { return false }
      summary = .text
    case "--summary-json" where summary == nil: summary = .json
    case "--fail-fast": failFast = true
    case "--output": output = try line.text()
    default: return false
    }
    return true
  }
}

extension FindingOptions: PlainOptions {
  static var unset: FindingOptions {
    var options = FindingOptions()
    (options.noSource, options.ignore) = (false, [])
    (options.baseline, options.writeBaseline) = (nil, nil)
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--no-source": noSource = true
    case "--ignore": ignore = [try Code.parse(try line.text())]
    case "--baseline": baseline = try line.text()
    case "--write-baseline": writeBaseline = try line.text()
    default: return false
    }
    return true
  }
}

extension RejectsOptions: PlainOptions {
  static var unset: RejectsOptions {
    var options = RejectsOptions()
    options.rejects = nil
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    guard option == "--rejects" else { return false }
    rejects = try line.text()
    return true
  }
}

extension ToleranceOptions: PlainOptions {
  static var unset: ToleranceOptions {
    var options = ToleranceOptions()
    options.maxRejects = nil
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    guard option == "--max-rejects" else { return false }
    maxRejects = try line.value()
    return true
  }
}

extension FormatOption: PlainOptions {
  static var unset: FormatOption {
    var options = FormatOption()
    options.name = .auto
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    guard option == "--as" else { return false }
    name = try line.value()
    return true
  }
}

extension ZoneOption: PlainOptions {
  static var unset: ZoneOption {
    var options = ZoneOption()
    options.timezone = nil
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    guard option == "--timezone" else { return false }
    timezone = try ZoneName.parse(try line.text())
    return true
  }
}
