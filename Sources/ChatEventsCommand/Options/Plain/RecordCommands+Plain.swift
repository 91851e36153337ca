internal import ArgumentParser
internal import ChatEvents

// The commands that do not convert records, as a plain command line gives their options.

extension Validate: PlainCommand {
  static var unset: Validate {
    var command = Validate()
    (command.source, command.format, command.verdicts) = (.unset, nil, false)
    (command.strict, command.now, command.plans, command.findings) = (false, nil, .unset, .unset)
    (command.uniqueIds, command.zone, command.output, command.reading) = (false, .unset, .unset, .unset)
    return command
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--format": format = try line.value() as ReportName
    case "--verdicts": verdicts = true
    case "--strict": strict = true
    case "--now": now = try PresentTime.parse(try line.text())
    case "--unique-ids": uniqueIds = true
    default:
      return try source.take(option, from: &line) || plans.take(option, from: &line)
        || findings.take(option, from: &line)
        || zone.take(option, from: &line)
        || output.take(option, from: &line) || reading.take(option, from: &line)
    }
    return true
  }

  mutating func take(file: String) { reading.files.append(file) }

  mutating func check() throws {
    try source.check()
    try findings.check()
    try zone.check()
    try output.check()
    try reading.check()
    try validate()
  }
}

extension Redact: PlainCommand {
  static var unset: Redact {
    var command = Redact()
    (command.source, command.selected, command.drop, command.fileLink) = (.unset, .unset, false, [])
    (command.keepCards, command.pseudonyms, command.verify, command.rejects) = (false, .unset, false, .unset)
    (command.tolerance, command.undated) = (.unset, nil)
    (command.contains, command.containsFrom, command.rewrite) = ([], [], .unset)
    (command.redactField, command.keepField) = ([], [])
    (command.output, command.reading) = (.unset, .unset)
    return command
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--drop": drop = true
    case "--contains": contains = [try line.text()]
    case "--contains-from": containsFrom = [try line.text()]
    case "--undated": undated = try line.value()
    case "--file-link": fileLink = [try TextPattern.parse(try line.text())]
    case "--redact-field": redactField = [try MemberSelector.parse(try line.text())]
    case "--keep-field": keepField = [try MemberSelector.parse(try line.text())]
    case "--keep-cards": keepCards = true
    case "--verify": verify = true
    default:
      return try source.take(option, from: &line) || selected.take(option, from: &line)
        || pseudonyms.take(option, from: &line) || rewrite.take(option, from: &line)
        || tolerance.take(option, from: &line)
        || rejects.take(option, from: &line)
        || output.take(option, from: &line) || reading.take(option, from: &line)
    }
    return true
  }

  mutating func take(file: String) { reading.files.append(file) }

  mutating func check() throws {
    try source.check()
    try selected.check()
    try pseudonyms.check()
    try rejects.check()
    try output.check()
    try reading.check()
    try validate()
  }
}

extension Export: PlainCommand {
  static var unset: Export {
    var command = Export()
    (command.source, command.selected, command.format) = (.unset, .unset, .csv)
    (command.delimiter, command.bom, command.profile) = (nil, false, nil)
    (command.rejects, command.output, command.reading) = (.unset, .unset, .unset)
    return command
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--format": format = try line.value()
    case "--delimiter": delimiter = try line.value()
    case "--bom": bom = true
    case "--profile": profile = try line.text()
    default:
      return try source.take(option, from: &line) || selected.take(option, from: &line)
        || rejects.take(option, from: &line) || output.take(option, from: &line)
        || reading.take(option, from: &line)
    }
    return true
  }

  mutating func take(file: String) { reading.files.append(file) }

  mutating func check() throws {
    try source.check()
    try selected.check()
    try rejects.check()
    try output.check()
    try reading.check()
    try validate()
  }
}

extension SelectionOptions: PlainOptions {
  static var unset: SelectionOptions {
    var options = SelectionOptions()
    (options.email, options.visitorId, options.olderThan) = ([], [], nil)
    (options.emailsFrom, options.visitorIdsFrom) = ([], [])
    (options.before, options.now, options.zone) = (nil, nil, .unset)
    (options.followIds, options.strict) = (false, false)
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--email": email = [try line.text()]
    case "--visitor-id": visitorId = [try line.text()]
    case "--emails-from": emailsFrom = [try line.text()]
    case "--visitor-ids-from": visitorIdsFrom = [try line.text()]
    case "--follow-ids": followIds = true
    case "--strict": strict = true
    case "--older-than": olderThan = try line.value()
    case "--before": before = try Moment.parse(try line.text())
    case "--now": now = try PresentTime.parse(try line.text())
    default: return try zone.take(option, from: &line)
    }
    return true
  }

  mutating func check() throws {
    try zone.check()
    try validate()
  }
}

extension RewriteOptions: PlainOptions {
  static var unset: RewriteOptions {
    var options = RewriteOptions()
    (options.inPlace, options.outputDir) = (false, nil)
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--in-place": inPlace = true
    case "--output-dir": outputDir = try line.text()
    default: return false
    }
    return true
  }
}

extension PseudonymOptions: PlainOptions {
  static var unset: PseudonymOptions {
    var options = PseudonymOptions()
    (options.pseudonymize, options.keyFile) = (false, nil)
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--pseudonymize": pseudonymize = true
    case "--key-file": keyFile = try line.text()
    default: return false
    }
    return true
  }
}
