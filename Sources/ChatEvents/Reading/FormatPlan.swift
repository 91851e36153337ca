internal import JSONText

/// What is read of records of one format, compiled: their members, and the marks by which documents are told apart.
///
/// It never changes once it is made, and is shared instead of copied, since the hot path asks for it at each record.
final class FormatPlan: Sendable {
  let format: Format
  let model: Model
  /// What a scan looks for.
  let members: ReadPlan
  /// The members by which a document is taken for one of this format, and the values that are enough.
  private let marks: [(slot: ReadPlan.Slot, value: MarkValue)]
  /// The members by which formats may be known that are looked for earlier.
  private let earlierMarks: [ReadPlan.Slot]
  /// The member that holds a document which a gateway has unpacked from a form.
  private let data: ReadPlan.Slot
  /// The members of a line of a rejects file.
  let rejectsLine: RejectsLine.Slots

  /// What something that is done with records reads of them.
  struct Wanted {
    /// The members that are relied on: their types are checked, and none may be there twice.
    var typed: [Path] = []
    /// The members that may be of any type; none may be there twice.
    var ofAnyType: [Path] = []
    /// The members that are noted as they come.
    var noted: [Path] = []
  }

  /// Compiles what is read.
  ///
  /// - Parameters:
  ///   - knowsWritten: whether documents of the format's other side are taken as well.
  ///   - depth: how deep objects and arrays may be nested.
  init(
    _ format: Format, _ model: Model, _ wanted: Wanted, knowsWritten: Bool, depth: Int = Scanner.depthLimit
  ) {
    self.format = format
    self.model = model
    func marks(_ format: Format) -> [Mark] { knowsWritten ? format.allMarks : format.marks }
    let own = marks(format)
    let earlier = Format.all.prefix { $0 != format }.flatMap(marks).map(\.member)
      .filter { name in !own.contains { $0.member == name } }.map { Path($0) }
    let marks = own.map { Path($0.member) }
    var shape = Self.envelope(around: model.shape, marks: marks + earlier)
    let typed = ["data"] + wanted.typed
    for path in typed + wanted.ofAnyType + wanted.noted { shape.open(path.steps[...]) }
    var members = ReadPlan(
      shape, wanting: typed, verbatim: wanted.ofAnyType,
      noting: marks + earlier + RejectsLine.members.map { Path($0) } + wanted.noted)
    members.depthAllowed = depth
    self.members = members
    self.marks = own.map { (members.slot(Path($0.member)), MarkValue($0.value)) }
    earlierMarks = earlier.map(members.slot)
    data = members.slot("data")
    rejectsLine = RejectsLine.Slots(members)
  }

  /// A document's members, those that hold a document within, and those by which formats are known.
  private static func envelope(around shape: Shape, marks: [Path]) -> Shape {
    let known = Set(shape.members.map(\.name))
    var others: [String] = []
    for name in marks.map(\.description) + RejectsLine.members + ["data"]
    where !known.contains(name) && !others.contains(name) { others.append(name) }
    return Shape(
      shape.members + others.map { Shape.Member($0, $0 == "data" ? [.string, .array] : .any) })
  }

  /// Whether a document has a member by which this format is known, whatever its value is.
  func isMarked(_ found: borrowing Found) -> Bool {
    for mark in marks where found.slots[mark.slot.index].isPresent { return true }
    return false
  }

  /// Whether a document is plainly of this format: by the value of a mark, and without any member by which a format may be known
  /// that is looked for earlier. Of any other document ``FormatMarks`` tells.
  func fits(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Bool {
    var isOwn = false
    for mark in marks where mark.value.holds(found.slots[mark.slot.index], bytes) {
      isOwn = true
      break
    }
    guard isOwn else { return false }
    for mark in earlierMarks where found.slots[mark.index].isPresent { return false }
    return true
  }

  /// Returns what may be a form that a server has unpacked; nil if nothing may.
  func unpackedForm(_ found: borrowing Found) -> Slice? {
    let data = found.slice(data)
    return data.kind == .string || data.kind == .array ? data : nil
  }
}

extension Shape {
  /// Makes a path lead somewhere where the model does not know what lies inside a member.
  mutating func open(_ steps: ArraySlice<String>) {
    guard let name = steps.first, !name.hasSuffix("[]"), !name.hasSuffix("{}") else { return }
    guard let index = members.firstIndex(where: { $0.name == name }) else {
      members.append(
        steps.count > 1
          ? Member(name, .object, .object(Shape(inside: steps.dropFirst()))) : Member(name, .any))
      return
    }
    guard steps.count > 1 else { return }
    switch members[index].content {
    case .opaque: members[index].content = .object(Shape(inside: steps.dropFirst()))
    case .object(var inner):
      inner.open(steps.dropFirst())
      members[index].content = .object(inner)
    case .list, .map: break
    }
  }

  /// Makes a shape in which a path leads somewhere.
  private init(inside steps: ArraySlice<String>) {
    self.init([])
    open(steps)
  }
}
