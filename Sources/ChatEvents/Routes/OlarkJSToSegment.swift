internal import JSONText

/// The live chat events that Segment's Olark destination records in a page, from the callbacks that a page has captured.
///
/// Source: Segment, "Olark Destination", section "Record Live Chat Events"; Olark, "Javascript API". Segment's own code writes
/// no properties; what Olark's callbacks are given stands in them here. Read in November 2026.
enum OlarkJSToSegment {
  static let route = Route(
    from: .olarkJS, to: .segment,
    summary: "the live chat event of a callback, and an identify call for what getDetails answers",
    emissions: [identify, started, sent, sentOffline, received],
    checks: [.isCallback], preparing: .olarkCallback, people: ["visitor", "getDetails"],
    options: [.calls, .events, .noBodies, .userID, .skipAnonymous, .integrations])

  // The columns are the point of these tables; the formatter would close them up.
  // swift-format-ignore
  /// What all events say.
  private static func common(_ visitor: String) -> [Row] { [
    //    in the record                           in the event
    .compute("timestamp",                     to: "timestamp", Compute.time(of: .beginning), Compute.recordedTimeNote),
    .always(                                      "context.integration", #"{"name":"olark","version":"1.0.0"}"#),
    .always(                                      "context.library", #"{"name":"chatevents","version":"0.1.0"}"#),
    .compute(Path("\(visitor).currentPage.url"), Path("\(visitor).conversationBeginPage"),
                                              to: "context.page.url", Compute.firstFilled, Compute.filledNote),
    .copyFilled(Path("\(visitor).referrer"),  to: "context.page.referrer"),
    .copyFilled(Path("\(visitor).currentPage.title"), to: "context.page.title"),
    .copyFilled(Path("\(visitor).operatingSystem"), to: "context.os.name"),
    .compute(Path("\(visitor).ip"),           to: "context.ip", Compute.knownAddress, Compute.knownAddressNote),
    .always(                                      "integrations", #"{"Olark":false}"#),
  ] }

  // swift-format-ignore
  /// What is known of the person.
  private static func person(_ visitor: String, to traits: String) -> [Row] { [
    .copyFilled(Path("\(visitor).fullName"),  to: Path("\(traits).name")),
    .copyFilled(Path("\(visitor).emailAddress"), to: Path("\(traits).email")),
    .copyFilled(Path("\(visitor).phoneNumber"), to: Path("\(traits).phone")),
    .copyFilled(Path("\(visitor).city"),      to: Path("\(traits).address.city")),
    .copyFilled(Path("\(visitor).region"),    to: Path("\(traits).address.state")),
    .copyFilled(Path("\(visitor).country"),   to: Path("\(traits).address.country")),
  ] }

  // swift-format-ignore
  /// Whom a callback is about.
  private static let caller: [Row] = [
    .compute("userId", "visitor.id",          to: "userId", Compute.userID, Compute.userIDNote),
    .compute("anonymousId", "visitor.id",     to: "anonymousId", Compute.anonymousID, Compute.anonymousIDNote),
    .compute("timestamp",                     to: "messageId", Compute.recordID, Compute.recordIDNote),
  ]

  // swift-format-ignore
  /// Whom an answer is about.
  private static let asked: [Row] = [
    .compute("userId", "getDetails.id",       to: "userId", Compute.askedUserID, Compute.userIDNote),
    .compute("anonymousId", "getDetails.id",  to: "anonymousId", Compute.askedAnonymousID, Compute.anonymousIDNote),
    .compute("timestamp", "callback",         to: "messageId", Compute.answerID, Compute.answerIDNote),
  ]

  // swift-format-ignore
  private static let event: [Row] = caller + common("visitor") + person("visitor", to: "context.traits") + [
    .always(                                      "type", #""track""#),
    .compute("conversationId",                to: "properties.conversation_id", Compute.firstFilled, Compute.recordedIDNote),
  ]

  // swift-format-ignore
  private static let message: [Row] = event + [
    .compute("event.message.body",            to: "properties.message_body", Compute.body, Compute.bodyNote),
    .compute("event.message.body",            to: "properties.message_length", Compute.length, Compute.lengthNote).with(.noBodies),
  ]

  // swift-format-ignore
  static let started = Emission("Live Chat Conversation Started", .onceIf("of the callback `api.chat.onBeginConversation`"), event + [
    .always(                                      "event", #""Live Chat Conversation Started""#),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("api.chat.onBeginConversation"), by: "callback")
    .of("track", event: "started")

  // swift-format-ignore
  static let sent = Emission("Live Chat Message Sent", .onceIf("of the callback `api.chat.onMessageToOperator`"), message + [
    .always(                                      "event", #""Live Chat Message Sent""#),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("api.chat.onMessageToOperator"), by: "callback")
    .of("track", event: "sent")

  // swift-format-ignore
  static let sentOffline = Emission("Live Chat Message Sent", .onceIf("of the callback `api.chat.onOfflineMessageToOperator`"), message + [
    .always(                                      "event", #""Live Chat Message Sent""#),
    .always(                                      "properties.offline", "true"),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("api.chat.onOfflineMessageToOperator"), by: "callback")
    .of("track", event: "sent")

  // swift-format-ignore
  static let received = Emission("Live Chat Message Received", .onceIf("of the callback `api.chat.onMessageToVisitor`"), message + [
    .always(                                      "event", #""Live Chat Message Received""#),
    .copyFilled("event.message.nickname",     to: "properties.agent_name"),
  ], order: order, alwaysThere: ["properties"], given: Compute.isNamed("api.chat.onMessageToVisitor"), by: "callback")
    .of("track", event: "received")

  // swift-format-ignore
  static let identify = Emission("identify", .onceIf("that has `getDetails`"), asked + common("getDetails") + person("getDetails", to: "traits") + [
    .always(                                      "type", #""identify""#),
    .copyFilled("getDetails.organization",    to: "traits.organization"),
    .copy("getDetails.customFields",          to: "traits.customFields"),
  ], order: order, alwaysThere: ["traits"], given: { _, found, input in found.slice(input).isPresent }, by: "getDetails")

  // swift-format-ignore
  private static let order: [Path] = [
    "type", "event", "userId", "anonymousId", "messageId", "timestamp",
    "context.integration", "context.library", "context.page.url", "context.page.referrer", "context.page.title",
    "context.os.name", "context.ip", "context.traits.name", "context.traits.email", "context.traits.phone",
    "context.traits.address.city", "context.traits.address.state", "context.traits.address.country",
    "properties.conversation_id", "properties.message_body", "properties.message_length", "properties.offline",
    "properties.agent_name", "traits.name", "traits.email", "traits.phone",
    "traits.address.city", "traits.address.state", "traits.address.country", "traits.organization", "traits.customFields",
    "integrations",
  ]

  /// The callbacks that give an event.
  static let eventful = [
    "api.chat.onBeginConversation", "api.chat.onMessageToOperator", "api.chat.onOfflineMessageToOperator",
    "api.chat.onMessageToVisitor",
  ]
}

extension Check {
  /// The callback is one that Olark's API has.
  static let isCallback = Check(inputs: ["callback"]) { bytes, found, inputs in
    let callback = found.slice(inputs[0])
    guard callback.isPresent else { return nil }
    let isKnown = OlarkAPI.callbackNames.contains { Text.isEqual(bytes, callback, to: $0) }
    return isKnown ? nil : Complaint(code: .unknownCallback, offset: Int(callback.start))
  }
}

extension Preparation {
  /// Works out when a callback came, and whose it was.
  fileprivate static let olarkCallback = Preparation(inputs: [
    "callback", "getDetails", "timestamp", "userId", "anonymousId", "visitor.id", "getDetails.id",
  ]) { bytes, found, inputs in
    found.chat.begin()
    if let complaint = found.chat.setRecordedTime(found.slice(inputs[2]), bytes) { return complaint }
    let callback = found.slice(inputs[0])
    // Each event has the person of its own object.
    let tells = [
      OlarkJSToSegment.eventful.contains { Text.isEqual(bytes, callback, to: $0) },
      found.slice(inputs[1]).isPresent,
    ]
    guard tells.contains(true) else { return nil }
    let said = (found.slice(inputs[3]), found.slice(inputs[4]))
    let people = inputs[5...6].enumerated().map { [found] index, own in
      Chat.Person(bytes, said: said, wanted: found.slice(found.chosenIDs[index]), own: found.slice(own))
    }
    for index in people.indices where tells[index] && !people[index].isKnown {
      return .noRecordedPerson
    }
    if tells[0] { found.chat.person = people[0] }
    if tells[1] { found.chat.asked = people[1] }
    found.nameByText(bytes)
    return nil
  }
}

extension Complaint {
  /// A callback that does not say whose it was.
  static let noRecordedPerson = Complaint(
    code: .noIdentity, message: "the record does not say who the visitor is",
    fix: "record userId or anonymousId with each callback, or name a member with --user-id")
}

extension Compute {
  @Sendable
  fileprivate static func askedUserID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) { output.append(filled: found.chat.asked.userID, of: bytes) }

  @Sendable
  fileprivate static func askedAnonymousID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) { output.append(filled: found.chat.asked.anonymousID, of: bytes) }

  fileprivate static let knownAddressNote = "unless it is empty or `not available`"

  /// Writes an address, unless Olark keeps it to itself.
  @Sendable
  fileprivate static func knownAddress(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let address = found.slice(inputs[0])
    if !Text.isEqual(bytes, address, to: "not available") { output.append(filled: address, of: bytes) }
  }

  fileprivate static let answerIDNote =
    "a version-5 UUID of the record's text; with `-identify` where it has a callback too; none without a timestamp"

  /// Writes the `messageId` of an identify call.
  @Sendable
  fileprivate static func answerID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    guard found.chat.began != nil else { return }
    output.append(quoted: found.chat.id)
    if found.slice(inputs[1]).isPresent {
      output.truncate(to: output.count - 1)
      output.append("-identify\"")
    }
  }
}

extension Chat.Person {
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
