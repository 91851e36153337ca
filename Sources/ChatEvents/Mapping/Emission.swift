internal import JSONText

/// One kind of event that a route writes.
public struct Emission: Sendable {
  /// The name of the kind, as summaries and documents give it.
  public let name: String

  /// The table: what each member of the event comes from, in the order of the vendor's page.
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

  /// The event's short name, as `--events` knows it; nil where that does not choose.
  public let event: String?

  /// Whether it is written only where `--calls` asks for it, or `--events` where its event has a name there.
  public let isOptIn: Bool

  /// The flag without which it is not written.
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
