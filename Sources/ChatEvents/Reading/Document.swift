internal import JSONText

/// A JSON object that was scanned with the plan of a format; what the plan wants of it is in slots beside it.
struct Document: Sendable {
  /// Its offsets.
  let range: Range<Int>
  /// The offset after the last byte of the text that it is part of.
  let end: Int
  /// Whether white space may be between its tokens.
  let isSpaced: Bool
  /// The first thing that is well-formed JSON and that the plan does not allow.
  let objection: JSONFault?

  /// The whole of it.
  var slice: Slice {
    Slice(start: range.lowerBound, count: range.count, kind: .object, flags: isSpaced ? .spaced : [])
  }

  /// Scans the object that starts at an offset.
  ///
  /// - Throws: what is wrong with it as JSON.
  init(
    _ bytes: Span<UInt8>, _ start: Int, _ plan: ReadPlan, _ scanner: inout Scanner, into slots: inout Slots
  ) throws(JSONFault) {
    let gaps = scanner.gaps
    let next = try scanner.document(bytes, start, plan, into: &slots)
    (range, end, isSpaced, objection) = (start..<next, scanner.end, scanner.gaps != gaps, scanner.objection)
  }
}
