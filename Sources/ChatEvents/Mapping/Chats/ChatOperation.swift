internal import JSONText

/// The part of a conversation that an event tells.
enum Moment: Sendable, Hashable {
  /// Its beginning, with the first message.
  case beginning
  /// A message: the element that the event is written for.
  case message
  /// Its end, with the last message.
  case end
}

/// The computations of conversations, as they run. Most write what the route's preparation has worked out.
enum ChatOperation: Sendable, Hashable {
  // Who a person is.
  case userID(Participant)
  case anonymousID(Participant)
  case offlineVisitorID

  // Ids of conversations, messages and events.
  case conversationID
  case messageID
  case messageEventID
  case singleEventID(SingleEvent)
  case groupEventID
  case recordID
  case answerID(callback: ReadPlan.Slot)

  // When it was.
  case time(of: Moment)
  case duration(until: Moment)

  // What was said, and by whom.
  case body(ReadPlan.Slot)
  case nothing
  case length(of: ReadPlan.Slot)
  case agent(AgentPart, at: Moment)
  case firstGroupID(among: ReadPlan.Slot)
  case consent

  // What is copied if it is not empty.
  case filled(ReadPlan.Slot)
  case firstFilled(ReadPlan.Slot, orElse: ReadPlan.Slot)
  case knownAddress(ReadPlan.Slot)

  /// Whom an event is about.
  enum Participant: Sendable { case visitor, asked }

  /// What an event tells of an operator.
  enum AgentPart: Sendable { case id, name, username }

  /// An event that a conversation has once.
  enum SingleEvent: String, Sendable { case started, ended, identify }

  func write(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output) {
    switch self {
    case .userID(.visitor): output.append(filled: record.chat.person.userID, of: bytes)
    case .userID(.asked): output.append(filled: record.chat.asked.userID, of: bytes)
    case .anonymousID(.visitor): output.append(filled: record.chat.person.anonymousID, of: bytes)
    case .anonymousID(.asked): output.append(filled: record.chat.asked.anonymousID, of: bytes)
    case .offlineVisitorID: record.chat.writeOfflineVisitorID(bytes, to: &output)
    case .conversationID: record.chat.writeConversationID(bytes, to: &output)
    case .messageID: record.chat.writeMessageID(record.found.row, bytes, to: &output)
    case .messageEventID: record.chat.writeMessageEventID(record.found.row, to: &output)
    case .singleEventID(let event): record.chat.writeEventID(of: event, to: &output)
    case .groupEventID: record.chat.writeGroupEventID(record.found.row, to: &output)
    case .recordID: record.chat.writeRecordID(to: &output)
    case .answerID(let callback):
      record.chat.writeAnswerID(hasCallback: record.slice(callback).isPresent, to: &output)
    case .time(let moment):
      record.chat.writeTime(of: moment, record.found.row, &record.day, to: &output)
    case .duration(let moment): record.chat.writeDuration(until: moment, record.found.row, to: &output)
    case .body(let body):
      let body = record.slice(body)
      if body.isPresent { output.append(body, of: bytes) }
    case .nothing: break
    case .length(let body):
      if record.slice(body).kind == .string {
        output.append(decimal: Text.scalarCount(bytes, record.slice(body)))
      }
    case .agent(let part, let moment):
      record.chat.writeAgent(part, at: moment, record.found.row, bytes, to: &output)
    case .firstGroupID(let ids):
      if record.chat.group >= 0, let list = ids.list {
        output.append(
          filled: record.found.slots[record.found.slots[list], record.chat.group, ids.index], of: bytes)
      }
    case .consent:
      if let consent = record.chat.consent { output.append(consent ? "true" : "false") }
    case .filled(let value): output.append(filled: record.slice(value), of: bytes)
    case .firstFilled(let first, let other):
      let start = output.count
      output.append(filled: record.slice(first), of: bytes)
      if output.count == start { output.append(filled: record.slice(other), of: bytes) }
    case .knownAddress(let address):
      if !Text.isEqual(bytes, record.slice(address), to: "not available") {
        output.append(filled: record.slice(address), of: bytes)
      }
    }
  }

  /// Whether it reads something else for each row, besides the slots of that row.
  var dependsOnRow: Bool {
    switch self {
    case .messageID, .messageEventID, .groupEventID: true
    case .time(let moment), .duration(let moment), .agent(_, let moment): moment == .message
    default: false
    }
  }
}

extension ChatScratch {
  // MARK: Ids

  fileprivate func writeConversationID(_ bytes: Span<UInt8>, to output: inout Output) {
    writeName(bytes, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Writes the id of somebody who wrote while nobody was there: their own, else the message's.
  fileprivate func writeOfflineVisitorID(_ bytes: Span<UInt8>, to output: inout Output) {
    if person.anonymousID.isPresent { return output.append(filled: person.anonymousID, of: bytes) }
    writeConversationID(bytes, to: &output)
  }

  fileprivate func writeMessageID(_ message: Int, _ bytes: Span<UInt8>, to output: inout Output) {
    writeName(bytes, to: &output)
    output.append(UInt8(ascii: "-"))
    output.append(decimal: message)
    output.append(UInt8(ascii: "\""))
  }

  fileprivate func writeMessageEventID(_ message: Int, to output: inout Output) {
    appendEventID(to: &output)
    output.append(decimal: message)
    output.append(UInt8(ascii: "\""))
  }

  fileprivate func writeEventID(of event: ChatOperation.SingleEvent, to output: inout Output) {
    appendEventID(to: &output)
    switch event {
    case .started: output.append("started\"")
    case .ended: output.append("ended\"")
    case .identify: output.append("identify\"")
    }
  }

  fileprivate func writeGroupEventID(_ row: Int, to output: inout Output) {
    appendEventID(to: &output)
    output.append("group")
    if row != group {
      output.append(UInt8(ascii: "-"))
      output.append(decimal: row)
    }
    output.append(UInt8(ascii: "\""))
  }

  fileprivate func writeRecordID(to output: inout Output) {
    if began != nil { output.append(quoted: id) }
  }

  fileprivate func writeAnswerID(hasCallback: Bool, to output: inout Output) {
    guard began != nil else { return }
    output.append(quoted: id)
    if hasCallback {
      output.truncate(to: output.count - 1)
      output.append("-identify\"")
    }
  }

  /// Writes a quote, the conversation's UUID and a hyphen.
  private func appendEventID(to output: inout Output) {
    output.append(quoted: id)
    output[output.count - 1] = UInt8(ascii: "-")
  }

  // MARK: Times

  fileprivate func writeTime(
    of moment: Moment, _ message: Int, _ day: inout WrittenDay, to output: inout Output
  ) {
    let time =
      switch moment {
      case .beginning: began?.short
      case .message: times.moment(message)
      case .end: ended?.short
      }
    if let time { EventTime(time).write(to: &output, &day) }
  }

  /// Writes how long the conversation had lasted at a moment.
  ///
  /// Source: Segment, "Spec: Live Chat Events", property `conversation_duration`. Read in November 2026.
  fileprivate func writeDuration(until moment: Moment, _ message: Int, to output: inout Output) {
    guard let began else { return }
    switch moment {
    case .beginning: output.append(UInt8(ascii: "0"))
    case .message: times.writeDuration(of: message, since: began, to: &output)
    case .end: ended?.since(began).writeDuration(to: &output)
    }
  }

  // MARK: Agents

  /// Writes a part of the operator whom a moment is about: text that is not empty, an integer as a string.
  fileprivate func writeAgent(
    _ part: ChatOperation.AgentPart, at moment: Moment, _ message: Int, _ bytes: Span<UInt8>,
    to output: inout Output
  ) {
    let agent =
      switch moment {
      case .beginning: firstAgent
      case .message: message < agents.count ? agents[message] : Agent()
      case .end: lastAgent
      }
    switch part {
    case .id: output.append(filled: agent.id, of: bytes)
    case .name: output.append(filled: agent.name, of: bytes)
    case .username: output.append(filled: agent.username, of: bytes)
    }
  }
}
