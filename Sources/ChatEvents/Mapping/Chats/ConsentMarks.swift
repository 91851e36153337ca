internal import JSONText
internal import Synchronization

/// Looks for the messages of a transcript that note consent.
///
/// A mark is an item whose text matches, whatever its kind and whoever wrote it: how Olark notes what a visitor does with its
/// checkbox is documented nowhere. An item that matches both patterns withdraws.
///
/// Source: Olark, "Olark and the GDPR Legislation", which says only that the transcript notes it. Read in November 2026.
final class ConsentMarks: Sendable {
  /// What is looked at.
  struct Messages: InputSlots {
    fileprivate let items, body: ReadPlan.Slot

    init(_ inputs: inout Inputs) {
      items = inputs.member("items[]")
      body = inputs.member("items[].body")
    }
  }

  /// Compiled patterns cannot be shared by tasks; nobody ever waits here, as each worker has its own.
  private let patterns: Mutex<Patterns>

  private struct Patterns {
    let granted, withdrawn: [Regex<AnyRegexOutput>]
  }

  /// Compiles what a caller looks for; nil where that is nothing.
  init?(_ settings: RouteSettings) {
    guard settings.looksForConsent else { return nil }
    patterns = Mutex(
      Patterns(
        granted: settings.consentGranted.compactMap { $0.compiled() },
        withdrawn: settings.consentWithdrawn.compactMap { $0.compiled() }))
  }

  /// Returns how the last mark of a transcript stands; nil where there is none.
  func last(_ bytes: Span<UInt8>, _ found: borrowing Found, _ messages: Messages) -> Bool? {
    let items = found.slots[messages.items.index]
    for item in (0..<Int(items.count)).reversed() {
      let body = found.slots[items, item, messages.body.index]
      guard body.kind == .string else { continue }
      if let consent = consent(in: String(Text.scalars(bytes, body))) { return consent }
    }
    return nil
  }

  /// What a text notes: that consent was granted, that it was withdrawn, or nothing.
  private func consent(in text: String) -> Bool? {
    patterns.withLock { patterns in
      if Self.isFound(patterns.withdrawn, in: text) { return false }
      return Self.isFound(patterns.granted, in: text) ? true : nil
    }
  }

  private static func isFound(_ patterns: [Regex<AnyRegexOutput>], in text: String) -> Bool {
    // Nothing that a pattern's text can say throws while it is looked for.
    for pattern in patterns where (try? pattern.firstMatch(in: text)) != nil { return true }
    return false
  }
}

extension RouteSettings {
  /// Whether marks of consent are looked for.
  var looksForConsent: Bool { !consentGranted.isEmpty || !consentWithdrawn.isEmpty }
}
