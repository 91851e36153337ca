internal import JSONText

/// One demand on a record that its members' types do not express.
struct Check: Sendable {
  /// What is looked at.
  let inputs: [Path]

  /// Whether what is looked at may be of any type: the check itself says what it wants.
  var takesAnyType = false

  /// Returns what is wrong, or nil.
  let run: @Sendable (_ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: [ReadPlan.Slot]) -> Complaint?
}

/// What a check found wrong.
struct Complaint: Sendable {
  var code: Code
  /// The offset at which it is wrong, in the bytes that were checked; nil for the record as a whole.
  var offset: Int? = nil
  /// What is wrong, where the code's own message does not say enough.
  var message: String? = nil
  /// What to do, where it can be said more exactly than the code does.
  var fix: String? = nil
  /// The way to the value that is wrong, where it cannot be found from the offset in the source.
  var pointer: JSONPointer? = nil
}

/// What a route works out once for a record, before its events are written.
struct Preparation: Sendable {
  /// What is looked at.
  let inputs: [Path]

  /// What is looked at besides, of whatever type it is; it comes behind the others.
  var inputsOfAnyType: [Path] = []

  /// Fills in what the route's computations use, or returns what is wrong with the record.
  let run: @Sendable (_ bytes: Span<UInt8>, _ found: inout Found, _ inputs: [ReadPlan.Slot]) -> Complaint?
}
