internal import JSONText

/// One kind of event that a route writes.
public struct Emission: Sendable {
  /// The name of the kind, in summaries and documents.
  public let name: String

  /// The table: the source of each member of the event, in the order of the vendor's page.
  public let rows: [Row]

  /// The event's members in the order in which they are written; objects stand where their first member does.
  let order: [Path]

  /// The objects that are written even where they are empty.
  let alwaysThere: [Path]

  /// The list whose elements each give an event; nil where the record gives one.
  let list: String?

  /// Which records or elements give one; nil for all of them.
  let given: Condition?

  /// The member without which there is no event.
  let required: Path?

  /// The kind of call, as `--calls` names it.
  public let call: String

  /// The event's short name for `--events`; nil if `--events` does not apply.
  public let event: String?

  /// Whether it is written only if `--calls` selects it, or `--events` if its event has a short name.
  public let isOptIn: Bool

  /// The option that enables it; nil if it is always written.
  public let option: RouteOption?

  init(
    _ name: String, each list: String? = nil, if given: Condition? = nil, _ rows: [Row], order: [Path],
    alwaysThere: [Path] = [], call: String? = nil, event: String? = nil, requiring required: Path? = nil,
    onRequest isOptIn: Bool = false, with option: RouteOption? = nil
  ) {
    self.name = name
    self.list = list
    self.given = given
    self.rows = rows
    // Emissions of one route share an order, of which each has a part.
    let targets = Set(rows.map(\.target))
    self.order = order.filter(targets.contains)
    self.alwaysThere = alwaysThere
    (self.call, self.event) = (call ?? name, event)
    (self.required, self.isOptIn, self.option) = (required, isOptIn, option)
  }

  /// The way to the elements that it is written for; nil where it is written for the record.
  var listPath: Path? { list.map { Path($0 + "[]") } }

  /// Names what is read to tell whether there is an event, and to write it.
  func declare(_ inputs: inout Inputs, _ settings: RouteSettings) {
    if let listPath { _ = inputs.member(listPath) }
    _ = given?.test(&inputs)
    for row in rows where settings.includes(row) { _ = row.part(&inputs) }
  }
}
