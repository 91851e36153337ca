internal import ChatEvents
internal import JSONText

/// Records as test cases, in the XML of JUnit, which most servers that build software read.
///
/// A source is a suite, a record a case. One with errors has failed, and its one failure tells all that was found; a case
/// with nothing but warnings has passed, and tells them in what it has printed. A source that cannot be read has a case of
/// its own, an error. Counts stand before what is counted: the cases are kept until the end.
///
/// There is no specification; what is written is what Jenkins and GitLab document that they read, in November 2026.
struct JUnitReport: ValidationReport {
  let tellsAll = true
  let isKept = true

  private var suites: [Suite] = []
  private var kept = 0
  private var text = TextReport()

  /// The cases of one source.
  private struct Suite: Sendable {
    let name: String
    var tests = 0
    var failures = 0
    var errors = 0
    /// The offsets of the cases among all that was kept.
    var cases: Range<Int>
  }

  mutating func begin(_ source: ReportSource) {
    suites.append(Suite(name: source.path, cases: kept..<kept))
    text.begin(source)
  }

  /// Writes a case of the source, as far as its class, and the rest of it by a function.
  private mutating func addCase(
    to output: inout Output, _ write: (inout JUnitReport, inout Suite, inout Output) -> Void
  ) {
    guard var suite = suites.popLast() else { return }
    let start = output.count
    suite.tests += 1
    output.append("<testcase classname=")
    output.append(attribute: suite.name)
    write(&self, &suite, &output)
    kept += output.count - start
    suite.cases = suite.cases.lowerBound..<kept
    suites.append(suite)
  }

  mutating func add(_ record: CheckedRecord, to output: inout Output) {
    addCase(to: &output) { report, suite, output in
      let kind = record.format.map { "\($0) record" } ?? "record"
      output.append(text: " name=\"\(kind) \(suite.tests) (line \(record.place.line))\"")
      if record.findings.isEmpty {
        output.append("/>\n")
      } else {
        output.append(">\n")
        report.writeFindings(of: record, to: &output)
        output.append("</testcase>\n")
      }
      if !record.isValid { suite.failures += 1 }
    }
  }

  mutating func write(_ finding: LocatedDiagnostic, to output: inout Output) {
    text.write(finding, to: &output)
  }

  private mutating func writeFindings(of record: CheckedRecord, to output: inout Output) {
    let errors = record.findings.filter { $0.severity == .error }
    if let first = errors.first {
      output.append("<failure message=")
      output.append(attribute: errors.map(\.statement).joined(separator: "; "))
      output.append(text: " type=\"\(first.code.name)\">")
    } else {
      output.append("<system-out>")
    }
    var all = Output(capacity: 1 << 10)
    text.add(record, to: &all)
    output.append(characters: String(decoding: all.written, as: UTF8.self))
    output.append(text: errors.isEmpty ? "</system-out>\n" : "</failure>\n")
  }

  mutating func fail(_ failure: InputFailure, to output: inout Output) {
    addCase(to: &output) { _, suite, output in
      suite.errors += 1
      output.append(" name=\"input\">\n<error message=")
      output.append(attribute: failure.reason)
      output.append(text: " type=\"\(failure.code)\"/>\n</testcase>\n")
    }
  }

  mutating func end(_ totals: ValidationTotals) -> [ReportPiece] {
    var output = Output(capacity: 1 << 10)
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"chatevents\"")
    output.append(
      counts: suites.reduce(0) { $0 + $1.tests }, suites.reduce(0) { $0 + $1.failures },
      suites.reduce(0) { $0 + $1.errors })
    output.append(">\n")
    var pieces: [ReportPiece] = []
    for suite in suites {
      output.append("<testsuite name=")
      output.append(attribute: suite.name)
      output.append(counts: suite.tests, suite.failures, suite.errors)
      output.append(">\n")
      pieces += [.text(output.written), .kept(suite.cases)]
      output.removeAll()
      output.append("</testsuite>\n")
    }
    output.append("</testsuites>\n")
    return pieces + [.text(output.written)]
  }
}

extension Output {
  mutating func append(counts tests: Int, _ failures: Int, _ errors: Int) {
    append(text: " tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"0\"")
  }

  /// Writes an attribute's value, in quotes; white space in it is kept by its number.
  mutating func append(attribute text: String) {
    append(UInt8(ascii: "\""))
    for character in text.unicodeScalars {
      switch character {
      case "\t", "\n", "\r": append(text: "&#\(character.value);")
      case "\"": append("&quot;")
      default: append(character: character)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Writes the text of an element.
  mutating func append(characters text: String) {
    for character in text.unicodeScalars {
      if character == "\r" { append("&#13;") } else { append(character: character) }
    }
  }

  /// Writes a character, unless XML 1.0 has no way to say it.
  private mutating func append(character: Unicode.Scalar) {
    switch character {
    case "&": append("&amp;")
    // Two of them can begin a command of a build server that prints the report.
    case "#": append("&#35;")
    case "<": append("&lt;")
    case ">": append("&gt;")
    case "\t", "\n": append(UInt8(ascii: character))
    case "\u{0}"..<" ", "\u{fffe}", "\u{ffff}": break
    default: append(text: String(character))
    }
  }
}
