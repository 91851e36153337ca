internal import JSONText

/// An envelope that is recognised without an option: a row.
struct KnownEnvelope: Sendable {
  /// What reports call documents of this kind.
  let title: String

  /// What the document must have besides the records; none if they are all that tells it.
  let marks: [Mark]

  /// The ways to the records, of which the first that leads somewhere counts.
  let places: [Place]

  /// What tells a kind of envelope.
  enum Mark: Sendable {
    /// A member of the outermost object has that text.
    case says(String, String)
    /// One of these members of the outermost object is there.
    case has([String])
    /// The member `data` is no text alone: that would be a form which a server has unpacked.
    case isNoForm
  }

  /// A way to records.
  struct Place: Sendable {
    let pointer: UnwrapPointer
    let packing: Packing

    init(_ tokens: String..., as packing: Packing = .text) {
      (pointer, self.packing) = (UnwrapPointer(tokens), packing)
    }
  }

  enum Packing: Sendable {
    case text
    case base64
    /// As base64 if that member of the outermost object is `true`, else as text.
    case base64If(String)
  }

  /// Those that services and servers make, the more exact ones first.
  ///
  /// Sources, read in November 2026: AWS Lambda Developer Guide, "Using Lambda with" API Gateway, Amazon SNS, SQS and Kinesis;
  /// Amazon SNS Developer Guide, "Parsing Amazon SNS message formats"; AWS CLI, "sqs receive-message"; Amazon EventBridge User
  /// Guide, "Events"; CloudEvents 1.0.2, "JSON Event Format", 3.1; Google Cloud, "Pub/Sub: push subscriptions"; nginx,
  /// "ngx_http_core_module", `$request_body`.
  static let all = [
    KnownEnvelope(
      title: "CloudEvents", marks: [.has(["specversion"])],
      places: [Place("data"), Place("data_base64", as: .base64)]),
    KnownEnvelope(
      title: "EventBridge events", marks: [.has(["detail-type"])], places: [Place("detail")]),
    KnownEnvelope(
      title: "SNS messages", marks: [.says("Type", "Notification")], places: [Place("Message")]),
    KnownEnvelope(
      title: "SNS events", marks: [], places: [Place("Records", "*", "Sns", "Message")]),
    KnownEnvelope(title: "SQS events", marks: [], places: [Place("Records", "*", "body")]),
    KnownEnvelope(title: "SQS messages", marks: [], places: [Place("Messages", "*", "Body")]),
    KnownEnvelope(
      title: "Kinesis events", marks: [], places: [Place("Records", "*", "kinesis", "data", as: .base64)]),
    KnownEnvelope(
      title: "Pub/Sub messages", marks: [.has(["subscription"])],
      places: [Place("message", "data", as: .base64)]),
    KnownEnvelope(
      title: "API gateway events",
      marks: [.has(["requestContext", "httpMethod", "isBase64Encoded", "headers"])],
      places: [Place("body", as: .base64If("isBase64Encoded"))]),
    KnownEnvelope(title: "request logs", marks: [], places: [Place("request_body")]),
    KnownEnvelope(title: "objects", marks: [.isNoForm], places: [Place("data")]),
  ]
}

extension KnownEnvelope {
  /// Whether a document has the marks.
  func isMarked(_ members: MemberSlices, _ bytes: Span<UInt8>) -> Bool {
    marks.allSatisfy { mark in
      switch mark {
      case .says(let name, let text): members[name].map { Text.isEqual(bytes, $0, to: text) } ?? false
      case .has(let names): names.contains { members[$0]?.isPresent ?? false }
      case .isNoForm:
        members["data"].map { UnpackedForm.string(bytes, $0, end: $0.range.upperBound) == nil } ?? true
      }
    }
  }

  /// Whether the marks tell the envelope even if what it holds is broken.
  var isSure: Bool {
    marks.contains { mark in
      if case .isNoForm = mark { false } else { true }
    }
  }

  /// Returns what the document holds at the first place that is there; nil if none is.
  func envelope(
    _ document: Slice, _ members: MemberSlices, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> Envelope? {
    for place in places {
      guard let first = place.pointer.tokens.first, members[first]?.isPresent ?? false else { continue }
      let targets = try place.pointer.targets(in: document, bytes)
      if targets.isEmpty { continue }
      let packing = place.packing.resolved(members, bytes)
      return Envelope(title: "\(title) (\(place.pointer.text))", targets, packing, bytes)
    }
    return nil
  }
}

extension KnownEnvelope.Packing {
  fileprivate func resolved(_ members: MemberSlices, _ bytes: Span<UInt8>) -> Envelope.Packing {
    switch self {
    case .text: .text
    case .base64: .base64
    case .base64If(let name): members[name]?.isTrue(bytes) ?? false ? .base64 : .text
    }
  }
}

extension Envelope {
  /// Takes what a pointer leads to.
  init(title: String, _ targets: [UnwrapPointer.Target], _ packing: Packing, _ bytes: Span<UInt8>) {
    self.init(
      title: title,
      contents: targets.flatMap { target in
        target.isReached
          ? Content.of(target.value, packing, bytes)
          : [Content(value: target.value, packing: packing, isMissed: true)]
      })
  }
}

/// The members of a document's outermost object by their names; of one that is there more than once the last.
struct MemberSlices {
  private var slices: [[UInt8]: Slice] = [:]

  /// The offset of a second key `data`; nil if there is none, or the member counts as absent.
  private(set) var secondData: Int?

  /// The values of the members, in the order of the text.
  let all: [(key: Slice, value: Slice)]

  init(_ document: Slice, _ bytes: Span<UInt8>) {
    all = document.members(bytes)
    for member in all { slices[Text.unescaped(bytes, member.key.content)] = member.value }
    let data = all.filter { Text.isEqual(bytes, $0.key, to: "data") }
    if data.count > 1, data[data.count - 1].value.isPresent { secondData = Int(data[1].key.start) }
  }

  subscript(name: String) -> Slice? { slices[Array(name.utf8)] }

  /// Whether no member of the same name is after a value.
  func isLast(_ value: Slice, of key: Slice, _ bytes: Span<UInt8>) -> Bool {
    slices[Text.unescaped(bytes, key.content)]?.start == value.start
  }
}
