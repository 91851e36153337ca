internal import JSONText

extension UserlikeRecord {
  /// What a record of Userlike's add-on must be beyond its types.
  static let rules: [any Rule.Type] = [
    UserlikeTypeIsKnown.self, UserlikePersonIsKnown.self, UserlikeTimesAreInOrder.self,
  ]
}

extension UserlikeTrackingRecord {
  /// What a recorded tracking event must be beyond its types.
  static let rules: [any Rule.Type] = [
    TrackingEventIsKnown.self, TrackingEventHasTime.self, TrackingEventHasPerson.self,
  ]
}

/// The tracking event is one that is documented.
private struct TrackingEventIsKnown: Rule {
  let event: ReadPlan.Slot

  init(_ inputs: inout Inputs) { event = inputs.member("event") }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let event = found.slice(event)
    return UserlikeTrackingEvents.names.isUnknown(event, bytes)
      ? [Diagnostic(code: .unknownEvent, offset: Int(event.start))] : []
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

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let (visitor, id) = (found.slice(clientID), found.slice(id))
    if Text.isEqual(bytes, found.slice(type), to: "chat_meta") {
      let isMissing = !visitor.isIdentity(bytes) && (!visitor.isPresent || visitor.kind == .string)
      return isMissing ? [.noChatVisitor(visitor)] : []
    }
    let isMissing = !id.isPresent || (id.kind == .string && id.content.isEmpty)
    return isMissing && Text.isEqual(bytes, found.slice(type), to: "offline_message")
      ? [.noOfflineMessageID(id)] : []
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

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func moment(_ slice: Slice) -> ExactTime? {
      guard slice.kind == .string, let time = WrittenTime(slice, bytes)?.moment(in: settings.zone) else {
        return nil
      }
      diagnostics += Diagnostic.implausible(time, at: Int(slice.start), settings)
      return time
    }
    let isChat = Text.isEqual(bytes, found.slice(type), to: "chat_meta")
    guard isChat || Text.isEqual(bytes, found.slice(type), to: "offline_message") else { return [] }
    _ = moment(found.slice(createdAt))
    guard isChat else { return diagnostics }
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
    return diagnostics
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

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let event = found.slice(event)
    // What a widget is given has no time.
    if !event.isPresent, found.slice(custom).kind != .absent { return [] }
    return time.findings(
      bytes, found, settings, givesEvent: UserlikeTrackingEvents.givesEvent(event, bytes))
  }
}

/// A tracking event that gives an event says whose it is.
private struct TrackingEventHasPerson: Rule {
  let event, clientID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    event = inputs.member("event")
    clientID = inputs.member("globalCtx.client_uuid")
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let id = found.slice(clientID)
    let isMissing = !id.isIdentity(bytes) && (!id.isPresent || id.kind == .string)
    return isMissing && UserlikeTrackingEvents.givesEvent(found.slice(event), bytes)
      ? [.noTrackedPerson(id)] : []
  }
}
