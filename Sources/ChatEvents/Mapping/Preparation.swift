internal import JSONText

/// What a route works out once for a record, before its events are written.
protocol Preparation: InputSlots {
  /// Fills in what the route's computations use, or returns what is wrong with the record.
  func prepare(_ bytes: Span<UInt8>, _ found: inout RouteRecord) -> Diagnostic?
}
