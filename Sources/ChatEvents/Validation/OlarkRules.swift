internal import JSONText

extension Rule {
  /// What a transcript must be beyond its types.
  static let olark = [
    isConversation, operatorsAreListed, kindsAreKnown, itemTimes, isNoTest, visitorIsKnown,
  ]

  /// It says of itself that it is a conversation.
  private static let isConversation = Rule(inputs: Check.isConversation.inputs, comesFirst: true) {
    bytes, found, inputs, _, complaints in
    guard found.slice(inputs[0]).kind == .string else { return }
    if let complaint = Check.isConversation.run(bytes, found, inputs) { complaints.append(complaint) }
  }

  /// Each item's operator is one of the transcript's operators.
  private static let operatorsAreListed = Rule(
    inputs: ["operators{}", "items[]", "items[].operatorId"]
  ) { bytes, found, inputs, _, complaints in
    let count = found.rowCount(inputs[0])
    for item in 0..<found.rowCount(inputs[1]) {
      let id = found.slice(inputs[1], item, inputs[2])
      guard id.kind == .string || id.kind == .integer else { continue }
      // A row's first slot is its key.
      let isListed = (0..<count).contains { row in
        isSameText(found.slots[found.slots[inputs[0].index], row, 0], id, bytes)
      }
      if !isListed { complaints.append(Complaint(code: .unknownOperator, offset: Int(id.start))) }
    }
  }

  private static func isSameText(_ left: Slice, _ right: Slice, _ bytes: Span<UInt8>) -> Bool {
    if !left.flags.isEscaped, !right.flags.isEscaped {
      let (one, other) = (left.text, right.text)
      return one.count == other.count && zip(one, other).allSatisfy { bytes[$0] == bytes[$1] }
    }
    return Text.characters(bytes, left) == Text.characters(bytes, right)
  }

  /// Each item is of a kind that Olark's documents have.
  private static let kindsAreKnown = Rule(inputs: ["items[]", "items[].kind"]) {
    bytes, found, inputs, _, complaints in
    for item in 0..<found.rowCount(inputs[0]) {
      let kind = found.slice(inputs[0], item, inputs[1])
      guard kind.kind == .string else { continue }
      if !OlarkItem.Kind.known.contains(where: { Text.isEqual(bytes, kind, to: $0.rawValue) }) {
        complaints.append(Complaint(code: .unknownItemKind, offset: Int(kind.start)))
      }
    }
  }

  /// The items' times do not run backwards, and have come already.
  private static let itemTimes = Rule(inputs: ["items[]", "items[].timestamp"]) {
    bytes, found, inputs, settings, complaints in
    var latest: ExactTime?
    for item in 0..<found.rowCount(inputs[0]) {
      let slice = found.slice(inputs[0], item, inputs[1])
      guard let time = moment(bytes, slice) else { continue }
      if let latest, time < latest {
        complaints.append(Complaint(code: .itemsOutOfOrder, offset: Int(slice.start)))
      }
      latest = max(latest ?? time, time)
      if let complaint = Complaint.future(time, at: Int(slice.start), settings) {
        complaints.append(complaint)
      }
    }
  }

  /// Returns when an item was sent; nil where it does not say it in decimal digits.
  ///
  /// All moments behind the year 9999 are alike, and all before the year 0: they are mistakes, such as milliseconds.
  private static func moment(_ bytes: Span<UInt8>, _ time: Slice) -> ExactTime? {
    if let moment = ExactTime(bytes, time) { return moment }
    guard [.string, .integer, .number].contains(time.kind), Check.isTime(bytes, time) else { return nil }
    let isNegative = Text.characters(bytes, time).first == UInt8(ascii: "-")
    return ExactTime(
      seconds: isNegative ? ExactTime.years.lowerBound - 1 : ExactTime.years.upperBound, ExactTime.Digits())
  }

  /// The transcript is not one of those that Olark sends to try out a webhook.
  private static let isNoTest = Rule(inputs: Skip.olarkTests.inputs) { bytes, found, inputs, _, complaints in
    if Skip.olarkTests.applies(bytes, found, inputs) { complaints.append(Complaint(code: .testData)) }
  }

  /// The visitor has an id, without which no event can be made.
  private static let visitorIsKnown = Rule(inputs: Check.visitorIsIdentified.inputs) {
    bytes, found, inputs, _, complaints in
    let id = found.slice(inputs[0])
    // An id of another type is told of as such.
    guard !id.isPresent || id.kind == .string || id.kind == .integer else { return }
    if let complaint = Check.visitorIsIdentified.run(bytes, found, inputs) { complaints.append(complaint) }
  }
}

extension Slice {
  /// The offsets of a string's characters, or of a number's.
  var text: Range<Int> { kind == .string ? content : range }
}
