import ChatEvents
import ChatEventsFoundation
import Foundation
import JSONText
import Testing

// The examples of README.md, Docs/library.md and Docs/library-bytes.md, letter for letter; the tests after them run each.

/// Returns RudderStack's events for a transcript, one per line.
func events(ofTranscript text: String) throws -> [String] {
  let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
  return try OlarkToRudderStackConversion().events(of: transcript).map { event in
    String(decoding: try JSONTextEncoder().encode(event), as: UTF8.self)
  }
}

/// Returns the messages, one per line.
func lines(ofTranscript text: String) throws -> [String] {
  let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
  return (transcript.items ?? []).map { item in
    "\(item.nickname ?? "unknown"): \(item.body ?? "")"
  }
}

/// Returns the plan that a shop keeps in its visitors' custom fields.
func plan(of transcript: OlarkTranscript) -> String? {
  transcript.visitor?.customFields?["plan"]?.stringValue
}

/// Returns what is wrong with a transcript; nil if it is valid.
func fault(inTranscript text: String) -> JSONError? {
  do throws(JSONError) {
    _ = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
    return nil
  } catch {
    return error
  }
}

/// Returns a transcript without the visitor's telephone number.
func withoutPhoneNumber(_ text: String) throws -> String {
  var transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: text)
  transcript.visitor?.phoneNumber = nil
  return String(decoding: try JSONTextEncoder().encode(transcript), as: UTF8.self)
}

/// Makes a transcript of one message.
func transcript(id: String, body: String) -> OlarkTranscript {
  OlarkTranscript {
    $0.id = OlarkID(id)
    $0.items = [OlarkItem { $0.body = body }]
    $0.visitor = OlarkVisitor { $0.id = "visitor-1" }
  }
}

/// Returns the name of the person in a call; nil if there is none.
func name(in call: SegmentEvent) -> String? {
  switch call {
  case .identify(let identify): identify.traits?.name
  case .track(let track): track.context?.traits?.name
  default: nil
  }
}

/// Converts transcripts to lines for RudderStack.
struct EventWriter {
  private let conversion = OlarkToRudderStackConversion()

  func lines(of transcripts: [OlarkTranscript]) throws -> [String] {
    let events = try transcripts.flatMap { try conversion.events(of: $0) }
    return try events.map { String(decoding: try JSONTextEncoder().encode($0), as: UTF8.self) }
  }
}

/// Returns lossless events, with ids in a namespace of their own.
func losslessEvents(of transcript: OlarkTranscript) throws -> [RudderStackEvent] {
  var settings = RouteSettings()
  settings.options = [.timestamps, .lossless]
  settings.namespace = UUIDBytes(namespace: "shop-2")
  return try OlarkToRudderStackConversion(settings).events(of: transcript)
}

/// Returns the live chat events of a transcript, without the texts of messages.
func eventsWithoutBodies(of transcript: OlarkTranscript) throws -> [SegmentEvent] {
  var settings = RouteSettings()
  settings.options = [.noBodies]
  settings.events = [.started, .ended]
  return try RecordConversion.olarkToSegment(settings).events(of: transcript)
}

/// Returns the time of an event, if it has one.
func time(of event: RudderStackEvent) -> String? {
  switch event {
  case .track(let track): track.timestamp
  case .group(let group): group.timestamp
  case .other(let members): members["timestamp"]?.stringValue
  }
}

/// Returns the stable code of the error that prevents conversion; nil if there is none.
func obstacle(to transcript: OlarkTranscript) throws -> String? {
  do {
    _ = try OlarkToRudderStackConversion().events(of: transcript)
    return nil
  } catch let reject as Reject {
    return reject.code.name
  }
}

/// Returns the transcripts of lossless events.
func transcripts(from events: [RudderStackEvent]) throws -> [OlarkTranscript] {
  let conversion = RudderStackToOlarkConversion()
  return try events.compactMap { try conversion.transcript(of: $0) }
}

/// Text that is read in pieces, like a file.
struct TextSource: BlockSource {
  var rest: ArraySlice<UInt8>

  /// Never waits: all of the text is available.
  var wouldWait: Bool { false }

  mutating func fill(_ block: inout JSONBlock) throws -> Int {
    let piece = rest.prefix(65_536)
    block.append(piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}

/// Returns when the first message of a transcript was sent.
func start(ofTranscript data: Data) throws -> Date? {
  try JSONTextDecoder().decode(OlarkTranscript.self, from: data).items?.first?.timestamp?.date
}

/// Converts the transcripts in `data` that ended before a date.
func events(in data: Data, before date: Date) throws -> Data {
  var options = RunOptions(from: .olark, to: .rudderstack)
  options.settings.options = [.timestamps]
  options.selection.beforeDate = date
  return Data(try RecordPipeline.result(of: data, options).events)
}

/// A file that is read block by block.
struct FileSource: BlockSource {
  let file: FileHandle

  /// A file is always ready to be read.
  var wouldWait: Bool { false }

  mutating func fill(_ block: inout JSONBlock) throws -> Int {
    let bytes = try file.read(upToCount: 65_536) ?? Data()
    block.append(bytes)
    return bytes.count
  }
}

/// The result of converting a text.
struct Converted {
  var events: [UInt8] = []
  var reports: [String] = []
  var balance = Balance()
}

/// Converts a text that holds any number of transcripts.
func converted(_ text: [UInt8], name: String) async throws -> Converted {
  let options = RunOptions(from: .olark, to: .rudderstack)
  var run = try OrderedRun(options, jobs: 4)
  var source = TextSource(rest: text[...])
  var result = Converted()
  try await run.process(&source) { block in
    result.events += block.events
    result.reports += block.rejects.map { $0.report(source: name) }
    result.balance += block.balance
    return true
  }
  return result
}

/// Returns what Olark's page does not allow in a call or a setting, one problem per line.
func faults(inCall text: String) throws -> [String] {
  OlarkAPI.problems(in: try JSONValue(parsing: text)).map { problem in
    "\(problem.pointer): \(problem.message) [\(problem.code.name)]"
  }
}

/// Returns every problem in the records of a text, one per line.
func findings(in text: String) throws -> [String] {
  var pipeline = try RecordPipeline(RunOptions(from: nil, task: .validate(ValidationSettings())))
  let result = pipeline.process(JSONBlock(text.utf8), isLast: true)
  return result.checked.flatMap(\.findings).map { finding in
    "\(finding.place): \(finding.severity): \(finding.message) at \(finding.pointer) [\(finding.code.name)]"
  }
}

/// Returns how calls violate a schema of one event, one violation per line.
func violations(of schema: String, event: String, in calls: String) throws -> [String] {
  var settings = ValidationSettings()
  settings.plans = [try TrackingPlan(Array(schema.utf8), event: event)]
  var pipeline = try RecordPipeline(RunOptions(from: .segment, task: .validate(settings)))
  let result = pipeline.process(JSONBlock(calls.utf8), isLast: true)
  return result.checked.flatMap(\.findings).map { "\($0.pointer): \($0.message)" }
}

/// Returns the records of a text without personal data, one per line.
func redacted(textOf records: String) throws -> String {
  var settings = RedactionSettings()
  settings.selection.emails = ["jo@example.org"]
  var pipeline = try RecordPipeline(RunOptions(from: nil, task: .redact(settings)))
  let result = pipeline.process(JSONBlock(records.utf8), isLast: true)
  return String(decoding: result.events, as: UTF8.self)
}

/// Returns the members that a call of one kind must have.
func requiredMembers(ofSchema name: String) -> [String] {
  let required = JSONSchema.named(name)?.json["required"]?.arrayValue ?? []
  return required.compactMap(\.stringValue)
}

/// Returns the routes, one per line.
func routeNames() -> [String] {
  Routes.all.map { "\($0.from.name) -> \($0.to.name)" }
}

/// What the examples do.
@Suite struct LibraryExamples {
  @Test func itemsAreRead() throws {
    let text = #"{"kind":"Conversation","items":[{"nickname":"Ann","body":"Hello"},{"body":"Hi"}]}"#
    #expect(try lines(ofTranscript: text) == ["Ann: Hello", "unknown: Hi"])
  }

  @Test func theExampleOfTheReadmeWritesEvents() throws {
    let text = #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[]}"#
    let lines = try events(ofTranscript: text)
    #expect(lines.count == 1)
    #expect(lines[0].contains(#""userId":"v""#))
  }

  @Test func dataAndDatesAreTaken() throws {
    let text = #"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"1700000000.5"}]}"#
    let date = try #require(try start(ofTranscript: Data(text.utf8)))
    #expect(date == Date(timeIntervalSince1970: 1_700_000_000.5))
    #expect(try events(in: Data(text.utf8), before: date).isEmpty)
    let events = try events(in: Data(text.utf8), before: date.addingTimeInterval(1))
    #expect(String(decoding: events, as: UTF8.self).contains(#""timestamp":"2023-11-14T22:13:20.500Z""#))
  }

  @Test func aFileIsReadInBlocks() async throws {
    let line =
      #"{"kind":"Conversation","visitor":{"id":"v"},"tags":["\#(String(repeating: "x", count: 50_000))"]}"#
    let file = URL.temporaryDirectory.appending(path: "chats-\(UUID().uuidString).jsonl")
    try Data((0..<5).map { _ in line }.joined(separator: "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var run = try OrderedRun(RunOptions(from: .olark, to: .rudderstack), jobs: 2)
    var source = FileSource(file: try FileHandle(forReadingFrom: file))
    var balance = Balance()
    try await run.process(&source) { block in
      balance += block.balance
      return true
    }
    #expect(balance.converted == 5)
    #expect(balance.rejected == 0)
  }

  @Test func customFieldsAreValues() throws {
    let text = #"{"kind":"Conversation","visitor":{"id":"v","customFields":{"seats":3,"plan":"gold"}}}"#
    #expect(try plan(of: JSONTextDecoder().decode(OlarkTranscript.self, from: text)) == "gold")
    #expect(plan(of: OlarkTranscript()) == nil)
  }

  @Test func aFaultHasAPlace() throws {
    let text = "{\"kind\":\"Conversation\",\n\"visitor\":{\"fullName\":5}}"
    let found = try #require(fault(inTranscript: text))
    #expect(found.code == "type-mismatch")
    #expect(found.place == JSONPlace(line: 2, column: 23))
    #expect(found.pointer.description == "/visitor/fullName")
    #expect(fault(inTranscript: #"{"kind":"Conversation"}"#) == nil)
  }

  @Test func whatIsNotNamedIsWrittenAgain() throws {
    let text = #"{"kind":"Conversation","visitor":{"id":"v","phoneNumber":"1","city":null,"seats":1.10}}"#
    let expected = #"{"kind":"Conversation","visitor":{"id":"v","city":null,"seats":1.10}}"#
    #expect(try withoutPhoneNumber(text) == expected)
  }

  @Test func aCallGivesAName() throws {
    let names = try [
      #"{"type":"identify","traits":{"name":"Jo"}}"#, #"{"type":"track","context":{"traits":{"name":"Bo"}}}"#,
      #"{"type":"page","name":"Home"}"#,
    ].map { name(in: try JSONTextDecoder().decode(SegmentEvent.self, from: $0)) }
    #expect(names == ["Jo", "Bo", nil])
  }

  @Test func valuesGiveTheLinesOfTheCommandLine() async throws {
    let transcripts = [Self.transcript("c1"), Self.transcript("c2")]
    let text = try transcripts.flatMap { try JSONTextEncoder().encode($0) }
    let bytes = try await converted(text, name: "text")
    let lines = String(decoding: bytes.events, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    let values = try lines.map { try JSONTextDecoder().decode(RudderStackEvent.self, from: $0) }
    let written = try EventWriter().lines(of: transcripts)
    #expect(try written.map { try JSONTextDecoder().decode(RudderStackEvent.self, from: $0) } == values)
  }

  @Test func losslessEventsHaveATimeAndComeBack() throws {
    let transcript = Self.transcript("c1")
    let events = try losslessEvents(of: transcript)
    #expect(events.map { time(of: $0) } == ["2020-09-13T12:26:40.500Z", "2020-09-13T12:26:40.500Z"])
    #expect(try OlarkToRudderStackConversion().events(of: transcript).allSatisfy { time(of: $0) == nil })
    #expect(try transcripts(from: events) == [transcript])
  }

  @Test func aTranscriptWithoutAVisitorMeetsAnObstacle() throws {
    #expect(try obstacle(to: OlarkTranscript()) == "no-identity")
    #expect(try obstacle(to: Self.transcript("c1")) == nil)
  }

  @Test func brokenTextIsReported() async throws {
    let texts = ["", "v"].map { #"{"kind":"Conversation","visitor":{"id":"\#($0)"}}"# }
    let result = try await converted(Array(texts.joined().utf8), name: "chats.json")
    #expect(result.balance.read == 2)
    #expect(result.balance.converted == 1)
    #expect(result.reports.count == 1)
    #expect(result.reports.first?.hasPrefix("chats.json:1:40: error: ") == true)
  }

  @Test func longTextIsReadInPieces() async throws {
    let one = try JSONTextEncoder().encode(Self.transcript("c")) + [UInt8(ascii: "\n")]
    let text = Array(repeatElement(one, count: 10_000).joined())
    let result = try await converted(text, name: "text")
    #expect(result.balance.converted == 10_000)
    #expect(result.events.count(where: { $0 == UInt8(ascii: "\n") }) == 20_000)
    #expect(result.reports == [])
  }

  @Test func aCallIsChecked() throws {
    let sound = #"{"call":"api.visitor.updateFullName","arguments":[{"fullName":"Ann"}]}"#
    #expect(try faults(inCall: sound) == [])
    let wrong = #"{"setting":"system.hb_chatbox_size","value":"xl"}"#
    #expect(
      try faults(inCall: wrong) == [#"/value: expected one of "sm", "md", "lg", "dr" [value-not-allowed]"#])
  }

  @Test func recordsAreValidated() throws {
    let text = #"{"kind":"Conversation","visitor":{"id":"v","city":7},"items":[{"kind":"Note"}]}"#
    #expect(
      try findings(in: text) == [
        "1:51: error: expected a string, found a number at /visitor/city [type-mismatch]",
        "1:71: warning: undocumented kind of item at /items/0/kind [unknown-item-kind]",
      ])
  }

  @Test func oneVisitorIsRedacted() throws {
    let others = #"{"kind":"Conversation","visitor":{"emailAddress":"ann@example.org"}}"#
    let own = #"{"kind":"Conversation","visitor":{"emailAddress":"JO@example.org"}}"#
    let redacted = try redacted(textOf: "\(others)\n\(own)")
    #expect(
      redacted == "\(others)\n" + #"{"kind":"Conversation","visitor":{"emailAddress":"<redacted>"}}"# + "\n")
  }

  @Test func callsAreHeldAgainstASchema() throws {
    let calls = #"{"type":"track","userId":"u","messageId":"m","event":"E","properties":{"n":"1"}}"#
    let found = try violations(
      of: #"{"properties":{"n":{"type":"number"}},"type":"object"}"#, event: "E", in: calls)
    #expect(found == ["/properties/n: the plan expects a number, found a string (Datatype-Mismatch)"])
  }

  @Test func aSchemaIsFoundByItsName() {
    #expect(requiredMembers(ofSchema: "segment-track") == ["type", "event"])
    #expect(requiredMembers(ofSchema: "olark-item") == [])
  }

  @Test func bothRoutesAreListed() {
    #expect(routeNames().contains("olark -> rudderstack"))
    #expect(routeNames().contains("rudderstack -> olark"))
  }

  private static func transcript(_ id: String) -> OlarkTranscript {
    let item = OlarkItem {
      $0.timestamp = OlarkTimestamp("1600000000.5")
      $0.body = "Hello"
    }
    let group = OlarkGroup {
      $0.id = "sales"
      $0.name = "Sales"
    }
    return OlarkTranscript {
      $0.id = OlarkID(id)
      $0.items = [item]
      $0.groups = [group]
      $0.visitor = OlarkVisitor { $0.id = "visitor-1" }
    }
  }
}
