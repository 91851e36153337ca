internal import JSONText

extension UserlikeRecord {
  /// What a record of Userlike's add-on must be beyond its types.
  static let rules: [any Rule.Type] = [
    UserlikeRecordIsKnown.self, UserlikePersonIsKnown.self, UserlikeTimesAreInOrder.self,
  ]
}

extension UserlikeTrackingRecord {
  /// What a recorded tracking event must be beyond its types.
  static let rules: [any Rule.Type] = [TrackingEventHasTime.self, TrackingEventHasPerson.self]
}

/// The record is of a type that Userlike's page describes.
private struct UserlikeRecordIsKnown: Rule {
  static let comesFirst = true
  let demand: UserlikeTypeIsKnown

  init(_ inputs: inout Inputs) { demand = UserlikeTypeIsKnown(&inputs) }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    guard found.slice(demand.type).kind == .string else { return }
    if let diagnostic = demand.diagnostic(bytes, found) { diagnostics.append(diagnostic) }
  }
}

/// A chat says who its visitor is, an offline message which one it is.
private struct UserlikePersonIsKnown: Rule {
  let type, clientID, id: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    type = inputs.member("_type")
    clientID = inputs.member("client_uuid")
    id = inputs.member("id")
  }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    let (visitor, id) = (found.slice(clientID), found.slice(id))
    if Text.isEqual(bytes, found.slice(type), to: "chat_meta") {
      if !visitor.isIdentity(bytes), !visitor.isPresent || visitor.kind == .string {
        diagnostics.append(.noChatVisitor(visitor))
      }
    } else if Text.isEqual(bytes, found.slice(type), to: "offline_message") {
      if !id.isPresent || (id.kind == .string && id.content.isEmpty) {
        diagnostics.append(.noOfflineMessageID(id))
      }
    }
  }
}

/// The messages' times do not run backwards, and all times have come already.
///
/// Only a chat ends and has messages; operators and widgets have no times.
private struct UserlikeTimesAreInOrder: Rule {
  let createdAt, endedAt, messages, sentAt, type: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    createdAt = inputs.member("created_at")
    endedAt = inputs.member("ended_at")
    messages = inputs.member("messages[]")
    sentAt = inputs.member("messages[].sent_at")
    type = inputs.member("_type")
  }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    func moment(_ slice: Slice) -> ExactTime? {
      guard slice.kind == .string,
        let time = WrittenTime(Text.unescaped(bytes, slice.content).span)?.moment(in: settings.zone)
      else { return nil }
      if let diagnostic = Diagnostic.future(time, at: Int(slice.start), settings) {
        diagnostics.append(diagnostic)
      }
      return time
    }
    let isChat = Text.isEqual(bytes, found.slice(type), to: "chat_meta")
    guard isChat || Text.isEqual(bytes, found.slice(type), to: "offline_message") else { return }
    _ = moment(found.slice(createdAt))
    guard isChat else { return }
    _ = moment(found.slice(endedAt))
    var latest: ExactTime?
    for message in 0..<found.rowCount(messages) {
      let slice = found.slice(messages, message, sentAt)
      guard let time = moment(slice) else { continue }
      if let latest, time < latest {
        diagnostics.append(Diagnostic(code: .itemsOutOfOrder, offset: Int(slice.start)))
      }
      latest = max(latest ?? time, time)
    }
  }
}

/// What is recorded has a time, so that its event gets an id, and one that has come already.
private struct TrackingEventHasTime: Rule {
  let event, custom: ReadPlan.Slot
  let time: RecordedTime

  init(_ inputs: inout Inputs) {
    event = inputs.member("event")
    custom = inputs.member("custom")
    time = RecordedTime(&inputs)
  }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    let event = found.slice(event)
    // What a widget is given has no time.
    if !event.isPresent, found.slice(custom).kind != .absent { return }
    time.check(
      bytes, found, settings, givesEvent: UserlikeTrackingEvents.givesEvent(event, bytes), into: &diagnostics)
  }
}

/// A tracking event that gives an event says whose it is.
private struct TrackingEventHasPerson: Rule {
  let event, clientID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    event = inputs.member("event")
    clientID = inputs.member("globalCtx.client_uuid")
  }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    let id = found.slice(clientID)
    guard UserlikeTrackingEvents.givesEvent(found.slice(event), bytes), !id.isIdentity(bytes),
      !id.isPresent || id.kind == .string
    else { return }
    diagnostics.append(.noTrackedPerson(id))
  }
}
