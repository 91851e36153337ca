public import JSONText

/// What a diagnostic is about: a stable name, with what is wrong and what to do.
public struct Code: Sendable, Hashable {
  /// The stable name, in kebab case.
  public let name: String

  /// What is wrong: one clause, lower case, no full stop.
  public let message: String

  /// What to do, in the imperative; nil where nothing general can be said.
  public let fix: String?

  init(_ name: String, _ message: String, fix: String?) {
    self.name = name
    self.message = message
    self.fix = fix
  }

  /// Makes the code of a fault in the JSON itself.
  public init(_ reason: JSONFault.Reason) {
    self.init(reason.code, reason.message, fix: reason.fix)
  }

  /// How bad it is where it is found.
  public var severity: Severity { Catalogue.severities[name] ?? .error }

  public static func == (left: Code, right: Code) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Code {
  /// A document in which nothing is found by which the formats are known.
  static let unknownShape = Code(
    "unknown-shape", "no known kind of record",
    fix: "leave the record out, or turn it into one of these first")

  /// A document of a format from which no route leads to the one that was asked for.
  static let noRoute = Code(
    "no-route", "no route from this format",
    fix: "see the routes with: chatevents explain")

  /// A transcript whose `kind` is not a conversation.
  static let unknownKind = Code(
    "unknown-kind", "expected the kind \"Conversation\"",
    fix: "turn off Olark's extra events, or leave this record out")

  /// An event whose `type` is no call.
  static let unknownCall = Code(
    "unknown-call", "expected identify, track, page, screen, group or alias",
    fix: "give the call the type under which the service knows it")

  /// A call with an id that is no text, or empty.
  static let idNotString = Code(
    "id-not-string", "an id must be a string that is not empty",
    fix: "write the id in quotes, or leave it out")

  /// A track call without an event.
  static let eventNotDefined = Code(
    "event-not-defined", "a track call needs an event",
    fix: "give event the name of what was done")

  /// A track call whose event is no text, or empty.
  static let eventNotString = Code(
    "event-not-string", "the name of an event must be a string that is not empty",
    fix: "write the name in quotes")

  /// A call whose properties are no object.
  static let propertiesNotObject = Code(
    "properties-not-object", "properties must be an object",
    fix: "write what is known of the event as members of an object")

  /// A call whose traits are no object.
  static let traitsNotObject = Code(
    "traits-not-object", "traits must be an object",
    fix: "write what is known of the person or group as members of an object")

  /// A page whose name is no text, or empty.
  static let nameNotString = Code(
    "name-not-string", "the name of a page or screen must be a string that is not empty",
    fix: "write the name in quotes, or leave it out")

  /// A page whose category is no text, or empty.
  static let categoryNotString = Code(
    "category-not-string", "the category of a page or screen must be a string that is not empty",
    fix: "write the category in quotes, or leave it out")

  /// A group call without the group's id.
  static let noGroupID = Code(
    "no-group-id", "a group call needs a groupId",
    fix: "give groupId the group's id, as a string")

  /// An alias call without the new id.
  static let noUserID = Code(
    "no-user-id", "an alias call needs a userId",
    fix: "give userId the id under which the person is known now")

  /// A call with arguments that its receiver does not take.
  static let callNotTaken = Code(
    "call-not-taken", "Olark's API does not take an argument of a call",
    fix: "see what a call takes with chatevents api and its name")

  /// An event that does not hold the transcript it was made from.
  static let notLossless = Code(
    "not-lossless", "the event does not hold the transcript that it was made from",
    fix: "convert the transcript again, with --lossless")

  /// A transcript whose visitor has no id.
  static let noIdentity = Code(
    "no-identity", "the visitor has no id, and receivers refuse an event without one",
    fix: "give visitor.id the id under which you know this person")

  /// A callback that Olark's API does not have.
  static let unknownCallback = Code(
    "unknown-callback", "no callback of Olark's API has this name",
    fix: "see the names with: chatevents api --kind callback")

  /// A callback without a time, whose events have no id.
  static let noMessageID = Code(
    "no-message-id",
    "a record has no timestamp, so its event has no messageId, and counts twice where it is sent twice",
    fix: "record the time of each callback, in timestamp")

  /// A batch without a call.
  static let emptyBatch = Code(
    "empty-batch", "the batch holds no call",
    fix: "leave the batch out")

  /// An event that is larger than the service takes.
  static let eventTooLarge = Code(
    "event-too-large", "the event is larger than the service takes",
    fix: "leave out what is long: --no-bodies, or fewer members in the record")

  /// An item's time that is no decimal number of seconds.
  static let invalidTimestamp = Code(
    "invalid-timestamp", "expected seconds since 1970 in decimal digits",
    fix: "write the time like \"1307116657.1\"")

  /// A form body that cannot be decoded, or that does not hold exactly one `data` field.
  static let invalidForm = Code(
    "invalid-form", "two hexadecimal digits must follow a percent sign",
    fix: "write a percent sign itself as %25")

  /// Text behind a document inside a form body or an envelope.
  static let trailingText = Code(
    "trailing-text", "something follows the document",
    fix: "put one document into each data field")

  /// A line of a rejects file whose bytes cannot be decoded.
  static let invalidBase64 = Code(
    "invalid-base64", "the rejected bytes are no base64",
    fix: "write them anew with base64 -w0")

  /// A line of a rejects file that only says where the record was.
  static let recordNotKept = Code(
    "record-not-kept", "the record was too long to be kept here",
    fix: "fetch it from its source, where bytes says")

  /// Input that is UTF-16.
  static let utf16 = Code(
    "utf-16", "the input is UTF-16, and JSON is UTF-8",
    fix: "convert it first: iconv -f UTF-16 -t UTF-8")

  /// A record over the size limit.
  static let recordTooLong = Code(
    "record-too-long", "the record is longer than the limit",
    fix: "raise --record-limit, or look for a bracket that is not closed")

  /// An item of a kind that Olark's documents do not have.
  static let unknownItemKind = Code(
    "unknown-item-kind", "no item of this kind is documented",
    fix: "see whether Olark has a new kind of item: it passes through, and is no message")

  /// An item whose operator is not among the transcript's operators.
  static let unknownOperator = Code(
    "unknown-operator", "the item's operator is not among operators",
    fix: "add the operator to operators, under this id")

  /// An item or a message with a time before that of one above it.
  static let itemsOutOfOrder = Code(
    "items-out-of-order", "the time lies before that of an earlier message",
    fix: "put the messages in the order of their times")

  /// A rating that is not one that a visitor can give.
  static let ratingOutOfRange = Code(
    "rating-out-of-range", "the rating is none that a visitor can give",
    fix: "look at where the number comes from: another scale must be converted first")

  /// A transcript that Olark sends to try out a webhook.
  static let testData = Code(
    "test-data", "this is Olark's own test transcript", fix: "leave it out; convert does so with --skip-tests"
  )

  /// A time that has not come yet.
  static let futureTimestamp = Code(
    "future-timestamp", "the time lies in the future",
    fix: "look at the sender's clock, and whether milliseconds were taken for seconds")

  /// A time that is not written as ISO 8601 has it.
  static let timeNotISO = Code(
    "time-not-iso", "expected a date and a time of day as ISO 8601 writes them",
    fix: "write the time like \"2026-11-21T10:00:00.000Z\"")

  /// A `messageId` that is longer than Segment takes.
  static let messageIDTooLong = Code(
    "message-id-too-long", "the messageId has 100 characters or more", fix: "make it shorter: a UUID has 36")

  /// A batch that is larger than the service takes.
  static let batchTooLarge = Code(
    "batch-too-large", "the batch is larger than the service takes", fix: "send its calls in several batches")

  /// A record with the id of one that came before.
  static let duplicateID = Code(
    "duplicate-id", "a record with this id came before",
    fix: "keep the later one of a chat that went on; drop what is there twice")

  /// Something that redaction would replace.
  static let personalData = Code(
    "personal-data", "personal data is left", fix: "redact the file: chatevents redact")

  /// No comma between two elements of an array.
  static let missingComma = Code(
    "missing-comma", "no comma between two elements of an array",
    fix: "separate the elements with commas; this is reported once for each array")

  /// A comma in an array with nothing before or behind it.
  static let missingElement = Code(
    "missing-element", "a comma with no element",
    fix: "remove the comma")
}
