internal import JSONText

/// What the live chat events of Userlike's records share: who the visitor is, when the messages were sent, and which operator
/// each of them is about.
struct UserlikeConversation: Preparation {
  private let type, id, visitor, createdAt, endedAt, visitorName: ReadPlan.Slot
  private let messages, sentAt, person, kind: ReadPlan.Slot
  private let current, created: Operator

  /// An operator of the chat.
  private struct Operator: Sendable {
    let object, id, name: ReadPlan.Slot
  }

  init(_ inputs: inout Inputs) {
    type = inputs.member("_type")
    id = inputs.member("id")
    visitor = inputs.member("client_uuid")
    createdAt = inputs.member("created_at")
    endedAt = inputs.member("ended_at")
    visitorName = inputs.member("client_name")
    messages = inputs.member("messages[]")
    sentAt = inputs.member("messages[].sent_at")
    person = inputs.member("messages[].person")
    kind = inputs.member("messages[].type")
    current = Operator(
      object: inputs.member("operator_current"), id: inputs.member("operator_current.id"),
      name: inputs.member("operator_current.name"))
    created = Operator(
      object: inputs.member("operator_created"), id: inputs.member("operator_created.id"),
      name: inputs.member("operator_created.name"))
  }

  func prepare(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    found.chat.begin()
    if Text.isEqual(bytes, found.slice(type), to: "chat_meta") { return prepareChat(bytes, &found) }
    return Text.isEqual(bytes, found.slice(type), to: "offline_message")
      ? prepareOfflineMessage(bytes, &found) : nil
  }

  private func prepareOfflineMessage(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
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

  private func prepareChat(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
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
    func agent(_ person: Operator) -> ChatScratch.Agent? {
      found.slice(person.object).isPresent
        ? ChatScratch.Agent(id: found.slice(person.id), name: found.slice(person.name)) : nil
    }
    let (current, created) = (agent(self.current), agent(self.created))
    let present = current ?? created ?? ChatScratch.Agent()
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
        found.chat.agents.append(author ?? ChatScratch.Agent(name: person))
      }
    }
  }

  /// Whether two texts are there, and are the same characters.
  private func isSameName(_ left: Slice, _ right: Slice, _ bytes: Span<UInt8>) -> Bool {
    guard left.kind == .string, right.kind == .string, !left.content.isEmpty else { return false }
    return Text.characters(bytes, left) == Text.characters(bytes, right)
  }
}

/// The record is of a type that Userlike's page describes.
struct UserlikeTypeIsKnown: Check {
  let type: ReadPlan.Slot

  init(_ inputs: inout Inputs) { type = inputs.member("_type") }

  func complaint(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Complaint? {
    let type = found.slice(type)
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
