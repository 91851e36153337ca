internal import JSONText

/// The callback's name is one as Olark's API has them; one that its page does not have passes, and gives no event.
struct CallbackIsNamed: Check, Rule {
  private let callback: ReadPlan.Slot

  init(_ inputs: inout Inputs) { callback = inputs.member("callback") }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    let callback = found.slice(callback)
    guard OlarkCallbacks.names.isUnknown(callback, bytes),
      !Text.starts(bytes, callback, with: OlarkCallbacks.prefix)
    else { return nil }
    return Diagnostic(code: .unknownCallback, offset: Int(callback.start))
  }
}

/// Which callbacks give an event.
enum OlarkCallbacks {
  /// What begins all names of Olark's API.
  static let prefix = "api."

  /// Those that Olark's page has.
  static let names = EventNames(member: "callback", known: OlarkAPI.callbackNames)

  private static let eventful = [
    "api.chat.onBeginConversation", "api.chat.onMessageToOperator", "api.chat.onOfflineMessageToOperator",
    "api.chat.onMessageToVisitor",
  ]

  /// The name of the command that an operator typed.
  static let commandName: Path = "event.command.name"

  /// Whether a callback tells the command with which an operator ends a conversation, `!end`.
  static func endsChat(_ callback: Slice, _ command: Slice, _ bytes: Span<UInt8>) -> Bool {
    Text.isEqual(bytes, command, to: "end")
      && Text.isEqual(bytes, callback, to: "api.chat.onCommandFromOperator")
  }

  /// Whether a callback gives an event, whatever is asked for.
  static func givesEvent(_ callback: Slice, _ bytes: Span<UInt8>) -> Bool {
    eventful.contains { Text.isEqual(bytes, callback, to: $0) }
  }
}

extension Diagnostic {
  /// A callback that does not say whose it was.
  static let noRecordedPerson = Diagnostic(
    code: .noIdentity, message: "the record does not identify the visitor",
    fix: "record userId or anonymousId with each callback, or select a member with --user-id")
}
