internal import JSONText

/// The computations of live chat events from one kind of record: what they write is the same for all kinds, what it depends on
/// and what the documents say of it is not.
struct ChatComputations: Sendable {
  /// What names the conversation, in words.
  var nameNote = ""

  /// The members of which the conversation's name is made.
  let name: [Path]

  /// The list of messages; nil if the record is one message.
  var messages: Path?

  /// When its parts were: the members that tell, and in which way.
  let times: [Moment: Fact]

  /// The members from which a part of an operator comes, by the moment that an event is about.
  var agents: @Sendable (ChatOperation.AgentPart, Moment) -> [Path] = { _, _ in [] }

  /// What the preparation works out of some members.
  struct Fact: Sendable {
    let inputs: [Path]
    let note: String
  }

  private static func prepared(_ note: String, _ operation: ChatOperation, from inputs: [Path]) -> Computation
  {
    var unique: [Path] = []
    for input in inputs where !unique.contains(input) { unique.append(input) }
    return Computation(note, prepared: .chat(operation), from: unique)
  }

  /// The conversation's id.
  var conversationID: Computation { Self.prepared(nameNote, .conversationID, from: name) }

  /// The id of a message.
  var messageID: Computation {
    Self.prepared(
      "the conversation's id and the message's index, from 0", .messageID, from: name + messagePlace)
  }

  /// The `messageId` of a message's event.
  var messageEventID: Computation {
    Self.prepared(
      "the conversation's version-5 UUID and the message's index", .messageEventID, from: name + messagePlace)
  }

  private var messagePlace: [Path] { messages.map { [$0] } ?? [] }

  /// The `messageId` of an event that a conversation has once.
  func eventID(_ event: ChatOperation.SingleEvent) -> Computation {
    Self.prepared(
      "the conversation's version-5 UUID and `-\(event.rawValue)`", .singleEventID(event), from: name)
  }

  /// The `messageId` of a group's event.
  func groupEventID(of ids: Path) -> Computation {
    Self.prepared(
      "the conversation's version-5 UUID and `-group`; for all but the first, followed by its index",
      .groupEventID, from: name + [ids])
  }

  /// The time of a moment.
  func time(of moment: Moment) -> Computation {
    Self.prepared(times[moment]?.note ?? "", .time(of: moment), from: times[moment]?.inputs ?? [])
  }

  /// How long the conversation had lasted at a moment.
  func duration(until moment: Moment) -> Computation {
    Self.prepared(
      "exact seconds since the first message, never negative", .duration(until: moment),
      from: [moment, .beginning].flatMap { times[$0]?.inputs ?? [] })
  }

  /// A part of the operator whom a moment is about.
  func agent(_ part: ChatOperation.AgentPart, at moment: Moment, _ note: String) -> Computation {
    Self.prepared(note, .agent(part, at: moment), from: agents(part, moment))
  }
}

// What is written of single members, and of people.
extension Computation {
  /// The id by which the sender knows a person.
  static func userID(of person: ChatOperation.Participant = .visitor, from inputs: Path...) -> Computation {
    Computation(
      "or the member selected by --user-id; an integer becomes a string", prepared: .chat(.userID(person)),
      from: inputs)
  }

  /// The id of a person whom the sender does not know.
  static func anonymousID(of person: ChatOperation.Participant = .visitor, from inputs: Path...)
    -> Computation
  {
    Computation("if the person has no other id", prepared: .chat(.anonymousID(person)), from: inputs)
  }

  /// A message's text.
  static func body(_ body: Path) -> Computation {
    Computation("omitted with --no-bodies") { inputs in
      .chat(inputs.options.contains(.noBodies) ? .nothing : .body(inputs.member(body)))
    }
  }

  /// The length of a message's text; half of a surrogate pair counts as one.
  static func length(of body: Path) -> Computation {
    Computation("the text's length in Unicode scalars") { inputs in .chat(.length(of: inputs.member(body))) }
  }

  /// A member that is text and not empty, or an integer.
  static func filled(_ member: Path) -> Computation {
    Computation(recordedIDNote) { inputs in .chat(.filled(inputs.member(member))) }
  }

  static let recordedIDNote = "a string or an integer, as a string"

  /// The first of two members that is not empty.
  static func firstFilled(_ first: Path, _ other: Path) -> Computation {
    Computation("the first non-empty one") { inputs in
      .chat(.firstFilled(inputs.member(first), orElse: inputs.member(other)))
    }
  }
}

// Which conversations give an event.
extension Condition {
  /// The conversation's beginning is known; the members tell that.
  static func hasBegun(_ words: String, from inputs: Path...) -> Condition {
    Condition(words) { collected in
      collected.prepared(inputs)
      return .beginningIsKnown
    }
  }

  /// The conversation has ended, as far as that is known.
  static func hasEnded(_ words: String) -> Condition { Condition(words) { _ in .endIsKnown } }
}
