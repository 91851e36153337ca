internal import ChatEvents
internal import JSONText

/// A form in which findings are written, for a person or for a program.
///
/// It is told of each source, of each record in it, and of the end, in this order, and writes what it has to say of each
/// at once; nothing of it grows with the number of records.
protocol ValidationReport: Sendable {
  /// Whether records without a finding are to be told of too.
  var tellsAll: Bool { get }

  /// Whether what it writes of records has its place behind something that is known only in the end.
  ///
  /// It is kept elsewhere until then; ``end(_:)`` says where it goes. The report itself sees to it that no line of it is a command to
  /// a build server.
  var isKept: Bool { get }

  /// Whether its lines are commands to a build server.
  var hasCommands: Bool { get }

  /// Whether it shows what would steer a terminal itself, and may be coloured.
  var isVisible: Bool { get }

  /// Writes what stands before everything else.
  mutating func begin(to output: inout Output)

  /// Begins with the records of a source.
  mutating func begin(_ source: ReportSource)

  /// Writes what is to be told of a record.
  mutating func add(_ record: CheckedRecord, to output: inout Output)

  /// Writes what was found in it.
  mutating func write(_ finding: LocatedDiagnostic, to output: inout Output)

  /// Writes that the source, or what follows in it, was not validated.
  mutating func fail(_ failure: InputFailure, to output: inout Output)

  /// Returns what stands behind everything else.
  mutating func end(_ totals: ValidationTotals) -> [ReportPiece]
}

extension ValidationReport {
  var tellsAll: Bool { false }
  var isKept: Bool { false }
  var hasCommands: Bool { false }
  var isVisible: Bool { false }
  mutating func begin(to output: inout Output) {}
  mutating func end(_ totals: ValidationTotals) -> [ReportPiece] { [] }

  mutating func add(_ record: CheckedRecord, to output: inout Output) {
    for finding in record.findings { write(finding, to: &output) }
  }
}

/// Something of a report's end.
enum ReportPiece: Sendable, Hashable {
  /// These bytes.
  case text([UInt8])
  /// Those that were kept, by their offsets among all that were.
  case kept(Range<Int>)
}
