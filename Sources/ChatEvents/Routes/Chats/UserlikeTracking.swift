internal import JSONText

/// Works out when a tracking event of Userlike's widget came, and whose it was.
struct UserlikeTracking: Preparation {
  private let event, timestamp, clientID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    event = inputs.member("event")
    timestamp = inputs.member("timestamp")
    clientID = inputs.member("globalCtx.client_uuid")
  }

  func prepare(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    record.chat.begin()
    if let diagnostic = record.chat.setRecordedTime(record.slice(timestamp), bytes) { return diagnostic }
    guard UserlikeTrackingEvents.givesEvent(record.slice(event), bytes) else { return nil }
    let id = record.slice(clientID)
    guard id.isIdentity(bytes) else { return .noTrackedPerson(id) }
    record.chat.person.anonymousID = id
    record.nameByText(bytes)
    return nil
  }
}

extension Condition {
  /// A record is of a tracking event.
  static func trackingEvent(_ name: String) -> Condition {
    .member("event", is: name, "of the event `\(name)`")
  }
}
