internal import JSONText

/// The ids of people, where a program wrote a word for nothing in place of one: all people of whom it does are one to a receiver.
struct PlaceholderIDs: Sendable {
  /// What programs write, in small letters: JavaScript, Python, Ruby, Java and C, and libraries that name whom they do not know.
  private static let texts = [
    "undefined", "null", "[object object]", "nan", "0", "anonymous", "none", "nil", "(null)",
    "00000000-0000-0000-0000-000000000000",
  ].map { Array($0.utf8) }

  private let slots: [ReadPlan.Slot]

  /// Asks for the ids of a format's people.
  init(_ format: Format, reading plan: ReadPlan) { slots = format.people.ids.map(plan.slot) }

  /// Returns a warning for each such id.
  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for slot in slots {
      let id = found.slice(slot)
      if Self.isPlaceholder(id, bytes) {
        diagnostics.append(Diagnostic(code: .placeholderID, offset: Int(id.start)))
      }
    }
    return diagnostics
  }

  /// Whether an id is what a program writes where it has none.
  static func isPlaceholder(_ id: Slice, _ bytes: Span<UInt8>) -> Bool {
    switch id.kind {
    case .integer: return id.range.count == 1 && bytes[id.range.lowerBound] == UInt8(ascii: "0")
    case .string: break
    default: return false
    }
    // Nearly every id begins with another character, or is longer.
    guard let first = id.content.first, id.content.count <= 216, starts.contains(bytes[first]) else {
      return false
    }
    let text = Text.characters(bytes, id).map { byte in
      byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
    return texts.contains(text)
  }

  /// What they begin with, and the backslash of an escape.
  private static let starts = Array("uUnN[0aA(\\".utf8)
}
