import JSONText

@testable import ChatEvents

/// Returns records without what is personal in them, a line each.
func redacted(
  _ records: String, as format: Format? = nil, _ change: (inout RedactionSettings) -> Void = { _ in }
) throws -> [String] {
  var settings = RedactionSettings()
  change(&settings)
  return try Conversion(records.utf8) {
    $0.from = format
    $0.task = .redact(settings)
  }.lines
}

/// Returns what `--verify` tells of one record: the pointer of each thing that is left.
func leftovers(
  _ record: String, as format: Format? = nil, _ change: (inout RedactionSettings) -> Void = { _ in }
) throws -> [String] {
  var settings = RedactionSettings()
  settings.verifies = true
  change(&settings)
  var pipeline = try RecordPipeline(RunOptions(from: format, task: .redact(settings)))
  let result = pipeline.process(JSONBlock(Array(record.utf8)), isLast: true)
  return result.checked.flatMap(\.findings).map { "\($0.pointer)" }
}

/// Returns what stands in place of a visitor's id: made of what tells the conversation, or of the record.
func token(_ conversation: String) -> String {
  let digest = SHA256.digest(Array(conversation.utf8).span)
  return "redacted-" + (0..<4).map { String(UInt64(digest[$0]) | 1 << 32, radix: 16).dropFirst() }.joined()
}
