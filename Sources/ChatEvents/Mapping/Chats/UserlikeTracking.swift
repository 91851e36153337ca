internal import JSONText

/// Works out when a tracking event of Userlike's widget came, and whose it was.
struct UserlikeTracking: Preparation {
  private let event, timestamp, clientID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    event = inputs.member("event")
    timestamp = inputs.member("timestamp")
    clientID = inputs.member("globalCtx.client_uuid")
  }

  /// The tracking events that give an event.
  private static let eventful = [
    "chat_started", "message_operator_terminating", "message_client_terminating", "chat_quit",
  ]

  /// Whether a tracking event gives an event.
  static func givesEvent(_ event: Slice, _ bytes: Span<UInt8>) -> Bool {
    eventful.contains { Text.isEqual(bytes, event, to: $0) }
  }

  func prepare(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    found.chat.begin()
    if let complaint = found.chat.setRecordedTime(found.slice(timestamp), bytes) { return complaint }
    guard Self.givesEvent(found.slice(event), bytes) else { return nil }
    let id = found.slice(clientID)
    guard id.isIdentity(bytes) else { return .noTrackedPerson(id) }
    found.chat.person.anonymousID = id
    found.nameByText(bytes)
    return nil
  }
}

extension Condition {
  /// A record is of a tracking event.
  static func trackingEvent(_ name: String) -> Condition {
    .member("event", is: name, "of the event `\(name)`")
  }
}

extension Complaint {
  /// A tracking event that does not say whose it was.
  static func noTrackedPerson(_ id: Slice) -> Complaint {
    Complaint(
      code: .noIdentity, offset: id.place, message: "globalCtx does not say who the visitor is",
      fix: "record globalCtx with its client_uuid")
  }
}
