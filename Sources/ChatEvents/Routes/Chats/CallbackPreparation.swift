internal import JSONText

/// Works out when a callback of Olark's came, and whose it was.
struct OlarkCallback: Preparation {
  private let callback, getDetails, timestamp, userID, anonymousID: ReadPlan.Slot
  /// The ids of the callback's visitor, and of the visitor whom an answer is about.
  private let visitor, asked: (id: ReadPlan.Slot, chosenID: ReadPlan.Slot)
  /// The name of an operator's command; nil unless the end of a conversation is asked for.
  private let command: ReadPlan.Slot?

  init(_ inputs: inout Inputs) {
    callback = inputs.member("callback")
    getDetails = inputs.member("getDetails")
    timestamp = inputs.member("timestamp")
    userID = inputs.member("userId")
    anonymousID = inputs.member("anonymousId")
    visitor = (inputs.member("visitor.id"), inputs.chosenID(of: "visitor"))
    asked = (inputs.member("getDetails.id"), inputs.chosenID(of: "getDetails"))
    let asksForEnd = inputs.events?.contains(.ended) ?? false
    command = asksForEnd ? inputs.member(OlarkCallbacks.commandName) : nil
  }

  func prepare(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    record.chat.begin()
    if let diagnostic = record.chat.setRecordedTime(record.slice(timestamp), bytes) { return diagnostic }
    // Each event has the person of its own object.
    if let command {
      record.chat.tellsEnd = OlarkCallbacks.endsChat(record.slice(callback), record.slice(command), bytes)
    }
    let givesEvent = OlarkCallbacks.givesEvent(record.slice(callback), bytes) || record.chat.tellsEnd
    let isAnswer = record.slice(getDetails).isPresent
    guard givesEvent || isAnswer else { return nil }
    if givesEvent { record.chat.person = person(visitor, bytes, record) }
    if isAnswer { record.chat.asked = person(asked, bytes, record) }
    if givesEvent && !record.chat.person.isKnown || isAnswer && !record.chat.asked.isKnown {
      return .noRecordedPerson
    }
    record.nameByText(bytes)
    return nil
  }

  private func person(
    _ visitor: (id: ReadPlan.Slot, chosenID: ReadPlan.Slot), _ bytes: Span<UInt8>,
    _ record: borrowing RouteRecord
  ) -> ChatScratch.Person {
    ChatScratch.Person(
      bytes, said: (record.slice(userID), record.slice(anonymousID)), wanted: record.slice(visitor.chosenID),
      own: record.slice(visitor.id))
  }
}

extension Computation {
  /// An address, unless Olark keeps it to itself.
  static func knownAddress(_ address: Path) -> Computation {
    Computation("unless it is empty or `not available`") { inputs in
      .chat(.knownAddress(inputs.member(address)))
    }
  }

  /// The `messageId` of an identify call.
  static let answerID = Computation(
    "a version-5 UUID of the record's text; with `-identify` if it also has a callback; omitted without a timestamp"
  ) { inputs in
    inputs.prepared(["timestamp"])
    return .chat(.answerID(callback: inputs.member("callback")))
  }
}

extension Condition {
  /// A record is of a callback.
  static func callback(_ name: String) -> Condition {
    .member("callback", is: name, "of the callback `\(name)`")
  }
}

extension Condition {
  /// A record is of the command with which an operator ends a conversation.
  static let endCommand = Condition(
    "of the callback `api.chat.onCommandFromOperator` with the command `end`"
  ) { inputs in
    _ = inputs.member("callback")
    _ = inputs.member(OlarkCallbacks.commandName)
    return .endIsKnown
  }
}

extension ChatScratch.Person {
  /// Somebody whom a page has recorded: 1. by what it said itself; 2. by what the caller wants; 3. by an id that tells nobody
  /// who it is.
  fileprivate init(_ bytes: Span<UInt8>, said: (userID: Slice, anonymousID: Slice), wanted: Slice, own: Slice)
  {
    if said.userID.isIdentity(bytes) { userID = said.userID }
    if said.anonymousID.isIdentity(bytes) { anonymousID = said.anonymousID }
    if isKnown { return }
    if wanted.isIdentity(bytes) { userID = wanted } else if own.isIdentity(bytes) { anonymousID = own }
  }
}
