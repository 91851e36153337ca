internal import JSONText

/// What the live chat events of a transcript share: who the person is, when the items were sent, and which operator each of
/// them is about.
struct OlarkConversation: Preparation {
  private let id, visitorID, chosenID, visitor, items, kind, timestamp, operatorID: ReadPlan.Slot
  private let operators, nickname, username, isManual, groups, groupID: ReadPlan.Slot

  private static let messageToVisitor = KnownText(OlarkItem.Kind.messageToVisitor.rawValue)
  private static let offlineMessage = KnownText(OlarkItem.Kind.offlineMessage.rawValue)

  init(_ inputs: inout Inputs) {
    id = inputs.member("id")
    visitorID = inputs.member("visitor.id")
    chosenID = inputs.chosenID(of: "visitor")
    visitor = inputs.member("visitor")
    items = inputs.member("items[]")
    kind = inputs.member("items[].kind")
    timestamp = inputs.member("items[].timestamp")
    operatorID = inputs.member("items[].operatorId")
    operators = inputs.member("operators{}")
    nickname = inputs.member("operators{}.nickname")
    username = inputs.member("operators{}.username")
    isManual = inputs.member("manuallySubmitted")
    groups = inputs.member("groups[]")
    groupID = inputs.member("groups[].id")
  }

  func prepare(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    record.chat.begin()
    if let diagnostic = identify(bytes, &record) { return diagnostic }
    name(bytes, &record)
    time(bytes, &record)
    group(bytes, &record)
    tell(bytes, &record)
    return record.settings.calls?.contains(.track) ?? true ? assignAgents(bytes, &record) : nil
  }

  /// Finds the person's id: where the caller wants it to be, else the visitor's own, which tells nobody who they are.
  private func identify(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    let visitor = record.slice(visitorID)
    let chosen = record.slice(chosenID)
    if chosen.isIdentity(bytes) {
      record.chat.person.userID = chosen
      return nil
    }
    if visitor.isIdentity(bytes) {
      record.chat.person.anonymousID = visitor
      return nil
    }
    return Diagnostic(code: .noIdentity, offset: visitor.place ?? record.slice(self.visitor).place)
  }

  /// Names the conversation: by its id, else by the visitor's and the first item's time.
  private func name(_ bytes: Span<UInt8>, _ record: inout RouteRecord) {
    let items = record.slice(self.items)
    let time = items.count > 0 ? record.found.slots[items, 0, timestamp.index] : .absent
    record.chat.setName(
      record.slice(id), else: record.slice(visitorID), at: time, of: bytes, in: record.settings.namespace)
  }

  private func time(_ bytes: Span<UInt8>, _ record: inout RouteRecord) {
    let items = record.found.slots[self.items.index]
    let plausible = record.chat.plausible
    var oddities: TimeOddities = []
    for item in 0..<Int(items.count) {
      let time = record.found.slots[items, item, timestamp.index]
      if time.kind == .string, !time.flags.isEscaped, let short = ShortTime(bytes, time.content) {
        record.chat.times.append(short)
        if !plausible.contains(short.seconds) { oddities = .implausible }
      } else {
        let exact = ExactTime(bytes, time)
        record.chat.times.append(exact)
        guard let exact else { continue }
        record.chat.look(at: exact.short)
        if ExactTime.isInMilliseconds(bytes, time) { record.chat.oddities.insert(.milliseconds) }
      }
    }
    record.chat.oddities.formUnion(oddities)
    (record.chat.began, record.chat.ended) = (record.chat.times.first, record.chat.times.last)
  }

  /// Finds the group that stands for all.
  private func group(_ bytes: Span<UInt8>, _ record: inout RouteRecord) {
    for row in 0..<Int(record.found.slots[groups.index].count) {
      record.found.row = row
      if record.slice(groupID).isTrueID(bytes) {
        record.chat.group = row
        return
      }
    }
  }

  /// Says whether the conversation's beginning and its end are told.
  private func tell(_ bytes: Span<UInt8>, _ record: inout RouteRecord) {
    let items = record.found.slots[self.items.index]
    record.chat.tellsBeginning = items.count > 0
    guard items.count > 0, !record.slice(isManual).isTrue(bytes) else { return }
    for item in 0..<Int(items.count)
    where !Self.offlineMessage.isText(of: record.found.slots[items, item, kind.index], bytes) {
      record.chat.tellsEnd = true
      return
    }
  }

  /// Finds the operator whom each item is about: who wrote it, else who wrote last before it, else who wrote first.
  private func assignAgents(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    let items = record.found.slots[self.items.index]
    // A row's first slot is its key.
    var keys = TextIndex(record.found.slots[operators.index], slot: 0)
    var current = ChatScratch.Agent()
    var seen = false
    for item in 0..<Int(items.count) {
      let isReply = Self.messageToVisitor.isText(of: record.found.slots[items, item, kind.index], bytes)
      guard isReply else {
        record.chat.agents.append(current)
        continue
      }
      let id = record.found.slots[items, item, operatorID.index]
      guard id.kind == .integer || (id.kind == .string && id.count > 2) else {
        record.chat.agents.append(ChatScratch.Agent())
        continue
      }
      if seen, id.isSameText(as: current.id, bytes) {
        current.id = id
      } else {
        current = ChatScratch.Agent(id: id)
        if let diagnostic = describe(&current, bytes, record, &keys) { return diagnostic }
      }
      if !seen {
        record.chat.firstAgent = current
        // Messages to operators that came before the first of them wrote.
        for earlier in 0..<record.chat.agents.count
        where !Self.messageToVisitor.isText(of: record.found.slots[items, earlier, kind.index], bytes) {
          record.chat.agents[earlier] = current
        }
      }
      seen = true
      record.chat.agents.append(current)
    }
    record.chat.lastAgent = current
    return nil
  }

  /// Looks up an operator by the id, and takes over the names.
  ///
  /// - Returns: what is wrong where two operators have it.
  private func describe(
    _ agent: inout ChatScratch.Agent, _ bytes: Span<UInt8>, _ record: borrowing RouteRecord,
    _ keys: inout TextIndex
  ) -> Diagnostic? {
    guard let found = keys.find(agent.id, bytes, record.found.slots) else { return nil }
    let operators = record.found.slots[self.operators.index]
    if let second = found.second {
      return Diagnostic(code: Code(.repeatedKey), offset: Int(record.found.slots[operators, second, 0].start))
    }
    agent.name = record.found.slots[operators, found.first, nickname.index]
    agent.username = record.found.slots[operators, found.first, username.index]
    return nil
  }
}
