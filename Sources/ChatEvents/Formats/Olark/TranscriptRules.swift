internal import JSONText

extension OlarkTranscript {
  /// What a transcript must be beyond its types.
  static let rules: [any Rule.Type] = [
    TranscriptIsConversation.self, OperatorsAreListed.self, ItemKindsAreKnown.self, ItemTimesAreInOrder.self,
    OlarkTests.self, VisitorIsIdentified.self,
  ]
}

/// Each item's operator is one of the transcript's operators.
private struct OperatorsAreListed: Rule {
  let operators, items, operatorID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    operators = inputs.member("operators{}")
    items = inputs.member("items[]")
    operatorID = inputs.member("items[].operatorId")
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    // A row's first slot is its key.
    var keys = found.rowCount(operators) > 0 ? TextIndex(found.slots[operators.index], slot: 0) : nil
    for item in 0..<found.rowCount(items) {
      let id = found.slice(items, item, operatorID)
      guard id.kind == .string || id.kind == .integer else { continue }
      let isListed = keys?.find(id, bytes, found.slots) != nil
      if !isListed { diagnostics.append(Diagnostic(code: .unknownOperator, offset: Int(id.start))) }
    }
    return diagnostics
  }
}

/// Each item is of a kind that Olark's documents have.
private struct ItemKindsAreKnown: Rule {
  let items, kind: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    items = inputs.member("items[]")
    kind = inputs.member("items[].kind")
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    (0..<found.rowCount(items)).compactMap { item in
      let kind = found.slice(items, item, kind)
      let isKnown = OlarkItem.Kind.known.contains { Text.isEqual(bytes, kind, to: $0.rawValue) }
      return isKnown || kind.kind != .string
        ? nil : Diagnostic(code: .unknownItemKind, offset: Int(kind.start))
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

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var latest: ExactTime?
    for item in 0..<found.rowCount(items) {
      let slice = found.slice(items, item, timestamp)
      guard let time = Self.moment(bytes, slice) else { continue }
      if let latest, time < latest {
        diagnostics.append(Diagnostic(code: .itemsOutOfOrder, offset: Int(slice.start)))
      }
      latest = max(latest ?? time, time)
      if ExactTime.isInMilliseconds(bytes, slice) {
        diagnostics.append(Diagnostic(code: .timeInMilliseconds, offset: Int(slice.start)))
      }
      diagnostics += Diagnostic.implausible(time, at: Int(slice.start), settings)
    }
    return diagnostics
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
