internal import JSONText

// What the live chat events of Userlike's records share.

extension Check {
  /// The record is of a type that Userlike's page describes.
  static let isUserlikeRecord = Check(inputs: ["_type"]) { bytes, found, inputs in
    let type = found.slice(inputs[0])
    if ["chat_meta", "offline_message", "operator", "chat_widget"].contains(where: {
      Text.isEqual(bytes, type, to: $0)
    }) {
      return nil
    }
    return Complaint(
      code: .unknownKind, offset: Int(type.start),
      message: "expected the type chat_meta, offline_message, operator or chat_widget",
      fix: "leave the record out; what Userlike's newer records hold is not documented")
  }
}

extension Preparation {
  /// Works out who the visitor is, when the messages were sent, and which operator each of them is about.
  static let userlikeChat = Preparation(inputs: [
    "_type", "id", "client_uuid", "created_at", "ended_at", "client_name", "messages[]", "messages[].sent_at",
    "messages[].person", "messages[].type", "operator_current", "operator_current.id",
    "operator_current.name",
    "operator_created", "operator_created.id", "operator_created.name",
  ]) { bytes, found, inputs in
    found.chat.begin()
    let record = UserlikeMembers(inputs)
    if Text.isEqual(bytes, found.slice(record.type), to: "chat_meta") {
      return record.prepareChat(bytes, &found)
    }
    return Text.isEqual(bytes, found.slice(record.type), to: "offline_message")
      ? record.prepareOfflineMessage(bytes, &found) : nil
  }
}

extension Complaint {
  /// A chat that does not say who its visitor is.
  static func noChatVisitor(_ id: Slice) -> Complaint {
    Complaint(
      code: .noIdentity, offset: id.place, message: "the chat does not say who the visitor is",
      fix: "give client_uuid the id under which you know this person")
  }

  /// An offline message that has no id.
  static func noOfflineMessageID(_ id: Slice) -> Complaint {
    Complaint(
      code: .noIdentity, offset: id.place, message: "the offline message has no id",
      fix: "give it the id under which you know it")
  }

  /// A time that is not written as Userlike writes it.
  static func noLocalTime(at offset: Int) -> Complaint {
    Complaint(
      code: .invalidTimestamp, offset: offset, message: "expected a date and a time of day that exist",
      fix: "write the time like \"2014-12-29 11:23:24\"")
  }
}

/// A record's members that its live chat events are worked out from.
private struct UserlikeMembers {
  let type, id, visitor, createdAt, endedAt, visitorName, messages, sentAt, person, kind: ReadPlan.Slot
  let current, created: (object: ReadPlan.Slot, id: ReadPlan.Slot, name: ReadPlan.Slot)

  init(_ inputs: [ReadPlan.Slot]) {
    (type, id, visitor, createdAt, endedAt) = (inputs[0], inputs[1], inputs[2], inputs[3], inputs[4])
    (visitorName, messages, sentAt, person, kind) = (inputs[5], inputs[6], inputs[7], inputs[8], inputs[9])
    current = (inputs[10], inputs[11], inputs[12])
    created = (inputs[13], inputs[14], inputs[15])
  }

  func prepareOfflineMessage(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    if let complaint = time(found.slice(createdAt), bytes, found, into: &found.chat.began) {
      return complaint
    }
    let id = found.slice(self.id)
    var name = Output(capacity: 64)
    name.append("offline_message-")
    let start = name.count
    name.append(content: id, of: bytes)
    guard name.count > start else {
      return .noOfflineMessageID(id)
    }
    found.chat.setName(name.written, in: found.settings.namespace)
    let visitor = found.slice(self.visitor)
    if visitor.isIdentity(bytes) { found.chat.person.anonymousID = visitor }
    return nil
  }

  func prepareChat(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    if let complaint = setTimes(bytes, &found) { return complaint }
    let visitor = found.slice(self.visitor)
    guard visitor.isIdentity(bytes) else {
      return .noChatVisitor(visitor)
    }
    found.chat.person.anonymousID = visitor
    var name = Output(capacity: 64)
    name.append(content: found.slice(id), of: bytes)
    if name.isEmpty {
      name.append(content: visitor, of: bytes)
      name.append(UInt8(ascii: "/"))
      name.append(content: found.slice(createdAt), of: bytes)
    }
    found.chat.setName(name.written, in: found.settings.namespace)
    assignAgents(bytes, &found)
    return nil
  }

  private func setTimes(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    let ended = found.slice(endedAt)
    found.chat.tellsEnd = ended.isPresent
    var created: ExactTime?
    if let complaint = time(found.slice(createdAt), bytes, found, into: &created)
      ?? time(ended, bytes, found, into: &found.chat.ended)
    {
      return complaint
    }
    let messages = found.slots[self.messages.index]
    var times = [ExactTime?](repeating: nil, count: Int(messages.count))
    for message in times.indices {
      let sent = found.slots[messages, message, sentAt.index]
      if let complaint = time(sent, bytes, found, into: &times[message]) { return complaint }
    }
    found.chat.setTimes(times.count) { message in times[message] ?? (message == 0 ? created : nil) }
    found.chat.began = created ?? found.chat.times.first
    return nil
  }

  /// Reads a time, in the zone that is meant where it does not say.
  ///
  /// - Returns: what is wrong with it.
  private func time(
    _ text: Slice, _ bytes: Span<UInt8>, _ found: borrowing Found, into moment: inout ExactTime?
  ) -> Complaint? {
    guard text.isPresent else { return nil }
    moment = WrittenTime(Text.unescaped(bytes, text.content).span)?.moment(in: found.settings.zone)
    return moment == nil ? .noLocalTime(at: Int(text.start)) : nil
  }

  private func assignAgents(_ bytes: Span<UInt8>, _ found: inout Found) {
    func agent(_ slots: (object: ReadPlan.Slot, id: ReadPlan.Slot, name: ReadPlan.Slot)) -> Chat.Agent? {
      found.slice(slots.object).isPresent
        ? Chat.Agent(id: found.slice(slots.id), name: found.slice(slots.name)) : nil
    }
    let (current, created) = (agent(self.current), agent(self.created))
    let present = current ?? created ?? Chat.Agent()
    found.chat.firstAgent = created ?? present
    found.chat.lastAgent = present
    let messages = found.slots[self.messages.index]
    let visitorName = found.slice(self.visitorName)
    for message in 0..<Int(messages.count) {
      let person = found.slots[messages, message, self.person.index]
      let isVisitors =
        Text.isEqual(bytes, found.slots[messages, message, kind.index], to: "co")
        || isSameName(person, visitorName, bytes)
      found.chat.areVisitors.append(isVisitors)
      if isVisitors || !person.isPresent || person.content.isEmpty {
        found.chat.agents.append(present)
      } else {
        let author = [current, created].compactMap(\.self).first { isSameName(person, $0.name, bytes) }
        found.chat.agents.append(author ?? Chat.Agent(name: person))
      }
    }
  }

  /// Whether two texts are there, and are the same characters.
  private func isSameName(_ left: Slice, _ right: Slice, _ bytes: Span<UInt8>) -> Bool {
    guard left.kind == .string, right.kind == .string, !left.content.isEmpty else { return false }
    return Text.characters(bytes, left) == Text.characters(bytes, right)
  }
}
