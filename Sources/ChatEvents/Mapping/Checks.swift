internal import JSONText

/// One demand on a record that its members' types do not express.
protocol Check: InputSlots {
  /// Returns what is wrong, or nil.
  func complaint(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Complaint?
}

/// What a route works out once for a record, before its events are written.
protocol Preparation: InputSlots {
  /// Fills in what the route's computations use, or returns what is wrong with the record.
  func prepare(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint?
}

/// Records that an option leaves out.
protocol Skip: InputSlots {
  /// The option that leaves them out.
  static var option: RouteOption { get }

  /// Whether a record is one of them.
  func applies(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Bool
}
