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
func leftovers(_ record: String, as format: Format? = nil) throws -> [String] {
  var settings = RedactionSettings()
  settings.verifies = true
  var pipeline = try RecordPipeline(RunOptions(from: format, task: .redact(settings)))
  let result = pipeline.process(JSONBlock(Array(record.utf8)), isLast: true)
  return result.checked.flatMap(\.findings).map { "\($0.pointer)" }
}
