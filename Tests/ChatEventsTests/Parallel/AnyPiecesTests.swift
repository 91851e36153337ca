import Foundation
import JSONText
import TestSupport
import Testing

@testable import ChatEvents

/// What becomes of a source does not depend on how it arrives, on where it is cut, or on the number of tasks, with any record limit.
///
/// The sources are generated, with a new seed each time. `CHATEVENTS_RUNS` says how many there are.
@Suite struct AnyPiecesTests {
  static let runs = ProcessInfo.processInfo.environment["CHATEVENTS_RUNS"].flatMap(Int.init) ?? 60
  static let seed =
    ProcessInfo.processInfo.environment["CHATEVENTS_SEED"].flatMap(UInt64.init)
    ?? .random(in: 0..<1_000_000_000)

  @Test func piecesAndTasksAndLimitsChangeNothing() async throws {
    var executions = 0
    for run in 0..<Self.runs {
      var generator = Seeded(Self.seed &+ UInt64(run))
      let source = Self.source(&generator)
      let task = Self.tasks.randomElement(using: &generator) ?? .convert(to: .rudderstack)
      let limit = [1, 300, 1000, 256 << 20].randomElement(using: &generator) ?? 300
      let whole = try Conversion(source) { ($0.task, $0.recordLimit) = (task, limit) }
      let size = Int.random(in: 1...70, using: &generator)
      let split = try Conversion(source, blockSize: size) { ($0.task, $0.recordLimit) = (task, limit) }
      executions += 2
      try Self.compare(
        whole, split, source, "seed \(Self.seed &+ UInt64(run)): pieces of \(size), limit \(limit), \(task)")
      for jobs in [1, 2, 3, 7] {
        let blockSize = Int.random(in: 16...600, using: &generator)
        let pieces = Int.random(in: 1...900, using: &generator)
        let waits = Int.random(in: 1...9, using: &generator)
        let several = try await Self.process(
          source, task, limit: limit, jobs: jobs, blockSize: blockSize, pieces: pieces, waits: waits)
        executions += 1
        try Self.compare(
          whole, several, source,
          "seed \(Self.seed &+ UInt64(run)): \(jobs) jobs, blocks of \(blockSize), pieces of \(pieces), limit \(limit), \(task)"
        )
      }
    }
    if Self.runs > 1000 { print("\(executions) executions, from seed \(Self.seed) on") }
  }

  static let tasks: [RecordTask] = [
    .convert(to: .rudderstack), .convert(to: .segment), .validate(ValidationSettings()),
    .redact(RedactionSettings()),
  ]

  /// Ends the test at the first difference, with what is needed to have it again.
  static func compare(_ whole: Conversion, _ other: Conversion, _ source: [UInt8], _ what: String) throws {
    if whole == other { return }
    try #require(
      Bool(false),
      """
      \(what)
      source: \(source.count) bytes \(String(decoding: source, as: UTF8.self).debugDescription)
      at once: \(described(whole))
      in pieces: \(described(other))
      """)
  }

  static func described(_ result: Conversion) -> String {
    "\(result.output.count) bytes of output, \(result.balance.json)\n"
      + result.rejects.map { "\($0.range) \($0.record?.count ?? -1) \($0.report(source: "x"))" }.joined()
      + result.checked.map {
        "\($0.place) \($0.findings.map { "\($0.place) \($0.code.name) \($0.pointer)" })\n"
      }
      .joined()
  }

  static func process(
    _ source: [UInt8], _ task: RecordTask, limit: Int, jobs: Int, blockSize: Int, pieces: Int, waits: Int
  ) async throws -> Conversion {
    var options = RunOptions(from: nil, to: .rudderstack)
    (options.task, options.recordLimit) = (task, limit)
    var run = try OrderedRun(options, jobs: jobs, blockSize: blockSize)
    var result = try Conversion([])
    var source = SlowSource(rest: source[...], size: pieces, waits: waits)
    try await run.process(&source) { block in
      result.add(block)
      return true
    }
    return result
  }

  // MARK: What is generated

  static func source(_ generator: inout Seeded) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 1...12, using: &generator) { text += fragment(&generator) }
    for _ in 0..<Int.random(in: 0...3, using: &generator) where !text.isEmpty { mutate(&text, &generator) }
    return text
  }

  static func fragment(_ generator: inout Seeded) -> [UInt8] {
    let separators = ["\n", "\n", "\n", " ", "", ",", "\r\n", "\n\n", "\n  "]
    let end = separators.randomElement(using: &generator) ?? "\n"
    let count = Int.random(in: 1...6, using: &generator)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0, 1, 2: return Array((record(&generator) + end).utf8)
    case 3:
      let many = (0..<count).map { _ in record(&generator) }
      return Array(
        ("[" + many.joined(separator: [",", ",\n", ", ", "\n"].randomElement(using: &generator) ?? ",") + "]"
          + end).utf8)
    case 4: return Array((form(&generator) + end).utf8)
    case 5: return Array(((odd.randomElement(using: &generator) ?? "") + end).utf8)
    case 6:
      let part = odd.randomElement(using: &generator) ?? "1 "
      return Array((String(repeating: part, count: Int.random(in: 1...80, using: &generator)) + end).utf8)
    case 7:
      return Array(record(&generator).utf8.prefix(Int.random(in: 1...200, using: &generator)))
        + Array(end.utf8)
    case 8:
      return Array(record(&generator).split(separator: ",").joined(separator: ",\n").utf8) + Array(end.utf8)
    default:
      let text = record(&generator)
      return Bool.random(using: &generator)
        ? text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } : Array((text + text).utf8)
    }
  }

  static func record(_ generator: inout Seeded) -> String {
    let number = Int.random(in: 0..<1000, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1, 2: return Sample.transcript(number)
    case 3:
      return #"{"type":"track","userId":"u\#(number)","event":"e","properties":{"email":"jo@example.org"}}"#
    case 4: return #"{"kind":"Conversation","id":"\#(String(repeating: "x", count: number))","items":[]}"#
    case 5:
      return #"{"a":[{"b":"\#(String(repeating: "\\n\\u00e9", count: number / 9))"},{"c":[[1,2],{}]}],"d":0}"#
    case 6:
      return #"{"batch":[{"type":"identify","userId":"u"},{"type":"track"}],"sentAt":"2026-01-01T00:00:00Z"}"#
    default: return "{\"a\":\(odd.randomElement(using: &generator) ?? "1")}"
    }
  }

  static func form(_ generator: inout Seeded) -> String {
    let fields = [
      "", "token=x&", "a=1&b=\(String(repeating: "y", count: Int.random(in: 0...400, using: &generator)))&",
    ]
    let hex = record(&generator).utf8.map { byte in
      (48...57).contains(byte) || (97...122).contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return (fields.randomElement(using: &generator) ?? "") + "data=" + hex.joined()
      + (Bool.random(using: &generator) ? "&z=1" : "")
  }

  static let odd = [
    "1-1-", "12 345 ", "null ", "tru", "\"a\nb\"", "[{\"a\":\n", "{\"a\":{\"b\":[", "}", "]", ",", "\u{feff}",
    "\u{1e}", "\u{0}",
    "\\n", "2026-12-01 INFO {\"a\":1}", "[x] {\"kind\":\"Conversation\"}", "[1] {\"a\":2}", "None", "NaN",
    "-Infinity", "'a'", "\\\"a\\\"",
    "PK\u{3}\u{4}", "<!doctype html>", "a,b,c\n1,2,3", "data=", "data=%7B%7D&data=%7B%7D", "data=%zz",
    "&data=1", "dat", "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"", "\"\u{1}\"", "01", "1e", "{\"a\":1,}", "[1,,2]", "{\"source\":\"x\",\"record\":\"{}\"}",
    "\t", "\r", "é",
  ]

  static func mutate(_ text: inout [UInt8], _ generator: inout Seeded) {
    let place = Int.random(in: 0..<text.count, using: &generator)
    let end = min(text.count, place + Int.random(in: 1...12, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: text.remove(at: place)
    case 1: text.insert(Array("{}[]\",:\n\\ 0'\u{0}".utf8).randomElement(using: &generator) ?? 0, at: place)
    case 2: text.insert(contentsOf: text[place..<end], at: place)
    case 3: text[place] = UInt8.random(in: 0...255, using: &generator)
    default: text.removeSubrange(place..<end)
    }
  }
}

/// A source that gives a few bytes at a time, and would often wait.
private struct SlowSource: BlockSource {
  var rest: ArraySlice<UInt8>
  let size: Int
  let waits: Int
  private var reads = 0

  init(rest: ArraySlice<UInt8>, size: Int, waits: Int) {
    (self.rest, self.size, self.waits) = (rest, size, waits)
  }

  var wouldWait: Bool { reads % waits == 0 }

  mutating func fill(_ block: inout JSONBlock) -> Int {
    let piece = rest.prefix(size)
    block.append(piece)
    rest = rest.dropFirst(piece.count)
    reads += 1
    return piece.count
  }
}
