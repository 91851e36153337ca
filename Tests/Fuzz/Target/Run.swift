import ChatEvents
import JSONText

/// What came out of a whole source.
struct Run: Equatable {
  var output: [UInt8] = []
  var rejects: [Reject] = []
  var checked: [CheckedRecord] = []
  /// The exported records, as they are written.
  var exported: [UInt8] = []
  var balance = Balance()

  /// Processes a source that arrives in pieces of that many bytes.
  init(_ pipeline: RecordPipeline, _ source: [UInt8], step: Int, _ export: ExportWriter? = nil) {
    var pipeline = pipeline
    var export = export
    var block = JSONBlock(capacity: 64)
    var position = 0
    repeat {
      let end = min(source.count, position + step)
      block.append(source[position..<end])
      position = end
      let result = pipeline.process(block, isLast: position == source.count)
      block.removeFirst(result.count)
      output += result.events
      rejects += result.rejects
      checked += result.checked
      if let text = export?.text(of: result.exported, source: "source") { exported += text }
      balance += result.balance
    } while position < source.count
    if let text = export?.end() { exported += text }
    expect(block.isEmpty, "\(block.count) bytes of a source that has ended are left")
  }

  /// Processes a source that arrives at once.
  init(_ pipeline: RecordPipeline, _ source: [UInt8], _ export: ExportWriter? = nil) {
    self.init(pipeline, source, step: max(source.count, 1), export)
  }

  /// What differs in another run over the same source; nil if nothing does.
  func difference(from other: Run) -> String? {
    if output != other.output { return "output:\n\(shown(output))\n--\n\(shown(other.output))" }
    if rejects != other.rejects {
      return Self.difference("rejects", rejects.map(Self.words), other.rejects.map(Self.words))
    }
    if checked != other.checked {
      return Self.difference("checked", checked.map(Self.words), other.checked.map(Self.words))
    }
    if exported != other.exported { return "exported:\n\(shown(exported))\n--\n\(shown(other.exported))" }
    if balance != other.balance { return "balance:\n\(balance)\n--\n\(other.balance)" }
    return nil
  }

  private static func difference(_ name: String, _ first: [String], _ second: [String]) -> String {
    let place =
      zip(first, second).enumerated().first { $1.0 != $1.1 }?.offset ?? min(first.count, second.count)
    func element(_ list: [String]) -> String { place < list.count ? list[place] : "none" }
    return
      "\(name), \(first.count) and \(second.count), at \(place):\n\(element(first))\n--\n\(element(second))"
  }

  /// All that a reject is.
  private static func words(_ reject: Reject) -> String {
    let record = reject.record.map { $0.map { String($0, radix: 16) }.joined(separator: " ") } ?? "none"
    return
      "\(words(reject.diagnostic)), record at \(reject.place), \(reject.range), fault at \(reject.offset): \(record)"
  }

  /// All that is found in a record.
  private static func words(_ record: CheckedRecord) -> String {
    let findings = record.findings.map(words) + record.identities.map { "\($0.name) \(words($0.repetition))" }
    return "\(record.format ?? "unknown") at \(record.place): \(findings.joined(separator: "\n  "))"
  }

  private static func words(_ diagnostic: LocatedDiagnostic) -> String {
    let excerpt = diagnostic.excerpt.map { "\($0)" } ?? "no excerpt"
    return
      "\(diagnostic.place) \(diagnostic.pointer) [\(diagnostic.code.name)] \(diagnostic.message); \(excerpt)"
  }
}
