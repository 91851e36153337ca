internal import JSONText

/// The job "export": the records of selected visitors are returned as values, with the line on which each begins.
struct ExportJob: RecordJob {
  let reporting = Reporting()
  var found = Found(settings: RouteSettings())

  /// What is read of records of each format, and which of them are exported.
  private let formats: [(reading: FormatPlan, export: ExportPlan)]
  private var index = 0

  /// Compiles which records of some formats are exported.
  init(_ readers: [Reader], _ settings: ExportSettings) {
    formats = readers.map { reader in
      let reading = FormatPlan(
        reader.format, reader.model, FormatPlan.Wanted(noted: ExportPlan.inputs(of: reader.format)),
        knowsWritten: true)
      return (reading, ExportPlan(reader.format, reading: reading.members, settings))
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
