public import JSONText

/// Writes what is handed over, as it comes: a table, or one JSON object that ends with what all records tell of the visitor.
public struct ExportWriter: Sendable {
  private let form: ExportForm
  private var hasBegun = false
  private var isFirst = true
  private var profile = Profile()

  public init(_ form: ExportForm) { self.form = form }

  /// Returns the text of further records, and before the first of them what the form begins with.
  ///
  /// - Parameter source: the name of the file that they come from.
  public mutating func text(of records: [ExportedRecord], source: String) -> WrittenBytes {
    var output = Output()
    begin(&output)
    for record in records {
      switch record.content {
      case .messages(let messages):
        for message in messages { write(message, source, line: record.line, to: &output) }
      case .whole(let text, let batchContext, let profile):
        self.profile.merge(profile)
        write(text, batchContext, source, line: record.line, to: &output)
      }
    }
    return output.take()
  }

  /// Returns what the form ends with.
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
    guard !hasBegun else { return }
    hasBegun = true
    switch form {
    case .csv: output.append("conversation_id,message_number,time,kind,from,author,body,page,source,line\r\n")
    case .json: output.append(#"{"records":["#)
    }
  }

  /// Writes a row of the table.
  private func write(_ message: ExportedMessage, _ source: String, line: Int, to output: inout Output) {
    CSVCell.append(message.conversationID, to: &output)
    output.append(",")
    if let number = message.number { output.append(decimal: number) }
    output.append(",")
    message.time?.writeCharacters(to: &output)
    for text in [
      message.kind, Array((message.side?.rawValue ?? "").utf8), message.author, message.body, message.page,
      Array(source.utf8),
    ] {
      output.append(",")
      CSVCell.append(text, to: &output)
    }
    output.append(",")
    output.append(decimal: line)
    output.append("\r\n")
  }

  /// Writes an element of the list of records.
  private mutating func write(
    _ record: [UInt8], _ batchContext: [UInt8], _ source: String, line: Int, to output: inout Output
  ) {
    output.append(isFirst ? "\n" : ",\n")
    isFirst = false
    output.append(#"{"source":"#, source)
    output.append(#","line":"#, line)
    if !batchContext.isEmpty {
      output.append(#","batch_context":"#)
      output.append(contentsOf: batchContext)
    }
    output.append(#","record":"#)
    output.append(contentsOf: record)
    output.append("}")
  }
}

extension EventTime {
  /// Writes the time without quotes.
  fileprivate func writeCharacters(to output: inout Output) {
    var text = Output(capacity: 32)
    write(to: &text)
    output.append(contentsOf: text.written.dropFirst().dropLast())
  }
}
