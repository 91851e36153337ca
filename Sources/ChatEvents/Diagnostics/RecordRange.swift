internal import JSONText

/// The bytes of a record in a block, and the place at which it starts in its source.
struct RecordRange: Sendable {
  /// The offsets of its bytes.
  var bytes: Range<Int>
  /// The line and column of the first of them.
  var place: JSONPlace
  /// The offset at which reading resumes after a record that was given up; nil for one that ends where its bytes do.
  var resumption: Int?

  /// Whether so few bytes belong to it that it may be kept.
  func isKept(within limit: Int) -> Bool { (resumption ?? bytes.upperBound) - bytes.lowerBound <= limit }

  /// Returns the place of an offset in the record, or after it.
  ///
  /// Cost: a look at each byte between.
  func place(of offset: Int, in bytes: Span<UInt8>) -> JSONPlace {
    place.advanced(over: bytes, from: self.bytes.lowerBound, to: offset)
  }
}
