internal import JSONText

// What the values of `Format` are made of.

/// What says that a record must have a member.
enum Demand: Sendable {
  /// Its model.
  case model
  /// The format's rules: what a service refuses at its door is missed in the service's own words.
  case rules
}

/// Documents of a format's other side: they are written, and nobody converts them.
struct WrittenSide: Sendable {
  /// What makes a document one of these: it has one of these marks.
  let marks: [Mark]

  /// What it is.
  let model: @Sendable () -> Model

  /// What redaction takes it for: it may know more of what is inside.
  let modelAsSent: @Sendable () -> Model

  /// Whether validation checks it by rules alone, and not by the model.
  let isCheckedByRules: Bool

  /// Returns what its receiver would not take, each as a message; nil if it takes all that is written.
  let refusals: (@Sendable (JSONValue) -> [String])?
}

/// What a batch is: one record that holds calls, which share what it says for all of them.
struct BatchFacts: Sendable {
  /// What it is.
  let model: @Sendable () -> Model

  /// The member that holds the calls.
  let calls: String

  /// The member with which a document is a call of its own, whatever else it holds.
  let type: String

  /// The member that says under which circumstances all calls happened.
  let context: String

  /// The member that says to which destinations all calls go.
  let integrations: String

  /// Returns what it says for all calls and should not.
  let findings: @Sendable (_ batch: Slice, _ bytes: Span<UInt8>, _ settings: RuleSettings) -> [Diagnostic]

  /// Adds what the circumstances tell of the visitor.
  let profile: @Sendable (_ profile: inout Profile, _ context: Slice, _ bytes: Span<UInt8>) -> Void
}

/// Every place in which a record can name its visitor.
struct PeoplePlaces: Sendable {
  /// The visitor's e-mail addresses. A place of an id is one too: a site may know its visitors by their addresses.
  let emails: [Path]

  /// The visitor's phone numbers.
  let phones: [Path]

  /// The visitor's ids.
  let ids: [Path]

  /// What the site filled in, under names of its own: any string inside that is an address is the visitor's.
  let fields: [SiteFields]

  /// The texts in which a visitor answers a form.
  let answers: [FormTexts]

  /// Which of the fields a batch has for all its calls; nil if there are none.
  let shared: SiteFields?
}

/// An object or a list whose members the site names.
struct SiteFields: Sendable {
  let path: Path

  /// The member that has the field's name, if there is a single value and its name is elsewhere.
  var label: Path?

  /// The member that is an id of the visitor; nil if none is.
  var id: String?

  /// Members that are not the site's: the places in them are named one by one.
  var excluded: [String] = []
}

/// A text in which a visitor answers a form, of a message that was left while no operator was there.
struct FormTexts: Sendable {
  /// The list in whose elements it is; nil if the record itself has it.
  var list: Path?

  /// The member that says so, with this value or, if that is nil, with `true`.
  let sign: Path
  let value: String?

  let text: Path
}

/// The list in which a record has its messages.
struct MessageRows: Sendable {
  /// The list.
  let list: Path

  /// When a message was sent.
  let time: Path

  /// Whether that is documented to be seconds since 1970.
  let isInSeconds: Bool

  /// What tells kinds of messages apart; nil if all are of one kind.
  let kinds: Kinds?

  struct Kinds: Sendable {
    /// The member that names the kind.
    let member: Path

    /// The text of a message.
    let body: Path

    /// Every kind that the vendor's documents name.
    let known: [String]

    /// The kind in whose texts the answers to a form are.
    let answers: String
  }
}

/// The member that names what happened in a page.
struct EventNames: Sendable {
  let member: Path

  /// Every name that the vendor's documents have.
  let known: [String]

  /// Whether a name is a text that no document has.
  func isUnknown(_ name: Slice, _ bytes: Span<UInt8>) -> Bool {
    name.kind == .string && !known.contains { Text.isEqual(bytes, name, to: $0) }
  }
}

/// How it is known who wrote a message that names its author. A message of which nothing tells is the visitor's.
struct MessageAuthors: Sendable {
  /// A member, and one value of it. A message's own stands beside the author's name, or in the message around an object that
  /// has the name.
  struct Sign: Sendable {
    let member: String
    let value: String
  }

  /// The record's member that tells that an operator wrote its message.
  let operatorsRecord: Sign?

  /// A message's own member that tells that an operator wrote it; with any other value the visitor did.
  let operatorsMessage: Sign?

  /// A message's own member that tells that the visitor wrote it.
  let visitorsMessage: Sign?

  /// The record's member that names the visitor, if the author of an operator's message has another name.
  let visitorName: Path?
}

/// Members that are made of the person's ids.
struct MadeIDs: Sendable {
  /// The ids of the person; ids of a chat may begin with one of them.
  let userID, anonymousID: Path

  /// The id that is made of both.
  let made: Path
}
