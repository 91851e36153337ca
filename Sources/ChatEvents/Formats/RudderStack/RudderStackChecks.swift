internal import JSONText

/// The call is of a kind that RudderStack knows.
struct CallIsKnown: Check, Rule {
  static let comesFirst = true

  private let type: ReadPlan.Slot

  init(_ inputs: inout Inputs) { type = inputs.member("type") }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    let type = found.slice(type)
    let isKnown = SegmentDoor.Call.allCases.contains { Text.isEqual(bytes, type, to: $0.rawValue) }
    return isKnown ? nil : Diagnostic(code: .unknownCall, offset: type.place)
  }
}
