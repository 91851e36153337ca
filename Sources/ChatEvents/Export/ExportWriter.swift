public import JSONText

/// Writes exported records incrementally: a table, or one JSON object that ends with all facts about the visitor.
public struct ExportWriter: Sendable {
  private let form: ExportForm
  private var table: TableWriter
  private var hasBegun = false
  private var isFirst = true
  private var profile = ProfileSummary()

  /// The table's columns: those of the message, and those of the visitor.
  private static let columns =
    [
      "conversation_id", "message_number", "time", "kind", "from", "author", "body", "page", "source", "line",
    ] + visitorColumns.map(\.name) + ["visitor_custom_fields"]

  private static let visitorColumns: [(name: String, kind: Profile.Kind)] = [
    ("visitor_name", .name), ("visitor_email", .email), ("visitor_phone", .phone), ("visitor_city", .city),
    ("visitor_region", .region), ("visitor_country", .country), ("visitor_organization", .organization),
    ("visitor_referrer", .referrer),
  ]

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - form: the output format.
  ///   - table: the layout of the table, if the format is one.
  public init(_ form: ExportForm, _ table: TableForm = TableForm()) {
    self.form = form
    self.table = TableWriter(table, Self.columns)
  }

  /// Returns the text of further records, preceded by the beginning of the output for the first of them.
  ///
  /// - Parameters:
  ///   - records: the records, in the order of the file.
  ///   - source: the name of the file that they come from.
  public mutating func text(of records: [ExportedRecord], source: String) -> WrittenBytes {
    var output = Output()
    begin(&output)
    for record in records {
      if let whole = record.whole {
        profile.add(record.profile)
        write(whole, source, line: record.line, to: &output)
      } else {
        writeRows(of: record, source, to: &output)
      }
    }
    return output.take()
  }

  /// Returns the end of the output.
  public mutating func end() -> WrittenBytes {
    var output = Output(capacity: 1 << 10)
    begin(&output)
    if form == .json {
      output.append("\n],\"profile\":")
      profile.write(to: &output)
      output.append("}\n")
    }
    return output.take()
  }

  private mutating func begin(_ output: inout Output) {
    switch form {
    case .csv: table.begin(&output)
    case .json: if !hasBegun { output.append(#"{"records":["#) }
    }
    hasBegun = true
  }

  /// Writes the rows of a record, a message each.
  private func writeRows(of record: ExportedRecord, _ source: String, to output: inout Output) {
    let visitor = Self.visitorColumns.map { record.profile.first($0.kind) } + [record.profile.fields]
    for message in record.messages {
      table.write(
        [
          message.conversationID, message.number.map(TableWriter.cell) ?? [],
          message.time?.characters ?? [], message.kind, Array((message.side?.rawValue ?? "").utf8),
          message.author, message.body, message.page, Array(source.utf8), TableWriter.cell(record.line),
        ] + visitor, to: &output)
    }
  }

  /// Writes an element of the list of records.
  private mutating func write(
    _ record: ExportedRecord.Whole, _ source: String, line: Int, to output: inout Output
  ) {
    output.append(isFirst ? "\n" : ",\n")
    isFirst = false
    output.append(#"{"source":"#, source)
    output.append(#","line":"#, line)
    if !record.batchContext.isEmpty {
      output.append(#","batch_context":"#)
      output.append(contentsOf: record.batchContext)
    }
    output.append(#","record":"#)
    output.append(contentsOf: record.text)
    output.append("}")
  }
}
