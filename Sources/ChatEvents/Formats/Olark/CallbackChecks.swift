internal import JSONText

/// The callback is one that Olark's API has.
struct CallbackIsKnown: Check {
  let callback: ReadPlan.Slot

  init(_ inputs: inout Inputs) { callback = inputs.member("callback") }

  func complaint(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Complaint? {
    let callback = found.slice(callback)
    guard callback.isPresent else { return nil }
    let isKnown = OlarkAPI.callbackNames.contains { Text.isEqual(bytes, callback, to: $0) }
    return isKnown ? nil : Complaint(code: .unknownCallback, offset: Int(callback.start))
  }
}

/// The callbacks that give an event.
enum OlarkCallbacks {
  /// The callbacks that give an event.
  private static let eventful = [
    "api.chat.onBeginConversation", "api.chat.onMessageToOperator", "api.chat.onOfflineMessageToOperator",
    "api.chat.onMessageToVisitor",
  ]

  /// Whether a callback gives an event.
  static func givesEvent(_ callback: Slice, _ bytes: Span<UInt8>) -> Bool {
    eventful.contains { Text.isEqual(bytes, callback, to: $0) }
  }
}

extension Complaint {
  /// A callback that does not say whose it was.
  static let noRecordedPerson = Complaint(
    code: .noIdentity, message: "the record does not say who the visitor is",
    fix: "record userId or anonymousId with each callback, or name a member with --user-id")
}
