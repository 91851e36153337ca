import JSONText
import Testing

@testable import ChatEvents

/// The number of tasks, and where the source is cut for them, change nothing.
@Suite struct OrderedRunTests {
  @Test(arguments: [1, 2, 3, 8])
  func anyNumberOfJobsGivesTheSame(jobs: Int) async throws {
    var generator = SystemRandomNumberGenerator()
    let source = Self.source(&generator, records: 1500)
    let whole = try Conversion(source)
    let result = try await Self.convert(source, jobs: jobs, pieces: 50_000)
    #expect(result.output == whole.output)
    #expect(result.rejects == whole.rejects)
    #expect(result.balance == whole.balance)
  }

  @Test func aSourceThatWouldWaitIsHandedOverFirst() async throws {
    let text = Array((Sample.transcript(1) + "\n" + Sample.transcript(2) + "\n{\"kind\":").utf8)
    var source = Pieces(rest: text[...], size: text.count)
    source.waitsAfter = 1
    var conversion = try OrderedRun(RunOptions(from: nil, to: .rudderstack), jobs: 2)
    var delivered: [Int] = []
    let log = source.log
    try await conversion.process(&source) { block in
      delivered.append(block.balance.converted)
      log.append("delivered")
      return true
    }
    #expect(delivered.reduce(0, +) == 2)
    #expect(log.entries.prefix(2) == ["read", "delivered"])
  }

  @Test func nothingIsConvertedBehindAStop() async throws {
    let text = Array((0..<50_000).map { Sample.transcript($0) + "\n" }.joined().utf8)
    var source = Pieces(rest: text[...], size: 100_000)
    var conversion = try OrderedRun(RunOptions(from: nil, to: .rudderstack), jobs: 3)
    var count = 0
    try await conversion.process(&source) { _ in
      count += 1
      return false
    }
    #expect(count == 1)
    #expect(conversion.hasStopped)
    #expect(!source.rest.isEmpty)
  }

  /// Records, a missing comma, and records in a text, in pieces of a few bytes; wherever reading stops, the job that does so is
  /// not the only one that has read on.
  @Test(arguments: [1, 2, 4], [40, 200, 1 << 19])
  func theFirstRecordsAreTheSameForAnyNumberOfJobs(jobs: Int, blockSize: Int) async throws {
    let broken = #"{"kind":"Conversation","visitor":{}}"#
    let text =
      [0, 1, 2].map { Sample.transcript($0) + "\n" }.joined() + broken + "\n"
      + "[\(Sample.transcript(3)),\(Sample.transcript(4)) \(Sample.transcript(5))]\n" + broken + broken
      + #"["# + [6, 7].map { Sample.transcript($0).debugDescription }.joined(separator: ",") + "]\n"
      + [8, 9].map { Sample.transcript($0) + "\n" }.joined()
    let all = try await Self.limited(text, 1_000, jobs: jobs, blockSize: blockSize)
    #expect(!all.hasReachedLimit)
    let ends = (0..<all.balance.read).map { $0 + 1 }
    var before = 0
    for limit in ends {
      let first = try await Self.limited(text, limit, jobs: jobs, blockSize: blockSize)
      let single = try await Self.limited(text, limit, jobs: 1, blockSize: 1 << 19)
      #expect(first.hasReachedLimit)
      #expect(first.balance.read == limit)
      #expect(all.output.starts(with: first.output))
      #expect(first.output.count >= before)
      before = first.output.count
      #expect(first.output == single.output, "\(limit)")
      #expect(first.balance == single.balance, "\(limit)")
      #expect(first.rejects == single.rejects, "\(limit)")
    }
    #expect(before == all.output.count)
  }

  private struct First {
    var output: [UInt8] = []
    var rejects: [Reject] = []
    var balance = Balance()
    var hasReachedLimit = false
  }

  private static func limited(_ text: String, _ limit: Int, jobs: Int, blockSize: Int) async throws -> First {
    var options = RunOptions(from: nil, to: .rudderstack)
    options.limit = limit
    var run = try OrderedRun(options, jobs: jobs, blockSize: blockSize)
    var source = Pieces(rest: Array(text.utf8)[...], size: 16)
    var first = First()
    try await run.process(&source) { block in
      first.output += block.events
      first.rejects += block.rejects
      first.balance += block.balance
      return true
    }
    first.hasReachedLimit = run.hasReachedLimit
    return first
  }

  /// Records of all kinds in all containers, each large enough for several pieces.
  static func source(_ generator: inout some RandomNumberGenerator, records: Int) -> [UInt8] {
    var text = ""
    for container in 0..<5 {
      let lines = (0..<records).map { number in
        Int.random(in: 0..<100, using: &generator) == 0 ? "{\"kind\":01}" : Sample.transcript(number)
      }
      switch container {
      case 0: text += lines.joined(separator: "\n")
      case 1: text += "[" + lines.joined(separator: ",") + "]"
      case 2: text += "[\n" + lines.joined(separator: ",\n") + "\n]"
      case 3:
        text += lines.map { $0.split(separator: ",").joined(separator: ",\n  ") }.joined(separator: "\n")
      default:
        text +=
          "[\n  "
          + lines.map { $0.split(separator: ",").joined(separator: ",\n    ") }.joined(separator: ",\n  ")
          + "\n]"
      }
      text += "\n"
    }
    return Array(text.utf8)
  }

  static func convert(_ source: [UInt8], jobs: Int, pieces: Int) async throws -> Conversion {
    var pieces = Pieces(rest: source[...], size: pieces)
    var conversion = try OrderedRun(RunOptions(from: nil, to: .rudderstack), jobs: jobs)
    var result = try Conversion([])
    try await conversion.process(&pieces) { block in
      result.output += block.events
      result.rejects += block.rejects
      result.balance += block.balance
      return true
    }
    return result
  }
}

/// A source in memory that arrives in pieces.
private struct Pieces: BlockSource {
  var rest: ArraySlice<UInt8>
  let size: Int
  var waitsAfter = Int.max
  let log = Log()
  private var reads = 0

  init(rest: ArraySlice<UInt8>, size: Int) {
    self.rest = rest
    self.size = size
  }

  var wouldWait: Bool { reads >= waitsAfter }

  mutating func fill(_ block: inout JSONBlock) -> Int {
    let piece = rest.prefix(size)
    block.append(piece)
    rest = rest.dropFirst(piece.count)
    reads += 1
    log.append("read")
    return piece.count
  }
}

/// What happened, in its order.
private final class Log {
  private(set) var entries: [String] = []
  func append(_ entry: String) { entries.append(entry) }
}
