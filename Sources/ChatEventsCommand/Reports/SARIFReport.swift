internal import ChatEvents
internal import JSONText

/// Findings as SARIF 2.1.0, which GitHub's code scanning and many editors read; written as they are found.
///
/// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub Docs, "SARIF support for code
/// scanning"; both read in November 2026.
struct SARIFReport: ValidationReport {
  /// How many results GitHub takes of a run.
  static let mostResults = 25_000

  /// How many findings were left out, since there were more than that.
  private(set) var omitted = 0

  private let version: String
  private let informationURI: String?
  private var source = ReportSource.standardInput
  private var results = 0
  private var failures: [(source: ReportSource, failure: InputFailure)] = []
  private var fingerprints = Fingerprints()

  private static let ruleIndices = Dictionary(
    Code.all.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// - Parameters:
  ///   - version: the tool's.
  ///   - informationURI: where one can read about the tool; nil where that is not known.
  init(version: String, informationURI: String? = nil) {
    self.version = version
    self.informationURI = informationURI
  }

  mutating func begin(to output: inout Output) {
    output.append(#"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":["#)
    output.append(#"{"tool":{"driver":{"name":"chatevents","version":"#)
    output.appendQuoted(version)
    if let informationURI { output.append(#","informationUri":"#, informationURI) }
    output.append(#","rules":["#)
    for (index, code) in Code.all.enumerated() {
      output.append(text: index == 0 ? "\n" : ",\n")
      write(code, to: &output)
    }
    output.append("\n]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[")
  }

  private func write(_ rule: Code, to output: inout Output) {
    output.append(#"{"id":"#, rule.name)
    output.append(#","shortDescription":{"text":"#, rule.message)
    output.append(#"},"fullDescription":{"text":"#, rule.meaning)
    output.append(#"},"help":{"text":"#, rule.explanation)
    output.append(#"},"defaultConfiguration":{"level":"#, rule.severity.rawValue)
    output.append("}}")
  }

  mutating func begin(_ source: ReportSource) {
    self.source = source
    fingerprints.begin(source)
  }

  mutating func write(_ finding: LocatedDiagnostic, to output: inout Output) {
    if results == Self.mostResults {
      omitted += 1
      return
    }
    output.append(text: results == 0 ? "\n" : ",\n")
    results += 1
    output.append(#"{"ruleId":"#, finding.code.name)
    if let index = Self.ruleIndices[finding.code.name] { output.append(text: ",\"ruleIndex\":\(index)") }
    output.append(#","level":"#, finding.severity.rawValue)
    output.append(#","message":{"text":"#, finding.advice)
    output.append(#"},"locations":[{"physicalLocation":{"#)
    output.append(location: source)
    output.append(text: ",\"region\":{\"startLine\":\(finding.place.line)")
    if let excerpt = finding.excerpt {
      if let column = excerpt.characterColumn { output.append(text: ",\"startColumn\":\(column)") }
      if !excerpt.text.isEmpty {
        output.append(#","snippet":{"text":"#, String(decoding: excerpt.text, as: UTF8.self))
        output.append("}")
      }
    }
    output.append("}}")
    if !finding.pointer.tokens.isEmpty {
      output.append(#","logicalLocations":[{"fullyQualifiedName":"#, finding.pointer.description)
      output.append("}]")
    }
    output.append(#"}],"partialFingerprints":{"primaryLocationLineHash":"#, fingerprints.of(finding))
    output.append("}}")
  }

  mutating func fail(_ failure: InputFailure, to output: inout Output) {
    failures.append((source, failure))
  }

  mutating func end(_ totals: ValidationTotals) -> [ReportPiece] {
    var output = Output(capacity: 1 << 10)
    output.append("\n],\"invocations\":[{\"executionSuccessful\":")
    output.append(text: failures.isEmpty ? "true" : "false")
    output.append(#","toolExecutionNotifications":["#)
    for (index, (source, failure)) in failures.enumerated() {
      if index > 0 { output.append(",") }
      output.append(#"{"level":"error","descriptor":{"id":"#, failure.code)
      output.append(#"},"message":{"text":"#, failure.reason)
      output.append(#"},"locations":[{"physicalLocation":{"#)
      output.append(location: source)
      output.append("}}]}")
    }
    if let omission {
      if !failures.isEmpty { output.append(",") }
      output.append(#"{"level":"warning","message":{"text":"#, omission)
      output.append("}}")
    }
    output.append("]}]}]}\n")
    return [.text(output.written)]
  }

  /// What is to be told of the findings that were left out; nil where none were.
  var omission: String? {
    omitted == 0
      ? nil
      : "the report has the first \(Self.mostResults) findings; \(omitted) more were left out,"
        + " since GitHub takes no more of a run"
  }
}

extension Output {
  /// Writes where an artifact is; standard input has no address, and is described.
  fileprivate mutating func append(location source: ReportSource) {
    if source.isStandardInput {
      return append(#""artifactLocation":{"description":{"text":"standard input"}}"#)
    }
    append(
      #""artifactLocation":{"uri":"#, (source.isOutside ? "file://" : "") + source.path.percentEncoded)
    if !source.isOutside { append(#","uriBaseId":"%SRCROOT%""#) }
    append("}")
  }
}

extension String {
  /// The path as a URI has it: bytes that are not unreserved there stand as `%FF`, slashes stay.
  fileprivate var percentEncoded: String {
    utf8.reduce(into: "") { text, byte in
      let character = Character(Unicode.Scalar(byte))
      if character.isASCII, character.isLetter || character.isNumber || "-._~/".contains(character) {
        text.append(character)
      } else {
        text += "%\(byte.hexadecimal(digits: 2))"
      }
    }
  }
}
