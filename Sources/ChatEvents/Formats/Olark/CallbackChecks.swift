internal import JSONText

/// The callback is one that Olark's API has.
struct CallbackIsKnown: Check, Rule {
  private let callback: ReadPlan.Slot

  init(_ inputs: inout Inputs) { callback = inputs.member("callback") }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    let callback = found.slice(callback)
    guard callback.kind == .string else { return nil }
    let isKnown = OlarkAPI.callbackNames.contains { Text.isEqual(bytes, callback, to: $0) }
    return isKnown ? nil : Diagnostic(code: .unknownCallback, offset: Int(callback.start))
  }
}

/// Which callbacks give an event.
enum OlarkCallbacks {
  private static let eventful = [
    "api.chat.onBeginConversation", "api.chat.onMessageToOperator", "api.chat.onOfflineMessageToOperator",
    "api.chat.onMessageToVisitor",
  ]

  /// Whether a callback gives an event.
  static func givesEvent(_ callback: Slice, _ bytes: Span<UInt8>) -> Bool {
    eventful.contains { Text.isEqual(bytes, callback, to: $0) }
  }
}

extension Diagnostic {
  /// A callback that does not say whose it was.
  static let noRecordedPerson = Diagnostic(
    code: .noIdentity, message: "the record does not say who the visitor is",
    fix: "record userId or anonymousId with each callback, or name a member with --user-id")
}
