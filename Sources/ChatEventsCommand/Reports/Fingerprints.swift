internal import ChatEvents
internal import JSONText

/// What tells the findings of a source apart, and stays the same where lines are put in before a record.
struct Fingerprints: Sendable {
  private var path = ""
  /// How often each source has begun: one can be named twice.
  private var beginnings: [String: Int] = [:]
  /// How often each came in this source.
  private var occurrences: [UUIDBytes: Int] = [:]

  mutating func begin(_ source: ReportSource) {
    path = source.path
    beginnings[path, default: 0] += 1
    occurrences.removeAll()
  }

  /// Returns one that is unique in its file: what is wrong, in which member, and the text there, with a number that tells equal
  /// ones apart.
  mutating func of(_ finding: LocatedDiagnostic) -> String {
    fingerprint(finding.code.name, finding.pointer.description, text: finding.excerpt?.text ?? [])
  }

  /// Returns one that is unique among all files.
  mutating func ofFile(_ finding: LocatedDiagnostic) -> String {
    fingerprint(path, finding.code.name, finding.pointer.description, text: finding.excerpt?.text ?? [])
  }

  /// Returns that of an input that was not validated.
  mutating func ofFile(_ failure: InputFailure) -> String { fingerprint(path, failure.code, text: []) }

  private mutating func fingerprint(_ parts: String..., text: [UInt8]) -> String {
    var name = Output(capacity: 256)
    for part in parts { name.appendQuoted(part) }
    name.appendQuoted(text)
    if let count = beginnings[path], count > 1 { name.append(decimal: count) }
    let hash = name.withTail(from: 0) { UUIDBytes(version5: $0, in: .chatevents) }
    occurrences[hash, default: 0] += 1
    return "\(hash):\(occurrences[hash] ?? 1)"
  }
}
