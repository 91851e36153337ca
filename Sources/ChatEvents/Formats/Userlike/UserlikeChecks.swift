internal import JSONText

/// The record is of a type that Userlike's page describes.
struct UserlikeTypeIsKnown: Check, Rule {
  static let comesFirst = true

  private let type: ReadPlan.Slot

  init(_ inputs: inout Inputs) { type = inputs.member("_type") }

  func diagnostic(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Diagnostic? {
    let type = found.slice(type)
    let isKnown = ["chat_meta", "offline_message", "operator", "chat_widget"]
      .contains { Text.isEqual(bytes, type, to: $0) }
    if isKnown || type.kind != .string { return nil }
    return Diagnostic(
      code: .unknownKind, offset: Int(type.start),
      message: "expected the type chat_meta, offline_message, operator or chat_widget",
      fix: "remove the record; the contents of Userlike's newer records are not documented")
  }
}

extension Diagnostic {
  /// A chat that does not say who its visitor is.
  static func noChatVisitor(_ id: Slice) -> Diagnostic {
    Diagnostic(
      code: .noIdentity, offset: id.place, message: "the chat does not identify the visitor",
      fix: "set client_uuid to your id for this visitor")
  }

  /// An offline message that has no id.
  static func noOfflineMessageID(_ id: Slice) -> Diagnostic {
    Diagnostic(
      code: .noIdentity, offset: id.place, message: "the offline message has no id",
      fix: "set id to your id for this message")
  }

  /// A time that is not written as Userlike writes it.
  static func noLocalTime(at offset: Int) -> Diagnostic {
    Diagnostic(
      code: .invalidTimestamp, offset: offset, message: "not a valid date and time",
      fix: "write a time such as \"2014-12-29 11:23:24\"")
  }

  /// A tracking event that does not say whose it was.
  static func noTrackedPerson(_ id: Slice) -> Diagnostic {
    Diagnostic(
      code: .noIdentity, offset: id.place, message: "globalCtx does not identify the visitor",
      fix: "record globalCtx including client_uuid")
  }
}

/// The tracking events by name.
enum UserlikeTrackingEvents {
  /// Every name that is documented.
  ///
  /// Source: Userlike, "Tracking events", of Unified Messaging and of Live Chat; Segment's Userlike integration. Read in
  /// November 2026.
  static let documented = [
    "chat_started", "message_operator_terminating", "message_client_terminating", "chat_quit",
    "button_displayed", "button_hidden", "chat_butler", "chat_butler_cancel", "chat_butler_connect",
    "chat_connected", "chat_connected_proactive", "chat_requested", "chat_started_proactive",
    "chat_window_maximized", "chat_window_minimized", "chat_window_minimzed", "contact_first_message",
    "conversation_resume", "disclaimer_ok", "error_message", "facebook_login_timeout",
    "feedback_rating_cancel", "feedback_rating_show", "feedback_submit", "group_select_show",
    "group_select_submit", "offline_form_show", "offline_form_submit", "offline_mode", "offline_view_show",
    "post_survey_show", "post_survey_submit", "pre_survey_show", "pre_survey_submit", "proactive_offer",
    "proactive_reject", "proactive_timer", "proactive_unavailable", "rating_submit", "slot_available",
    "slot_check", "slot_connect", "slot_unavailable", "window_invisible", "window_visible",
  ]

  static let names = EventNames(member: "event", known: documented)

  private static let eventful = [
    "chat_started", "message_operator_terminating", "message_client_terminating", "chat_quit",
  ]

  /// Whether it gives an event.
  static func givesEvent(_ event: Slice, _ bytes: Span<UInt8>) -> Bool {
    eventful.contains { Text.isEqual(bytes, event, to: $0) }
  }
}
