internal import JSONText

/// A route compiled: what is read of a record, what is demanded of it, what is written.
///
/// It never changes once it is made, and is shared instead of copied, since the hot path asks for it at each record.
final class Lane: Sendable {
  let route: Route
  let reader: Reader
  let plan: ReadPlan
  /// The member by which a document is taken for one of this format.
  let mark: ReadPlan.Slot
  /// The members by which formats are known that are looked for earlier.
  private let earlierMarks: [ReadPlan.Slot]
  /// The member that holds a document which a gateway has unpacked from a form.
  let data: ReadPlan.Slot
  /// The members of a line of a rejects file: the code, and the rejected text as it is, in base64, or only its place.
  let rejected: (code: ReadPlan.Slot, text: ReadPlan.Slot, base64: ReadPlan.Slot, bytes: ReadPlan.Slot)
  private let emissions: [Compiled]
  private let checks: [(check: Check, inputs: [ReadPlan.Slot])]
  private let itemKinds: (items: ReadPlan.Slot, kind: ReadPlan.Slot)?

  private struct Compiled: Sendable {
    let name: String
    let plan: WritePlan
    let rows: ReadPlan.Slot?
    let given: Condition?
    let givenBy: ReadPlan.Slot?
  }

  /// Compiles a route.
  ///
  /// - Parameter countsItemKinds: whether items of unknown kinds are counted, which costs a look at each.
  init(_ route: Route, _ reader: Reader, _ settings: RouteSettings, countsItemKinds: Bool) {
    self.route = route
    self.reader = reader
    let checks = [reader.check] + route.checks
    let lists = route.emissions.compactMap { emission -> Path? in
      if case .each(let list, _) = emission.times { Path(list + "[]") } else { nil }
    }
    let mark = Path(reader.format.mark)
    let rows = route.emissions.flatMap(\.rows).filter(settings.includes)
    let wanted: [Path] =
      [mark, "data"] + rows.filter { !$0.isVerbatim }.flatMap(\.inputs) + checks.flatMap(\.inputs)
      + lists + route.emissions.compactMap(\.givenBy)
    let earlier = Format.all.prefix { $0 != reader.format }.map { Path($0.mark) }
    let noted: [Path] =
      earlier + Self.rejectMembers.map { Path($0) }
      + (countsItemKinds && reader.format == .olark ? ["items[].kind"] : [])
    let plan = ReadPlan(
      Self.envelope(around: reader.model.shape, marks: earlier), wanting: wanted,
      verbatim: rows.filter(\.isVerbatim).flatMap(\.inputs), noting: noted)
    self.plan = plan
    self.mark = plan.slot(mark)
    data = plan.slot("data")
    rejected = (plan.slot("code"), plan.slot("record"), plan.slot("record_base64"), plan.slot("bytes"))
    earlierMarks = earlier.map(plan.slot)
    emissions = route.emissions.map { emission in
      var rows: ReadPlan.Slot?
      if case .each(let list, _) = emission.times { rows = plan.slot(Path(list + "[]")) }
      return Compiled(
        name: emission.name, plan: WritePlan(emission, settings, reading: plan), rows: rows,
        given: emission.given, givenBy: emission.givenBy.map(plan.slot))
    }
    self.checks = checks.map { ($0, $0.inputs.map(plan.slot)) }
    itemKinds =
      countsItemKinds && reader.format == .olark ? (plan.slot("items[]"), plan.slot("items[].kind")) : nil
  }

  private static let rejectMembers = ["code", "record", "record_base64", "bytes"]

  /// A document's members, those that hold a document within, and those by which other formats are known.
  private static func envelope(around shape: Shape, marks: [Path]) -> Shape {
    let known = Set(shape.members.map(\.name))
    let others = (marks.map(\.description) + rejectMembers).filter { !known.contains($0) }
    return Shape(
      shape.members + [Shape.Member("data", [.string, .array])] + others.map { Shape.Member($0, .any) })
  }

  /// Whether a document is of this lane's format: it has the mark, and none of a format that is looked for earlier.
  func fits(_ found: borrowing Found) -> Bool {
    found.slice(mark).isPresent && earlierMarks.allSatisfy { !found.slots[$0.index].isPresent }
  }

  /// Returns what is wrong with a record whose members have been found, or nil.
  func complaint(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Complaint? {
    for index in checks.indices {
      if let complaint = checks[index].check.run(bytes, found, checks[index].inputs) { return complaint }
    }
    return nil
  }

  /// Writes a record's events, and counts them by emission.
  func write(_ bytes: Span<UInt8>, _ found: inout Found, to output: inout Output, counts: inout [Int]) {
    for index in emissions.indices {
      guard let list = emissions[index].rows else {
        found.row = 0
        if let given = emissions[index].given, let slot = emissions[index].givenBy, !given(bytes, found, slot)
        {
          continue
        }
        emissions[index].plan.write(bytes, found, to: &output)
        counts[index] += 1
        continue
      }
      for row in 0..<Int(found.slots[list.index].count) {
        found.row = row
        if let given = emissions[index].given, let slot = emissions[index].givenBy,
          !given(bytes, found, slot)
        {
          continue
        }
        emissions[index].plan.write(bytes, found, to: &output)
        counts[index] += 1
      }
    }
  }

  /// The names of the emissions, in the order in which they are counted.
  var emissionNames: [String] { emissions.map(\.name) }

  /// Counts what a summary tells of a converted record: items of unknown kinds, and that its events carry no time.
  func survey(_ bytes: Span<UInt8>, _ found: borrowing Found, now: Int?, into balance: inout Balance) {
    guard let itemKinds else { return }
    let items = found.slots[itemKinds.items.index]
    for row in 0..<Int(items.count) {
      let kind = found.slots[items, row, itemKinds.kind.index]
      guard kind.kind == .string else { continue }
      if OlarkItem.Kind.known.contains(where: { Text.isEqual(bytes, kind, to: $0.rawValue) }) { continue }
      let name = String(decoding: Text.unescaped(bytes, kind.content), as: UTF8.self)
      balance.unknownItemKinds[name, default: 0] += 1
    }
    guard let now, !found.settings.options.contains(.timestamps) else { return }
    let inputs = [itemKinds.items, plan.slot("items[].timestamp")]
    if let time = Compute.firstTime(bytes, found, inputs), time.seconds < now - 86_400 {
      balance.undated += 1
    }
  }
}
