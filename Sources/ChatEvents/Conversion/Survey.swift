internal import JSONText

/// Counts what only a summary tells of converted records.
struct Survey: Sendable {
  private let messages: Messages?
  private let names: (names: EventNames, member: ReadPlan.Slot)?

  /// What it looks at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    Messages.inputs(of: format) + (format.names.map { [$0.member] } ?? [])
  }

  /// Makes a survey; nil if it has nothing to count in the records of that route.
  init?(_ route: Route, _ plan: ReadPlan) {
    messages = Messages(route, plan)
    names = route.from.names.map { ($0, plan.slot($0.member)) }
    if messages == nil, names == nil { return nil }
  }

  /// Counts a converted record: messages of unknown kinds, an unknown name, and whether its events carry no time.
  func count(
    _ bytes: Span<UInt8>, _ record: borrowing RouteRecord, now: Int?, into balance: inout Balance
  ) {
    messages?.count(bytes, record, now: now, into: &balance)
    guard let (names, member) = names else { return }
    let name = record.found.slice(member)
    if name.kind != .string || names.known.contains(where: { Text.isEqual(bytes, name, to: $0) }) { return }
    balance.unknownEvents[name.text(bytes), default: 0] += 1
  }
}

/// The part of it that is about messages.
private struct Messages: Sendable {
  private let items, kind: ReadPlan.Slot
  private let known: [String]
  private let times: ItemTimes
  /// Whether events carry a time only if the caller asks for it.
  private let datesOnRequest: Bool

  /// What it looks at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    guard let rows = format.rows, let kinds = rows.kinds else { return [] }
    return [rows.list, kinds.member, rows.time]
  }

  /// Makes a survey; nil if it has nothing to count in the records of that route.
  init?(_ route: Route, _ plan: ReadPlan) {
    guard let rows = route.from.rows, let kinds = rows.kinds else { return nil }
    items = plan.slot(rows.list)
    kind = plan.slot(kinds.member)
    known = kinds.known
    var inputs = Inputs(plan)
    times = ItemTimes(of: rows, &inputs)
    datesOnRequest = route.options.contains(.timestamps)
  }

  /// Counts a converted record: messages of unknown kinds, and whether its events carry no time.
  func count(
    _ bytes: Span<UInt8>, _ record: borrowing RouteRecord, now: Int?, into balance: inout Balance
  ) {
    let items = record.found.slots[self.items.index]
    for row in 0..<Int(items.count) {
      let kind = record.found.slots[items, row, self.kind.index]
      guard kind.kind == .string else { continue }
      if known.contains(where: { Text.isEqual(bytes, kind, to: $0) }) { continue }
      balance.unknownItemKinds[kind.text(bytes), default: 0] += 1
    }
    guard let now, datesOnRequest, !record.settings.options.contains(.timestamps) else { return }
    if let time = times.first(bytes, record.found), time.seconds < now - 86_400 {
      balance.undated += 1
    }
  }
}

extension Slice {
  /// The text that a string is.
  fileprivate func text(_ bytes: Span<UInt8>) -> String {
    String(decoding: Text.unescaped(bytes, content), as: UTF8.self)
  }
}
