internal import JSONText

/// What the live chat events of a transcript share: who the person is, when the items were sent, and which operator each of
/// them is about.
struct OlarkConversation: Preparation {
  private let id, visitorID, chosenID, visitor, items, kind, timestamp, operatorID: ReadPlan.Slot
  private let operators, nickname, username, isManual, groups, groupID: ReadPlan.Slot

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

  func prepare(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    found.chat.begin()
    if let complaint = identify(bytes, &found) { return complaint }
    name(bytes, &found)
    time(bytes, &found)
    group(bytes, &found)
    tell(bytes, &found)
    return found.settings.calls?.contains("track") ?? true ? assignAgents(bytes, &found) : nil
  }

  /// Finds the person's id: where the caller wants it to be, else the visitor's own, which tells nobody who they are.
  private func identify(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    let visitor = found.slice(visitorID)
    let chosen = found.slice(chosenID)
    if chosen.isIdentity(bytes) {
      found.chat.person.userID = chosen
      return nil
    }
    if visitor.isIdentity(bytes) {
      found.chat.person.anonymousID = visitor
      return nil
    }
    let blamed = visitor.kind == .absent ? found.slice(self.visitor) : visitor
    return Complaint(code: .noIdentity, offset: blamed.kind == .absent ? nil : Int(blamed.start))
  }

  /// Names the conversation: by its id, else by the visitor's and the first item's time.
  private func name(_ bytes: Span<UInt8>, _ found: inout Found) {
    var name = Output(capacity: 128)
    name.append(content: found.slice(id), of: bytes)
    if name.isEmpty {
      name.append(content: found.slice(visitorID), of: bytes)
      name.append(UInt8(ascii: "/"))
      let items = found.slice(self.items)
      if items.count > 0 { name.append(content: found.slots[items, 0, timestamp.index], of: bytes) }
    }
    found.chat.setName(name.written, in: found.settings.namespace)
  }

  private func time(_ bytes: Span<UInt8>, _ found: inout Found) {
    let items = found.slots[self.items.index]
    let (slots, timestamp) = (found.slots, self.timestamp.index)
    found.chat.setTimes(Int(items.count)) { item in ExactTime(bytes, slots[items, item, timestamp]) }
    (found.chat.began, found.chat.ended) = (found.chat.times.first, found.chat.times.last)
  }

  /// Finds the group that stands for all.
  private func group(_ bytes: Span<UInt8>, _ found: inout Found) {
    for row in 0..<Int(found.slots[groups.index].count) {
      found.row = row
      if found.slice(groupID).isTrueID(bytes) {
        found.chat.group = row
        return
      }
    }
  }

  /// Says whether the conversation's beginning and its end are told.
  private func tell(_ bytes: Span<UInt8>, _ found: inout Found) {
    let items = found.slots[self.items.index]
    found.chat.tellsBeginning = items.count > 0
    guard items.count > 0, !found.slice(isManual).isTrue(bytes) else { return }
    for item in 0..<Int(items.count)
    where !Text.isEqual(
      bytes, found.slots[items, item, kind.index], to: OlarkItem.Kind.offlineMessage.rawValue)
    {
      found.chat.tellsEnd = true
      return
    }
  }

  /// Finds the operator whom each item is about: who wrote it, else who wrote last before it, else who wrote first.
  private func assignAgents(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    let items = found.slots[self.items.index]
    var current = ChatScratch.Agent()
    var seen = false
    for item in 0..<Int(items.count) {
      let isReply = Text.isEqual(
        bytes, found.slots[items, item, kind.index], to: OlarkItem.Kind.messageToVisitor.rawValue)
      guard isReply else {
        found.chat.agents.append(current)
        continue
      }
      let id = found.slots[items, item, operatorID.index]
      guard id.kind == .integer || (id.kind == .string && id.count > 2) else {
        found.chat.agents.append(ChatScratch.Agent())
        continue
      }
      if seen, isSame(bytes, id, current.id) {
        current.id = id
      } else {
        current = ChatScratch.Agent(id: id)
        if let complaint = describe(&current, bytes, found) { return complaint }
      }
      if !seen {
        found.chat.firstAgent = current
        // Messages to operators that came before the first of them wrote.
        for earlier in 0..<found.chat.agents.count
        where !Text.isEqual(
          bytes, found.slots[items, earlier, kind.index], to: OlarkItem.Kind.messageToVisitor.rawValue)
        {
          found.chat.agents[earlier] = current
        }
      }
      seen = true
      found.chat.agents.append(current)
    }
    found.chat.lastAgent = current
    return nil
  }

  /// Looks up an operator by the id, and takes over the names.
  ///
  /// - Returns: what is wrong where two operators have it.
  private func describe(_ agent: inout ChatScratch.Agent, _ bytes: Span<UInt8>, _ found: borrowing Found)
    -> Complaint?
  {
    let operators = found.slots[self.operators.index]
    var isKnown = false
    for row in 0..<Int(operators.count) {
      let key = found.slots[operators, row, 0]
      guard isSame(bytes, key, agent.id) else { continue }
      if isKnown { return Complaint(code: Code(.repeatedKey), offset: Int(key.start)) }
      isKnown = true
      agent.name = found.slots[operators, row, nickname.index]
      agent.username = found.slots[operators, row, username.index]
    }
    return nil
  }

  /// Whether two ids are the same characters, written as strings or as integers.
  private func isSame(_ bytes: Span<UInt8>, _ left: Slice, _ right: Slice) -> Bool {
    if left.flags.isEscaped || right.flags.isEscaped {
      return Text.characters(bytes, left) == Text.characters(bytes, right)
    }
    let (first, second) = (left.characters, right.characters)
    guard first.count == second.count else { return false }
    for offset in 0..<first.count where bytes[first.lowerBound + offset] != bytes[second.lowerBound + offset]
    {
      return false
    }
    return true
  }
}

extension Slice {
  /// The offsets of a string's content, or of a number's digits.
  fileprivate var characters: Range<Int> { kind == .string ? content : range }
}

extension ChatScratch {
  /// Takes over the conversation's name, as the content of a JSON string, and makes its UUID.
  mutating func setName(_ content: ArraySlice<UInt8>, in namespace: UUIDBytes) {
    name.removeAll(keepingCapacity: true)
    name.append(contentsOf: content)
    if content.contains(UInt8(ascii: "\\")) {
      let padded = name + [UInt8](repeating: 0, count: Scanner.padding)
      id = UUIDBytes(version5: Text.unescaped(padded.span, 0..<name.count).span, in: namespace)
    } else {
      id = UUIDBytes(version5: name.span, in: namespace)
    }
  }
}

extension ExactTime {
  /// Reads the seconds since 1970 that a slice tells, as decimal text or as a number; nil for anything else.
  init?(_ bytes: Span<UInt8>, _ seconds: Slice) {
    if seconds.flags.isEscaped, seconds.kind == .string {
      self.init(Text.unescaped(bytes, seconds.content).span)
    } else if seconds.isPresent {
      self.init(bytes.extracting(seconds.kind == .string ? seconds.content : seconds.range))
    } else {
      return nil
    }
  }
}
