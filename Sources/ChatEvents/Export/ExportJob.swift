internal import JSONText

/// The job "export": the records of selected visitors are returned as values, with the line on which each begins.
struct ExportJob: RecordJob {
  let reporting = Reporting()
  var found = Found()

  /// What is read of records of each format, and which of them are exported.
  private let formats: [(reading: FormatPlan, export: ExportPlan)]
  private var index = 0

  /// Compiles which records of some formats are exported.
  init(_ formats: [Format], _ settings: ExportSettings) {
    self.formats = formats.map { format in
      let reading = FormatPlan(
        format, format.record, FormatPlan.Wanted(noted: ExportPlan.inputs(of: format)), knowsWritten: true)
      return (reading, ExportPlan(format, reading: reading.members, settings))
    }
  }

  /// What is read of records of each format.
  var plans: [FormatPlan] { formats.map(\.reading) }

  mutating func select(_ index: Int) { self.index = index }

  mutating func process(
    _ bytes: Span<UInt8>, _ document: Document, into output: inout Output, counting balance: inout Balance
  ) -> Outcome {
    let (reading, export) = formats[index]
    found.document = document.slice
    return .exported(
      export.records(bytes, found, reading.members, end: document.end, noting: &balance.selection))
  }
}
