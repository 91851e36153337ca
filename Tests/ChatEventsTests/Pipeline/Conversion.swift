import JSONText

@testable import ChatEvents

/// What came out of a whole source.
struct Conversion: Equatable {
  var output: [UInt8] = []
  var rejects: [Reject] = []
  var checked: [CheckedRecord] = []
  var balance = Balance()

  /// Converts a source that arrives in pieces of that size, or at once.
  init(
    _ source: some Collection<UInt8>, blockSize: Int = .max,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) throws {
    var options = RunOptions(from: nil, to: .rudderstack)
    change(&options)
    var pipeline = try RecordPipeline(options)
    var block = JSONBlock(capacity: 1)
    var rest = Array(source)[...]
    var isLast = false
    while !isLast {
      let piece = rest.prefix(blockSize)
      rest = rest.dropFirst(blockSize)
      isLast = rest.isEmpty
      block.append(piece)
      let result = pipeline.process(block, isLast: isLast)
      block.removeFirst(result.count)
      add(result)
    }
  }

  /// Adds what became of a block.
  mutating func add(_ result: BlockResult) {
    output += result.events
    rejects += result.rejects
    checked += result.checked
    balance += result.balance
  }

  /// The events, a line each.
  var lines: [String] {
    String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The texts of the rejected records.
  var rejectedTexts: [String] {
    rejects.map { String(decoding: $0.record ?? [], as: UTF8.self) }
  }
}

/// Transcripts for tests that are not about what a transcript says.
enum Sample {
  /// The shortest transcript that gives an event.
  static func transcript(_ id: Int) -> String {
    #"{"kind":"Conversation","id":"c\#(id)","items":[{"timestamp":"1307116657.1","body":"a\"\\b é"}],"#
      + #""visitor":{"id":"v\#(id)","browser":"Chrome 12.1"}}"#
  }

  static let twenty = (0..<20).map(transcript)
}
