internal import JSONText

/// Works out when a callback of Olark's came, and whose it was.
struct OlarkCallback: Preparation {
  private let callback, getDetails, timestamp, userID, anonymousID: ReadPlan.Slot
  /// The ids of the callback's visitor, and of the visitor whom an answer is about.
  private let visitor, asked: (id: ReadPlan.Slot, chosenID: ReadPlan.Slot)

  init(_ inputs: inout Inputs) {
    callback = inputs.member("callback")
    getDetails = inputs.member("getDetails")
    timestamp = inputs.member("timestamp")
    userID = inputs.member("userId")
    anonymousID = inputs.member("anonymousId")
    visitor = (inputs.member("visitor.id"), inputs.chosenID(of: "visitor"))
    asked = (inputs.member("getDetails.id"), inputs.chosenID(of: "getDetails"))
  }

  /// The callbacks that give an event.
  private static let eventful = [
    "api.chat.onBeginConversation", "api.chat.onMessageToOperator", "api.chat.onOfflineMessageToOperator",
    "api.chat.onMessageToVisitor",
  ]

  /// Whether a callback gives an event.
  static func givesEvent(_ callback: Slice, _ bytes: Span<UInt8>) -> Bool {
    eventful.contains { Text.isEqual(bytes, callback, to: $0) }
  }

  func prepare(_ bytes: Span<UInt8>, _ found: inout Found) -> Complaint? {
    found.chat.begin()
    if let complaint = found.chat.setRecordedTime(found.slice(timestamp), bytes) { return complaint }
    // Each event has the person of its own object.
    let givesEvent = Self.givesEvent(found.slice(callback), bytes)
    let isAnswer = found.slice(getDetails).isPresent
    guard givesEvent || isAnswer else { return nil }
    if givesEvent { found.chat.person = person(visitor, bytes, found) }
    if isAnswer { found.chat.asked = person(asked, bytes, found) }
    if givesEvent && !found.chat.person.isKnown || isAnswer && !found.chat.asked.isKnown {
      return .noRecordedPerson
    }
    found.nameByText(bytes)
    return nil
  }

  private func person(
    _ visitor: (id: ReadPlan.Slot, chosenID: ReadPlan.Slot), _ bytes: Span<UInt8>, _ found: borrowing Found
  ) -> ChatScratch.Person {
    ChatScratch.Person(
      bytes, said: (found.slice(userID), found.slice(anonymousID)), wanted: found.slice(visitor.chosenID),
      own: found.slice(visitor.id))
  }
}

/// The callback is one that Olark's API has.
struct CallbackIsKnown: Check {
  let callback: ReadPlan.Slot

  init(_ inputs: inout Inputs) { callback = inputs.member("callback") }

  func complaint(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Complaint? {
    let callback = found.slice(callback)
    guard callback.isPresent else { return nil }
    let isKnown = OlarkAPI.callbackNames.contains { Text.isEqual(bytes, callback, to: $0) }
    return isKnown ? nil : Complaint(code: .unknownCallback, offset: Int(callback.start))
  }
}

extension Complaint {
  /// A callback that does not say whose it was.
  static let noRecordedPerson = Complaint(
    code: .noIdentity, message: "the record does not say who the visitor is",
    fix: "record userId or anonymousId with each callback, or name a member with --user-id")
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
    "a version-5 UUID of the record's text; with `-identify` where it has a callback too; none without a timestamp"
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
