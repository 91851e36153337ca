import JSONText

@testable import ChatEvents

/// Returns a text's bytes with the padding that a scanner needs after them.
func padded(_ text: some Sequence<UInt8>) -> [UInt8] {
  Array(text) + [UInt8](repeating: 0, count: Scanner.padding)
}

func padded(_ text: String) -> [UInt8] { padded(text.utf8) }

extension FormatPlan {
  /// Compiles what is read of a format's records if nobody wants more than to know what they are.
  convenience init(of format: Format, knowsWritten: Bool = false) {
    self.init(format, format.record, Wanted(), knowsWritten: knowsWritten)
  }
}

/// A document that was scanned with the plan of a format.
struct Scanned {
  /// The document's bytes, and the padding.
  let bytes: [UInt8]
  let plan: FormatPlan
  let document: Document
  let found: Found

  /// - Throws: what is wrong with the text as JSON.
  init(_ text: String, _ plan: FormatPlan) throws {
    let bytes = padded(text)
    var found = Found()
    var scanner = Scanner(end: text.utf8.count)
    document = try Document(bytes.span, 0, plan.members, &scanner, into: &found.slots)
    (self.bytes, self.plan, self.found) = (bytes, plan, found)
  }
}
