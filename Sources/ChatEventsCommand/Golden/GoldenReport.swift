internal import ChatEvents
internal import JSONText

/// A golden case, or something else in a folder of them, as a check has found it.
struct GoldenVerdict: Sendable {
  /// The file that it is about: of a case the input; its path as a report has it.
  let file: String
  /// What it is called in its folder.
  let name: String
  /// What is wrong; nothing where all is as expected.
  var failures: [Failure] = []

  struct Failure: Sendable {
    /// The path of the file that is wrong, as a report has it.
    let file: String
    /// The line at which it begins to be.
    var line = 1
    /// One clause.
    let message: String
    /// How the file differs from what must stand in it; nil where it could not be judged.
    var difference: String?

    /// What stands in the place of a finding's code.
    var code: String { difference == nil ? "not-checked" : "differs" }
  }
}

/// A form in which a check is written for a program.
protocol GoldenReport: Sendable {
  /// Whether its lines are commands to a build server.
  var hasCommands: Bool { get }

  /// Returns what is to be told of a case at once.
  mutating func add(_ verdict: GoldenVerdict) -> [UInt8]

  /// Returns what stands behind everything else.
  func end(_ tally: GoldenTally) -> [UInt8]
}

/// What is wrong, one JSON object a line.
struct GoldenJSONReport: GoldenReport {
  let hasCommands = false

  func add(_ verdict: GoldenVerdict) -> [UInt8] {
    var output = Output(capacity: 1 << 10)
    for failure in verdict.failures {
      output.append(#"{"file":"#, failure.file)
      output.append(#","line":"#, failure.line)
      output.append(#","severity":"error","code":"#, failure.code)
      output.append(#","case":"#, verdict.name)
      output.append(#","message":"#, failure.message)
      output.append(#","difference":"#)
      if let difference = failure.difference {
        output.appendQuoted(difference)
      } else {
        output.append("null")
      }
      output.append("}\n")
    }
    return output.written
  }

  func end(_ tally: GoldenTally) -> [UInt8] { [] }
}

/// What is wrong, as workflow commands of GitHub, each with the difference, and a notice in the end.
struct GoldenGitHubReport: GoldenReport {
  let hasCommands = true

  func add(_ verdict: GoldenVerdict) -> [UInt8] {
    var output = Output(capacity: 1 << 10)
    for failure in verdict.failures {
      output.append("::error file=")
      output.append(command: failure.file, isProperty: true)
      output.append(text: ",line=\(failure.line),title=\(failure.code)::")
      let difference = failure.difference.map { "\n\($0)" } ?? ""
      output.append(command: failure.message + difference, isProperty: false)
      output.append("\n")
    }
    return output.written
  }

  func end(_ tally: GoldenTally) -> [UInt8] { Array("::notice title=chatevents::\(tally.result)\n".utf8) }
}

/// Folders as suites and golden cases as test cases, in the XML of JUnit.
struct GoldenJUnitReport: GoldenReport {
  let hasCommands = false
  private var suites: [Suite] = []

  private struct Suite: Sendable {
    let name: String
    var tests = 0
    var failures = 0
    var errors = 0
    var cases: [UInt8] = []
  }

  mutating func add(_ verdict: GoldenVerdict) -> [UInt8] {
    let folder = verdict.file.lastIndex(of: "/").map { String(verdict.file[..<$0]) } ?? "."
    var suite =
      suites.firstIndex { $0.name == folder }.map { suites.remove(at: $0) } ?? Suite(name: folder)
    var output = Output(capacity: 1 << 10)
    output.append("<testcase classname=")
    output.append(attribute: folder)
    output.append(" name=")
    output.append(attribute: verdict.name)
    output.append(text: verdict.failures.isEmpty ? "/>\n" : ">\n")
    if !verdict.failures.isEmpty {
      // One that cannot be judged has not been run.
      let isError = verdict.failures.contains { $0.difference == nil }
      let kind = isError ? "error" : "failure"
      output.append(text: "<\(kind) message=")
      output.append(
        attribute: verdict.failures.map { "\($0.file): \($0.message)" }.joined(separator: "; "))
      output.append(text: " type=\"\(isError ? "not-checked" : "differs")\">")
      output.append(characters: verdict.failures.compactMap(\.difference).joined())
      output.append(text: "</\(kind)>\n</testcase>\n")
      if isError { suite.errors += 1 } else { suite.failures += 1 }
    }
    suite.tests += 1
    suite.cases += output.written
    suites.append(suite)
    return []
  }

  func end(_ tally: GoldenTally) -> [UInt8] {
    var output = Output(capacity: 1 << 12)
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"chatevents\"")
    output.append(
      counts: suites.reduce(0) { $0 + $1.tests }, suites.reduce(0) { $0 + $1.failures },
      suites.reduce(0) { $0 + $1.errors })
    output.append(">\n")
    for suite in suites {
      output.append("<testsuite name=")
      output.append(attribute: suite.name)
      output.append(counts: suite.tests, suite.failures, suite.errors)
      output.append(">\n")
      output.append(contentsOf: suite.cases)
      output.append("</testsuite>\n")
    }
    output.append("</testsuites>\n")
    return output.written
  }
}
