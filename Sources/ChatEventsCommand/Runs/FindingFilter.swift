internal import ChatEvents
internal import JSONText

/// Which findings pass, since they are ignored or known, and what is shown of those that do not.
struct FindingFilter {
  /// The codes that are ignored.
  private let ignored: [Code]
  private var ignoredCodes: Set<Code> = []

  /// The findings that are known; nil if none are.
  private var baseline: Baseline?

  /// The file of the findings that are to be known from now on; nil if there is none.
  let recordPath: String?
  private var found = Baseline()

  /// Whether no text of a record is shown.
  private let hidesSource: Bool

  private var source = ReportSource.standardInput

  /// How many findings passed.
  private(set) var passed = 0

  init(
    ignoring codes: [Code] = [], _ baseline: Baseline? = nil, recordPath: String? = nil,
    hidesSource: Bool = false
  ) {
    (ignored, self.baseline, self.recordPath, self.hidesSource) = (codes, baseline, recordPath, hidesSource)
  }

  /// Begins with the records of a source.
  mutating func begin(_ source: ReportSource) {
    self.source = source
    baseline?.begin(source.path)
  }

  /// Takes out of a record's findings what passes.
  ///
  /// - Returns: whether there is something left to tell: not of a fault beside records that passes.
  mutating func pass(_ record: inout CheckedRecord) -> Bool {
    if !record.findings.isEmpty, !ignored.isEmpty || baseline != nil || recordPath != nil {
      let isRecord = record.isRecord
      let all = record.findings.count
      record.findings = record.findings.filter { finding in !passes(finding) }
      passed += all - record.findings.count
      if record.findings.isEmpty, !isRecord { return false }
    }
    if hidesSource { record.hideSource() }
    return true
  }

  private mutating func passes(_ finding: LocatedDiagnostic) -> Bool {
    if ignored.contains(finding.code) {
      ignoredCodes.insert(finding.code)
      return true
    }
    if recordPath != nil {
      found.add(Baseline.Entry(finding, in: source.path))
      return true
    }
    return baseline?.take(Baseline.Entry(finding, in: source.path)) ?? false
  }

  /// The findings that are to be known from now on, as the file has them.
  var recorded: [UInt8] { found.text }

  /// What was asked for and did nothing, a text each with its fix.
  var warnings: [String] {
    ignored.filter { !ignoredCodes.contains($0) }.map {
      "--ignore \($0.name) ignored nothing\n  fix: omit it\n"
    } + (baseline?.warnings ?? [])
  }
}
