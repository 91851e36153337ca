internal import JSONText

/// A format of records that are read or written, under one name for both.
///
/// It contains all facts about a vendor's records. Each is in its vendor's folder, and everything else
/// uses these values: no code outside these folders knows a vendor.
public struct Format: Sendable, Hashable {
  /// Its name on the command line.
  public let name: String

  /// What a person calls one of its records.
  let noun: String

  /// Whose records they are.
  let vendor: String

  /// A short description.
  public let summary: String

  /// What makes a document one of this format: it has one of these marks.
  let marks: [Mark]

  // Models are made when they are asked for: a command that only lists the formats needs none.
  // No property has a default: a vendor's fact that is forgotten is a compile error.

  /// Makes the model of what a record is.
  let makeRecord: @Sendable () -> Model

  /// Makes the model that redaction takes a record for: senders may put more into it than the record's model knows.
  let makeRecordAsSent: @Sendable () -> Model

  /// What documents of the format's other side are, which are written, and which nobody converts; nil if there are none.
  let written: WrittenSide?

  /// What a batch of such records is; nil if they come one by one.
  let batch: BatchFacts?

  /// What says that a record must have a member.
  let demand: Demand

  /// The members that tell a record from all others, those that say what kind it is first; none if it has no id.
  let identity: [String]

  /// Where a record says who the visitor is.
  let people: PeoplePlaces

  /// The members that tell which conversation a record is of, the best one first.
  let conversation: [Path]

  /// The members that date a record, besides the times of its rows.
  let times: [Path]

  /// The list in which a record has its messages; nil if it is not a conversation.
  let rows: MessageRows?

  /// What names the kind of a record that happened in a page; nil if nothing does.
  let names: EventNames?

  /// How it is known who wrote a message that names its author.
  let authors: MessageAuthors

  /// The members that are made of the person's ids; nil if there are none.
  let madeIDs: MadeIDs?

  /// Returns the messages that a record tells; one without a text for a record that has none.
  let messages: @Sendable (_ record: Slice, _ bytes: Span<UInt8>, _ zone: LocalZone) -> [ExportedMessage]

  /// Adds what a record tells of the visitor.
  let profile: @Sendable (_ profile: inout Profile, _ record: Slice, _ bytes: Span<UInt8>) -> Void

  /// What a record must be to be converted by any route, beyond what its members' types say.
  let checks: [any Check.Type]

  /// Which records are left out, and by which option.
  let skips: [any Skip.Type]

  /// What validation demands beyond types, in no order that matters.
  let rules: [any Rule.Type]

  /// Whether it can be written as JavaScript statements.
  public let isJavaScript: Bool

  /// The service's size limits for such events; nil if none are known.
  public let limits: ServiceLimits?

  /// How a tracking plan has rules for its records; nil if no plan has any.
  let plans: PlanFacts?

  /// All formats, in the order in which documents are checked for them. A new one is one folder next to this file, and
  /// one line here.
  public static let all = [
    olark,
    olarkJS,
    userlike,
    segment,
    rudderstack,
    userlikeJS,
  ]

  /// What a record is.
  var record: Model { makeRecord() }

  /// What redaction takes a record for.
  var recordAsSent: Model { makeRecordAsSent() }

  /// What is sent or recorded as a whole: records, what the other side writes, and batches.
  var models: [Model] { [record, written?.model(), batch?.model()].compactMap(\.self) }

  /// The marks of documents of the format's other side.
  var writtenMarks: [Mark] { written?.marks ?? [] }

  /// The marks of documents of either side.
  var allMarks: [Mark] { marks + writtenMarks }

  /// The names of the formats whose documents look like its own, itself among them.
  var namesOfAlike: String { Format.all.filter { $0.marks == marks }.map(\.name).joined(separator: " or ") }

  /// Whether tracking plans have rules for its records.
  public var hasPlans: Bool { plans != nil }

  public static func == (left: Format, right: Format) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The size limits of a service.
public struct ServiceLimits: Sendable, Hashable {
  /// The largest event, in bytes; for a service without such a limit, the largest event that fits in a request body.
  public let event: Int

  /// The largest body of a batch request, in bytes.
  public let batch: Int

  /// The largest number of events in a batch; nil for no limit.
  public let eventsInBatch: Int?

  /// - Parameter event: the largest event; nil for any that a body can hold.
  init(event: Int?, batch: Int, eventsInBatch: Int?) {
    (self.batch, self.eventsInBatch) = (batch, eventsInBatch)
    self.event = event ?? batch - Self.aroundEvents
  }

  /// The largest event that a body can hold.
  package var eventInBody: Int { batch - Self.aroundEvents }

  /// The bytes of `{"batch":[` and `]}`.
  private static let aroundEvents = 12
}
