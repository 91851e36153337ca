internal import JSONText

/// A member that a function makes of others: what it reads, what runs, and what the documents say of it.
///
/// Each is a named static in the file of its family; a route's row names it and the member that it writes.
struct Computation: Sendable {
  /// What is computed, in words.
  let note: String

  private let makeOperation: @Sendable (inout Inputs) -> Operation

  /// Declares a computation.
  ///
  /// - Parameter operation: asks for the members that are read, and returns what runs.
  init(_ note: String, _ operation: @escaping @Sendable (inout Inputs) -> Operation) {
    self.note = note
    makeOperation = operation
  }

  /// A member that the route's preparation has worked out of some others.
  init(_ note: String, prepared operation: Operation, from inputs: [Path]) {
    self.init(note) { collected in
      collected.prepared(inputs)
      return operation
    }
  }

  /// The same with other words, for an event in which it means something more exact.
  func noted(_ note: String) -> Computation { Computation(note, makeOperation) }

  /// Names what is read, and returns what runs.
  func operation(_ inputs: inout Inputs) -> Operation { makeOperation(&inputs) }
}

/// A computation as it runs: a case of its family, with the slots of what it reads.
///
/// It is a trivial value, and writes the same for the same record and row wherever it is equal.
enum Operation: Sendable, Hashable {
  case transcript(TranscriptOperation)
  case chat(ChatOperation)
  case call(CallOperation)

  /// Writes a member's value, or nothing.
  ///
  /// It changes nothing in the record but what it keeps for the next event: its place is handed on, not a copy.
  @inline(__always)
  func write(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output) {
    switch self {
    case .transcript(let operation): operation.write(bytes, &record, to: &output)
    case .chat(let operation): operation.write(bytes, &record, to: &output)
    case .call(let operation): operation.write(bytes, &record, to: &output)
    }
  }

  /// Whether it reads something else for each row, besides the slots of that row.
  var dependsOnRow: Bool {
    switch self {
    case .chat(let operation): operation.dependsOnRow
    case .transcript, .call: false
    }
  }
}
