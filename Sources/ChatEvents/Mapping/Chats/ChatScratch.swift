internal import JSONText

/// The scratch memory of the routes from conversations: what is worked out once for a record, and told by all its events.
struct ChatScratch: Sendable {
  /// What names the conversation where it stands in the record as it is; else absent.
  private(set) var ownName = Slice.absent

  /// What names it otherwise, as the content of a JSON string, with the room behind it that short copies need.
  private var name: [UInt8] = []
  private var nameCount = 0

  /// The UUID from which the ids of its events are made.
  var id = UUIDText(.chatevents)

  /// Whom the events are about.
  var person = Person()

  /// Whom an answer is about that stands in the same record; nobody where there is none.
  var asked = Person()

  /// Whether the people of the record are known by no id of the sender's.
  var isAnonymous: Bool { person.isAnonymous || asked.isAnonymous }

  /// When each message was sent.
  var times = MessageTimes()

  /// When the conversation began and ended, as far as its messages tell.
  var began: ExactTime?
  var ended: ExactTime?

  /// Who of the operators each message is about.
  var agents: [Agent] = []

  /// Whether the visitor wrote each message; empty where the records' own kinds say so.
  var areVisitors: [Bool] = []

  /// The operators with whom it began and ended.
  var firstAgent = Agent()
  var lastAgent = Agent()

  /// Whether an event tells its beginning, and its end.
  var tellsBeginning = false
  var tellsEnd = false

  /// The element of the list of groups that stands for all of them; -1 for none.
  var group = -1

  /// What looks for marks of consent in the record's messages; nil where nobody asks.
  var consentMarks: ConsentMarks?

  /// How the record's last mark of consent stood; nil where it has none, or none is looked for.
  var consent: Bool?

  /// What is worth a warning in the record, where it gives an event.
  var warning: Code?

  /// What is odd about the times that its events carry.
  var oddities: TimeOddities = []

  /// The times that are not odd.
  private(set) var plausible = PlausibleTimes.any

  /// Forgets the last conversation, and keeps the room.
  mutating func begin() {
    ownName = .absent
    nameCount = 0
    times.removeAll()
    agents.removeAll(keepingCapacity: true)
    areVisitors.removeAll(keepingCapacity: true)
    (person, asked) = (Person(), Person())
    (began, ended) = (nil, nil)
    (firstAgent, lastAgent) = (Agent(), Agent())
    (tellsBeginning, tellsEnd) = (false, false)
    group = -1
  }

  /// Whether the visitor wrote a message.
  func isVisitors(_ message: Int) -> Bool { message < areVisitors.count && areVisitors[message] }

  /// Somebody, by the ids that events carry.
  struct Person: Sendable {
    /// The id under which the sender knows the person.
    var userID = Slice.absent
    /// The id of a person whom the sender does not know.
    var anonymousID = Slice.absent

    /// Whether the person is known by no other id than that.
    var isAnonymous: Bool { anonymousID.isPresent && !userID.isPresent }
    var isKnown: Bool { anonymousID.isPresent || userID.isPresent }
  }

  /// An operator, as far as the record tells who it is.
  struct Agent: Sendable {
    var id = Slice.absent
    var name = Slice.absent
    var username = Slice.absent
  }
}

extension ChatScratch {
  /// Notes what is odd about a time.
  @inline(__always)
  mutating func look(at time: ShortTime) {
    if !plausible.contains(time.seconds) { oddities.insert(.implausible) }
  }

  /// Takes the present time, in seconds since 1970; nil if no time is odd.
  mutating func setPresent(_ now: Int?) { plausible = now.map { PlausibleTimes(now: $0) } ?? .any }

  /// Names the conversation: by its id, else by the visitor's and a time; makes its UUID.
  mutating func setName(
    _ id: Slice, else visitor: Slice, at time: Slice, of bytes: Span<UInt8>, in namespace: UUIDBytes
  ) {
    if setName(id, of: bytes, in: namespace) { return }
    var name = Output(capacity: 128)
    name.append(content: id, of: bytes)
    if name.isEmpty {
      name.append(content: visitor, of: bytes)
      name.append(UInt8(ascii: "/"))
      name.append(content: time, of: bytes)
    }
    setName(name.written, in: namespace)
  }

  /// Takes over the conversation's name from a slice, and makes its UUID; false where the slice is not a text without escapes
  /// that can name anything.
  private mutating func setName(_ own: Slice, of bytes: Span<UInt8>, in namespace: UUIDBytes) -> Bool {
    guard own.kind == .string, !own.flags.isEscaped, own.count > 2 else { return false }
    ownName = own
    id = UUIDText(UUIDBytes(version5: bytes.extracting(own.content), in: namespace))
    return true
  }

  /// Takes over the conversation's name, as the content of a JSON string, and makes its UUID.
  mutating func setName(_ content: [UInt8], in namespace: UUIDBytes) {
    name.removeAll(keepingCapacity: true)
    name.append(contentsOf: content)
    name.append(contentsOf: repeatElement(0, count: Scanner.padding))
    nameCount = content.count
    let characters = content.contains(UInt8(ascii: "\\")) ? Text.unescaped(name.span, 0..<nameCount) : content
    id = UUIDText(UUIDBytes(version5: characters.span, in: namespace))
  }

  /// Writes a quote and the conversation's name, as the content of a JSON string.
  @inline(__always)
  func writeName(_ bytes: Span<UInt8>, to output: inout Output) {
    if ownName.isPresent {
      // The quote before it is one of the text.
      output.append(bytes, Int(ownName.start)..<ownName.content.upperBound)
    } else {
      output.append(UInt8(ascii: "\""))
      output.append(name.span, 0..<nameCount)
    }
  }
}
