internal import JSONText

extension OlarkTranscript {
  /// What a transcript must be beyond its types.
  static let rules: [any Rule.Type] = [
    IsConversation.self, OperatorsAreListed.self, ItemKindsAreKnown.self, ItemTimesAreInOrder.self,
    IsNoTest.self, VisitorIsKnown.self,
  ]
}

/// It says of itself that it is a conversation.
private struct IsConversation: Rule {
  static let comesFirst = true
  let demand: TranscriptIsConversation

  init(_ inputs: inout Inputs) { demand = TranscriptIsConversation(&inputs) }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    guard found.slice(demand.kind).kind == .string else { return }
    if let diagnostic = demand.diagnostic(bytes, found) { diagnostics.append(diagnostic) }
  }
}

/// Each item's operator is one of the transcript's operators.
private struct OperatorsAreListed: Rule {
  let operators, items, operatorID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    operators = inputs.member("operators{}")
    items = inputs.member("items[]")
    operatorID = inputs.member("items[].operatorId")
  }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    let count = found.rowCount(operators)
    for item in 0..<found.rowCount(items) {
      let id = found.slice(items, item, operatorID)
      guard id.kind == .string || id.kind == .integer else { continue }
      // A row's first slot is its key.
      let isListed = (0..<count).contains { row in
        Self.isSameText(found.slots[found.slots[operators.index], row, 0], id, bytes)
      }
      if !isListed { diagnostics.append(Diagnostic(code: .unknownOperator, offset: Int(id.start))) }
    }
  }

  private static func isSameText(_ left: Slice, _ right: Slice, _ bytes: Span<UInt8>) -> Bool {
    if !left.flags.isEscaped, !right.flags.isEscaped {
      let (one, other) = (left.text, right.text)
      return one.count == other.count && zip(one, other).allSatisfy { bytes[$0] == bytes[$1] }
    }
    return Text.characters(bytes, left) == Text.characters(bytes, right)
  }
}

/// Each item is of a kind that Olark's documents have.
private struct ItemKindsAreKnown: Rule {
  let items, kind: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    items = inputs.member("items[]")
    kind = inputs.member("items[].kind")
  }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    for item in 0..<found.rowCount(items) {
      let kind = found.slice(items, item, kind)
      guard kind.kind == .string else { continue }
      if !OlarkItem.Kind.known.contains(where: { Text.isEqual(bytes, kind, to: $0.rawValue) }) {
        diagnostics.append(Diagnostic(code: .unknownItemKind, offset: Int(kind.start)))
      }
    }
  }
}

/// The items' times do not run backwards, and have come already.
private struct ItemTimesAreInOrder: Rule {
  let items, timestamp: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    items = inputs.member("items[]")
    timestamp = inputs.member("items[].timestamp")
  }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    var latest: ExactTime?
    for item in 0..<found.rowCount(items) {
      let slice = found.slice(items, item, timestamp)
      guard let time = Self.moment(bytes, slice) else { continue }
      if let latest, time < latest {
        diagnostics.append(Diagnostic(code: .itemsOutOfOrder, offset: Int(slice.start)))
      }
      latest = max(latest ?? time, time)
      if let diagnostic = Diagnostic.future(time, at: Int(slice.start), settings) {
        diagnostics.append(diagnostic)
      }
    }
  }

  /// Returns when an item was sent; nil where it does not say it in decimal digits.
  ///
  /// All moments behind the year 9999 are alike, and all before the year 0: they are mistakes, such as milliseconds.
  private static func moment(_ bytes: Span<UInt8>, _ time: Slice) -> ExactTime? {
    if let moment = ExactTime(bytes, time) { return moment }
    guard [.string, .integer, .number].contains(time.kind), ItemTimesAreSeconds.isSound(bytes, time) else {
      return nil
    }
    let isNegative = Text.characters(bytes, time).first == UInt8(ascii: "-")
    return ExactTime(
      seconds: isNegative ? ExactTime.years.lowerBound - 1 : ExactTime.years.upperBound, ExactTime.Digits())
  }
}

/// The transcript is not one of those that Olark sends to try out a webhook.
private struct IsNoTest: Rule {
  let tests: OlarkTests

  init(_ inputs: inout Inputs) { tests = OlarkTests(&inputs) }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    if tests.applies(bytes, found) { diagnostics.append(Diagnostic(code: .testData)) }
  }
}

/// The visitor has an id, without which no event can be made.
private struct VisitorIsKnown: Rule {
  let demand: VisitorIsIdentified

  init(_ inputs: inout Inputs) { demand = VisitorIsIdentified(&inputs) }

  func check(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings,
    into diagnostics: inout [Diagnostic]
  ) {
    let id = found.slice(demand.id)
    // An id of another type is told of as such.
    guard !id.isPresent || id.kind == .string || id.kind == .integer else { return }
    if let diagnostic = demand.diagnostic(bytes, found) { diagnostics.append(diagnostic) }
  }
}
