internal import JSONText

/// One demand on a record beyond the types of its members, as validation makes it: it tells all that is wrong, not the first.
struct Rule: Sendable {
  /// What is looked at; of each, a value of any type may be there, or none.
  let inputs: [Path]

  /// Whether what it says of a value comes before what the value's type says.
  var comesFirst = false

  /// Notes what is wrong.
  let run:
    @Sendable (
      _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: [ReadPlan.Slot],
      _ settings: ValidationSettings,
      _ complaints: inout [Complaint]
    ) -> Void

  /// The rules for records of a format, in no order that matters.
  static func all(for format: Format) -> [Rule] {
    switch format {
    case .olark: olark
    case .olarkJS: olarkJS
    case .userlike: userlike
    case .userlikeJS: userlikeJS
    case .segment: segment
    case .rudderstack: rudderstack
    default: []
    }
  }

  /// Makes a rule of what a conversion demands.
  ///
  /// - Precondition: the check takes values of any type.
  init(_ check: Check) {
    self.init(inputs: check.inputs) { bytes, found, inputs, _, complaints in
      if let complaint = check.run(bytes, found, inputs) { complaints.append(complaint) }
    }
  }

  init(
    inputs: [Path], comesFirst: Bool = false,
    run:
      @escaping @Sendable (
        _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: [ReadPlan.Slot],
        _ settings: ValidationSettings,
        _ complaints: inout [Complaint]
      ) -> Void
  ) {
    self.inputs = inputs
    self.comesFirst = comesFirst
    self.run = run
  }
}

extension Found {
  /// The number of rows of a list; 0 where something else stands in its place.
  func rowCount(_ list: ReadPlan.Slot) -> Int {
    slots[list.index].kind == .array ? Int(slots[list.index].count) : 0
  }

  /// Returns the slice in a slot of a row.
  func slice(_ list: ReadPlan.Slot, _ row: Int, _ slot: ReadPlan.Slot) -> Slice {
    slots[slots[list.index], row, slot.index]
  }
}

extension Complaint {
  /// The complaint about a moment that has not come yet; nil where it has, or it does not matter.
  static func future(_ time: ExactTime?, at offset: Int, _ settings: ValidationSettings) -> Complaint? {
    guard let present = settings.present, let time, present < time else { return nil }
    return Complaint(code: .futureTimestamp, offset: offset)
  }
}
