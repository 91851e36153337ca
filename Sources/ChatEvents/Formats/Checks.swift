internal import JSONText

/// One demand on a record that its members' types do not express.
protocol Check: InputSlots {
  /// Returns what is wrong, or nil.
  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic?
}

/// What is worth a warning in a record that is converted, whatever events it gives.
protocol Advice: InputSlots {
  /// Returns what is worth it; each is counted with its like.
  ///
  /// Of each member that it reads, a value of any type may be there, or none.
  func warnings(_ bytes: Span<UInt8>, _ found: borrowing Found) -> [Diagnostic]
}

/// Records that an option leaves out.
protocol Skip: InputSlots {
  /// The option that leaves them out.
  static var option: RouteOption { get }

  /// Whether a record is one of them.
  func applies(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Bool
}
