internal import JSONText

// What the live chat events of a transcript share.

extension Preparation {
  /// Works out who the person is, when the items were sent, and which operator each of them is about.
  static let olarkChat = Preparation(inputs: [
    "id", "visitor.id", "visitor", "items[]", "items[].kind", "items[].timestamp", "items[].operatorId",
    "operators{}", "operators{}.nickname", "operators{}.username", "manuallySubmitted", "groups[]",
    "groups[].id",
  ]) { bytes, found, inputs in
    let chat = OlarkChat(inputs)
    found.chat.begin()
    if let complaint = chat.identify(bytes, &found) { return complaint }
    chat.name(bytes, &found)
    chat.time(bytes, &found)
    chat.group(bytes, &found)
    chat.tell(bytes, &found)
    return found.settings.calls?.contains("track") ?? true ? chat.assignAgents(bytes, &found) : nil
  }
}

/// A transcript's members that its live chat events are worked out from.
private struct OlarkChat {
  let id, visitorID, visitor, items, kind, timestamp, operatorID, operators, nickname, username: ReadPlan.Slot
  let isManual, groups, groupID: ReadPlan.Slot

  init(_ inputs: [ReadPlan.Slot]) {
    (id, visitorID, visitor, items, kind) = (inputs[0], inputs[1], inputs[2], inputs[3], inputs[4])
    (timestamp, operatorID, operators, nickname) = (inputs[5], inputs[6], inputs[7], inputs[8])
    (username, isManual, groups, groupID) = (inputs[9], inputs[10], inputs[11], inputs[12])
  }

  /// Finds the person's id: where the caller wants it to be, else the visitor's own, which tells nobody who they are.
  func identify(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    let visitor = found.slice(visitorID)
    for chosen in found.chosenIDs where found.slice(chosen).isIdentity(bytes) {
      found.chat.person.userID = found.slice(chosen)
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
  func name(_ bytes: Span<UInt8>, _ found: inout Found) {
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

  func time(_ bytes: Span<UInt8>, _ found: inout Found) {
    let items = found.slots[self.items.index]
    let (slots, timestamp) = (found.slots, self.timestamp.index)
    found.chat.setTimes(Int(items.count)) { item in ExactTime(bytes, slots[items, item, timestamp]) }
    (found.chat.began, found.chat.ended) = (found.chat.times.first, found.chat.times.last)
  }

  /// Finds the group that stands for all.
  func group(_ bytes: Span<UInt8>, _ found: inout Found) {
    for row in 0..<Int(found.slots[groups.index].count) {
      found.row = row
      if Compute.hasID(bytes, found, groupID) {
        found.chat.group = row
        return
      }
    }
  }

  /// Says whether the conversation's beginning and its end are told.
  func tell(_ bytes: Span<UInt8>, _ found: inout Found) {
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
  func assignAgents(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    let items = found.slots[self.items.index]
    var current = Chat.Agent()
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
        found.chat.agents.append(Chat.Agent())
        continue
      }
      if seen, isSame(bytes, id, current.id) {
        current.id = id
      } else {
        current = Chat.Agent(id: id)
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
  private func describe(_ agent: inout Chat.Agent, _ bytes: Span<UInt8>, _ found: borrowing Found)
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

extension Chat {
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

// The kinds of items, and what a transcript says of groups and addresses.
extension Compute {
  @Sendable
  static func isToOperator(_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot) -> Bool {
    Text.isEqual(bytes, found.slice(input), to: OlarkItem.Kind.messageToOperator.rawValue)
  }

  @Sendable
  static func isToVisitor(_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot) -> Bool {
    Text.isEqual(bytes, found.slice(input), to: OlarkItem.Kind.messageToVisitor.rawValue)
  }

  @Sendable
  static func isOffline(_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot) -> Bool {
    Text.isEqual(bytes, found.slice(input), to: OlarkItem.Kind.offlineMessage.rawValue)
  }

  static let firstGroupNote = "of the first group that has one, as a string"

  /// Writes the id of the group that stands for all, from `groups[].id`.
  @Sendable
  static func firstGroup(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    guard found.chat.group >= 0, let list = inputs[0].list else { return }
    output.append(filled: found.slots[found.slots[list], found.chat.group, inputs[0].index], of: bytes)
  }
}
