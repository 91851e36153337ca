internal import JSONText

/// The scratch memory of the routes from conversations: what is worked out once for a record, and told by all its events.
struct ChatScratch: Sendable {
  /// What names the conversation, as the content of a JSON string, with the room behind it that short copies need.
  var name: [UInt8] = []
  var nameCount = 0

  /// The UUID from which the ids of its events are made.
  var id = UUIDBytes.chatevents

  /// Whom the events are about.
  var person = Person()

  /// Whom an answer is about that stands in the same record; nobody where there is none.
  var asked = Person()

  /// Whether the people of the record are known by no id of the sender's.
  var isAnonymous: Bool { person.isAnonymous || asked.isAnonymous }

  /// When each message was sent; empty where none has a time.
  var times: [ExactTime] = []

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

  /// Forgets the last conversation, and keeps the room.
  mutating func begin() {
    name.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
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
  /// Takes over the conversation's name, as the content of a JSON string, and makes its UUID.
  mutating func setName(_ content: [UInt8], in namespace: UUIDBytes) {
    name.removeAll(keepingCapacity: true)
    name.append(contentsOf: content)
    name.append(contentsOf: repeatElement(0, count: Scanner.padding))
    nameCount = content.count
    id =
      content.contains(UInt8(ascii: "\\"))
      ? UUIDBytes(version5: Text.unescaped(name.span, 0..<nameCount).span, in: namespace)
      : UUIDBytes(version5: content.span, in: namespace)
  }

  /// Takes over the times of the messages: one without has the time of the one before it, the first that of the next which
  /// has one.
  mutating func setTimes(_ count: Int, _ time: (_ message: Int) -> ExactTime?) {
    var leading = 0
    for message in 0..<count {
      if let time = time(message) {
        while leading > 0 {
          times.append(time)
          leading -= 1
        }
        times.append(time)
      } else if let last = times.last {
        times.append(last)
      } else {
        leading += 1
      }
    }
  }
}
