internal import JSONText

/// Writes the rows of a table.
struct TableWriter: Sendable {
  private let form: TableForm
  private let columns: [String]
  private var hasBegun = false

  init(_ form: TableForm, _ columns: [String]) { (self.form, self.columns) = (form, columns) }

  /// Writes what the table begins with, once: a byte order mark if it is asked for, and the names of the columns.
  mutating func begin(_ output: inout Output) {
    guard !hasBegun else { return }
    hasBegun = true
    if form.hasByteOrderMark { output.append("\u{feff}") }
    write(columns.map { Array($0.utf8) }, to: &output)
  }

  /// Writes a row.
  func write(_ cells: [[UInt8]], to output: inout Output) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(form.separator.byte) }
      CSVCell.append(cell, form.separator, to: &output)
    }
    output.append("\r\n")
  }

  /// Returns a number as a cell.
  static func cell(_ number: Int) -> [UInt8] { Array(String(number).utf8) }
}

extension EventTime {
  /// The time without quotes.
  var characters: [UInt8] {
    var text = Output(capacity: 32)
    write(to: &text)
    return Array(text.written.dropFirst().dropLast())
  }
}
