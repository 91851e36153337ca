internal import JSONText

// What the routes to live chat events compute of a conversation, whoever it came from.

/// The part of a conversation that an event tells.
enum Moment: Sendable {
  /// Its beginning, with the first message.
  case beginning
  /// A message: the element that the event is written for.
  case message
  /// Its end, with the last message.
  case end
}

extension Compute {
  // MARK: Ids

  static let conversationNote = "without an id what stands for it"

  /// Writes the conversation's id.
  @Sendable
  static func conversation(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: found.chat.name)
    output.append(UInt8(ascii: "\""))
  }

  static let messageNote = "the conversation's id and the message's place, from 0"

  /// Writes a message's id.
  @Sendable
  static func message(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: found.chat.name)
    output.append(UInt8(ascii: "-"))
    output.append(decimal: found.row)
    output.append(UInt8(ascii: "\""))
  }

  static let placeIDNote = "the conversation's version-5 UUID and the message's place"

  /// Writes the `messageId` of a message.
  @Sendable
  static func placeID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    appendEventID(found, &output)
    output.append(decimal: found.row)
    output.append(UInt8(ascii: "\""))
  }

  static func eventIDNote(_ suffix: StaticString) -> String {
    "the conversation's version-5 UUID and `-\(suffix)`"
  }

  /// Writes the `messageId` of an event that a conversation has once.
  static func eventID(_ suffix: StaticString) -> Computation {
    { bytes, found, inputs, output in
      appendEventID(found, &output)
      output.append(suffix)
      output.append(UInt8(ascii: "\""))
    }
  }

  static let chatGroupIDNote =
    "the conversation's version-5 UUID and `-group`; its place behind that, but not the first"

  /// Writes the `messageId` of a group's event.
  @Sendable
  static func chatGroupID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    appendEventID(found, &output)
    output.append("group")
    if found.row != found.chat.group {
      output.append(UInt8(ascii: "-"))
      output.append(decimal: found.row)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Writes a quote, the conversation's UUID and a hyphen.
  private static func appendEventID(_ found: borrowing Found, _ output: inout Output) {
    output.append(quoted: found.chat.id)
    output[output.count - 1] = UInt8(ascii: "-")
  }

  // MARK: Times

  static let beganNote = "the first message's"
  static let sentNote = "its own; without one, that of the message before"
  static let endedNote = "the last message's"

  /// Writes the time of a moment.
  static func time(of moment: Moment) -> Computation {
    { bytes, found, inputs, output in
      if let time = found.chat.time(of: moment, found.row) { EventTime(time).write(to: &output) }
    }
  }

  static let durationNote = "seconds since the first message, exact, never below 0"

  /// Writes how long the conversation had lasted at a moment.
  ///
  /// Source: Segment, "Spec: Live Chat Events", property `conversation_duration`. Read in November 2026.
  static func duration(until moment: Moment) -> Computation {
    { bytes, found, inputs, output in
      guard let began = found.chat.began, let time = found.chat.time(of: moment, found.row) else { return }
      time.since(began).writeDuration(to: &output)
    }
  }

  // MARK: Messages

  static let bodyNote = "left out with --no-bodies"

  /// Writes a message's text.
  @Sendable
  static func body(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let body = found.slice(inputs[0])
    guard body.isPresent, !found.settings.options.contains(.noBodies) else { return }
    output.append(body, of: bytes)
  }

  static let lengthNote = "the text's length in Unicode scalars"

  /// Writes the length of a message's text; half of a surrogate pair counts as one.
  @Sendable
  static func length(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let body = found.slice(inputs[0])
    guard body.kind == .string else { return }
    output.append(decimal: Text.scalarCount(bytes, body))
  }

  // MARK: Agents

  static let agentNote = "the operator who wrote last before, else first after"
  static let firstAgentNote = "the operator who wrote first"
  static let lastAgentNote = "the operator who wrote last"
  static let ownAgentNote = "the operator who wrote it"

  /// What an event tells of an operator.
  enum AgentPart: Sendable { case id, name, username }

  /// Writes a part of the operator whom a moment is about: text that is not empty, an integer as a string.
  static func agent(_ part: AgentPart, at moment: Moment) -> Computation {
    { bytes, found, inputs, output in
      let agent = found.chat.agent(at: moment, found.row)
      let value =
        switch part {
        case .id: agent.id
        case .name: agent.name
        case .username: agent.username
        }
      output.append(filled: value, of: bytes)
    }
  }
}

extension Chat {
  /// When a moment was; nil where nothing tells.
  fileprivate func time(of moment: Moment, _ message: Int) -> ExactTime? {
    switch moment {
    case .beginning: began
    case .message: message < times.count ? times[message] : nil
    case .end: ended
    }
  }

  fileprivate func agent(at moment: Moment, _ message: Int) -> Agent {
    switch moment {
    case .beginning: firstAgent
    case .message: message < agents.count ? agents[message] : Agent()
    case .end: lastAgent
    }
  }
}

extension Output {
  /// Writes a string that is not empty, or an integer as a string; nothing for any other value.
  mutating func append(filled value: Slice, of bytes: Span<UInt8>) {
    switch value.kind {
    case .string where value.count > 2: append(value, of: bytes)
    case .integer:
      append(UInt8(ascii: "\""))
      append(bytes, value.range)
      append(UInt8(ascii: "\""))
    default: break
    }
  }
}
