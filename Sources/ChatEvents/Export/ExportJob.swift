internal import JSONText

/// The job "export": the records of selected visitors are returned as values, with the line on which each begins.
struct ExportJob: RecordJob {
  let reporting = Reporting()
  var found = Found()

  private let lanes: [Lane<ExportPlan>]
  private var export: ExportPlan

  /// Makes what hands over some records of some formats; nil without a format.
  init?(_ formats: [Format], _ settings: ExportSettings) {
    lanes = formats.map { format in Lane(format) { ExportPlan(format, settings) } }
    guard let first = lanes.first else { return nil }
    export = first.plan
  }

  var formats: [Format] { lanes.map(\.format) }

  mutating func select(_ index: Int) -> FormatPlan {
    export = lanes[index].plan
    return export.reading
  }

  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    found.document = document.slice
    let records = export.records(bytes, found, end: document.end, noting: &balance.selection)
    if !records.isEmpty { balance.count(export.oddities(bytes, found)) }
    return .exported(records)
  }
}
