internal import JSONText

/// Looks for the messages of a transcript that note consent.
///
/// A mark is an item whose text matches, whatever its kind and whoever wrote it: how Olark notes what a visitor does with its
/// checkbox is documented nowhere. An item that matches both patterns withdraws.
///
/// Source: Olark, "Olark and the GDPR Legislation", which says only that the transcript notes it. Read in November 2026.
struct ConsentMarks: Sendable {
  /// What is looked at.
  struct Messages: InputSlots {
    fileprivate let items, body: ReadPlan.Slot

    init(_ inputs: inout Inputs) {
      items = inputs.member("items[]")
      body = inputs.member("items[].body")
    }
  }

  private var granted, withdrawn: PatternSearch

  /// Takes what a caller looks for; nil where that is nothing.
  init?(_ settings: RouteSettings) {
    guard settings.looksForConsent else { return nil }
    granted = PatternSearch(settings.consentGranted)
    withdrawn = PatternSearch(settings.consentWithdrawn)
  }

  /// Returns how the last mark of a transcript stands; nil where there is none.
  mutating func last(_ bytes: Span<UInt8>, _ found: borrowing Found, _ messages: Messages) -> Bool? {
    let items = found.slots[messages.items.index]
    for item in (0..<Int(items.count)).reversed() {
      let body = found.slots[items, item, messages.body.index]
      guard body.kind == .string else { continue }
      let consent: Bool?
      if body.flags.isEscaped {
        let text = Text.unescaped(bytes, body.content)
        consent = self.consent(in: text.span, text.indices)
      } else {
        consent = self.consent(in: bytes, body.content)
      }
      if let consent { return consent }
    }
    return nil
  }

  /// What a text notes: that consent was granted, that it was withdrawn, or nothing.
  private mutating func consent(in bytes: Span<UInt8>, _ text: Range<Int>) -> Bool? {
    if withdrawn.isFound(in: bytes, text) { return false }
    return granted.isFound(in: bytes, text) ? true : nil
  }
}

extension RouteSettings {
  /// Whether marks of consent are looked for.
  var looksForConsent: Bool { !consentGranted.isEmpty || !consentWithdrawn.isEmpty }
}
