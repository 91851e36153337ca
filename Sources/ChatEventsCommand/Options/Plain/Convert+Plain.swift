internal import ArgumentParser
internal import ChatEvents
internal import JSONText

extension Convert: PlainCommand {
  static var unset: Convert {
    var command = Convert()
    (command.from, command.to, command.format) = (.auto, nil, .ndjson)
    (command.plans, command.rejects, command.output) = (.unset, .unset, .unset)
    (command.maxEventSize, command.tolerance, command.interoperable) = (nil, .unset, false)
    (command.limit, command.dryRun) = (nil, false)
    (command.times, command.route, command.reading) = (.unset, .unset, .unset)
    return command
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--from": from = try line.value()
    case "--to": to = try line.value() as TargetName
    case "--format": format = try line.value()
    case "--max-event-size": maxEventSize = try line.value()
    case "--i-json": interoperable = true
    case "--limit": limit = try line.value()
    case "--dry-run": dryRun = true
    default:
      return try plans.take(option, from: &line) || tolerance.take(option, from: &line)
        || rejects.take(option, from: &line)
        || output.take(option, from: &line) || times.take(option, from: &line)
        || route.take(option, from: &line) || reading.take(option, from: &line)
    }
    return true
  }

  mutating func take(file: String) { reading.files.append(file) }

  mutating func check() throws {
    try rejects.check()
    try output.check()
    try route.check()
    try reading.check()
    try validate()
  }
}

extension TimeRangeOptions: PlainOptions {
  static var unset: TimeRangeOptions {
    var options = TimeRangeOptions()
    (options.since, options.before, options.now) = (nil, nil, nil)
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--since": since = try Moment.parse(try line.text())
    case "--before": before = try Moment.parse(try line.text())
    case "--now": now = try PresentTime.parse(try line.text())
    default: return false
    }
    return true
  }
}

extension RouteOptions: PlainOptions {
  static var unset: RouteOptions {
    var options = RouteOptions()
    (options.timestamps, options.lossless, options.calls, options.events) = (false, false, [], [])
    (options.noBodies, options.userId, options.skipAnonymous, options.skipTests) = (false, nil, false, false)
    (options.integrations, options.zone, options.pageview, options.track) = (nil, .unset, false, false)
    (options.secretKeyFile, options.consentGranted, options.consentWithdrawn) = (nil, [], [])
    (options.requireConsent, options.namespace, options.skipFirstPage) = (false, nil, false)
    return options
  }

  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool {
    switch option {
    case "--timestamps": timestamps = true
    case "--lossless": lossless = true
    case "--calls": calls = [try line.value()]
    case "--events": events = [try line.value()]
    case "--no-bodies": noBodies = true
    case "--user-id": userId = try IdentitySource.parse(try line.text())
    case "--skip-anonymous": skipAnonymous = true
    case "--skip-tests": skipTests = true
    case "--integrations": integrations = try JSONObject.parse(try line.text())
    case "--pageview": pageview = true
    case "--track": track = true
    case "--skip-first-page": skipFirstPage = true
    case "--secret-key-file": secretKeyFile = try line.text()
    case "--consent-granted": consentGranted = [try TextPattern.parse(try line.text())]
    case "--consent-withdrawn": consentWithdrawn = [try TextPattern.parse(try line.text())]
    case "--require-consent": requireConsent = true
    case "--namespace": namespace = try line.text()
    default: return try zone.take(option, from: &line)
    }
    return true
  }

  mutating func check() throws {
    try zone.check()
    try validate()
  }
}
