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

  func prepare(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    record.chat.begin()
    if Text.isEqual(bytes, record.slice(type), to: "chat_meta") { return prepareChat(bytes, &record) }
    return Text.isEqual(bytes, record.slice(type), to: "offline_message")
      ? prepareOfflineMessage(bytes, &record) : nil
  }

  private func prepareOfflineMessage(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    if let diagnostic = time(record.slice(createdAt), bytes, record, into: &record.chat.began) {
      return diagnostic
    }
    if let began = record.chat.began { record.chat.look(at: began.short) }
    let id = record.slice(self.id)
    var name = Output(capacity: 64)
    name.append("offline_message-")
    let start = name.count
    name.append(content: id, of: bytes)
    guard name.count > start else {
      return .noOfflineMessageID(id)
    }
    record.chat.setName(name.written, in: record.settings.namespace)
    let visitor = record.slice(self.visitor)
    if visitor.isIdentity(bytes) { record.chat.person.anonymousID = visitor }
    return nil
  }

  private func prepareChat(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    if let diagnostic = setTimes(bytes, &record) { return diagnostic }
    let visitor = record.slice(self.visitor)
    guard visitor.isIdentity(bytes) else {
      return .noChatVisitor(visitor)
    }
    record.chat.person.anonymousID = visitor
    record.chat.setName(
      record.slice(id), else: visitor, at: record.slice(createdAt), of: bytes, in: record.settings.namespace)
    assignAgents(bytes, &record)
    return nil
  }

  private func setTimes(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    let ended = record.slice(endedAt)
    record.chat.tellsEnd = ended.isPresent
    var created: ExactTime?
    if let diagnostic = time(record.slice(createdAt), bytes, record, into: &created)
      ?? time(ended, bytes, record, into: &record.chat.ended)
    {
      return diagnostic
    }
    let messages = record.found.slots[self.messages.index]
    for message in 0..<Int(messages.count) {
      var sent = message == 0 ? created : nil
      let text = record.found.slots[messages, message, sentAt.index]
      if let diagnostic = time(text, bytes, record, into: &sent) { return diagnostic }
      if let sent { record.chat.look(at: sent.short) }
      record.chat.times.append(sent)
    }
    for moment in [created, record.chat.ended].compactMap(\.self) { record.chat.look(at: moment.short) }
    record.chat.began = created ?? record.chat.times.first
    return nil
  }

  /// Reads a time, in the zone that is meant where it does not say.
  ///
  /// - Returns: what is wrong with it.
  private func time(
    _ text: Slice, _ bytes: Span<UInt8>, _ record: borrowing RouteRecord, into moment: inout ExactTime?
  ) -> Diagnostic? {
    guard text.isPresent else { return nil }
    moment = WrittenTime(text, bytes)?.moment(in: record.settings.zone)
    return moment == nil ? .noLocalTime(at: Int(text.start)) : nil
  }

  private func assignAgents(_ bytes: Span<UInt8>, _ record: inout RouteRecord) {
    func agent(_ person: Operator) -> ChatScratch.Agent? {
      record.slice(person.object).isPresent
        ? ChatScratch.Agent(id: record.slice(person.id), name: record.slice(person.name)) : nil
    }
    let (current, created) = (agent(self.current), agent(self.created))
    let present = current ?? created ?? ChatScratch.Agent()
    record.chat.firstAgent = created ?? present
    record.chat.lastAgent = present
    let messages = record.found.slots[self.messages.index]
    let visitorName = record.slice(self.visitorName)
    for message in 0..<Int(messages.count) {
      let person = record.found.slots[messages, message, self.person.index]
      let isVisitors =
        Text.isEqual(bytes, record.found.slots[messages, message, kind.index], to: "co")
        || isSameName(person, visitorName, bytes)
      record.chat.areVisitors.append(isVisitors)
      if isVisitors || !person.isPresent || person.content.isEmpty {
        record.chat.agents.append(present)
      } else {
        let author = [current, created].compactMap(\.self).first { isSameName(person, $0.name, bytes) }
        record.chat.agents.append(author ?? ChatScratch.Agent(name: person))
      }
    }
  }

  /// Whether two texts are there, and are the same characters.
  private func isSameName(_ left: Slice, _ right: Slice, _ bytes: Span<UInt8>) -> Bool {
    left.isFilledText && right.kind == .string && left.isSameText(as: right, bytes)
  }
}
