internal import JSONText

/// Compiles an emission to the steps of a ``WritePlan``.
struct WriteCompiler {
  private let emission: Emission
  private let settings: RouteSettings
  private let plan: ReadPlan
  /// The slot of the list whose elements the event is written for; nil if it is written for the record.
  private let rows: Int?

  private var program: WriteProgram
  /// Where the emission's part of it begins.
  private let firstStep, firstOwn: Int
  private var required: Int32 = -1

  /// The stretch before the first member that each element's event has of its own; nil where nothing is noted.
  private var firstStretch: UInt8?

  /// Compiles an emission, and adds what it needs to the program of its route.
  ///
  /// - Parameter stretches: what several events of a record share. A first pass over all emissions notes it; the plans of a
  ///   second one use it.
  /// - Precondition: each row's target is in the emission's order, and the plan knows each input.
  static func plan(
    _ emission: Emission, _ settings: RouteSettings, reading plan: ReadPlan,
    _ stretches: inout SharedStretches, into program: inout WriteProgram
  ) -> WritePlan {
    precondition(
      emission.rows.allSatisfy { emission.order.contains($0.target) }, "\(emission.name): a row has no place")
    // The program is moved to the compiler and back, since a copy of it would be copied for each emission.
    var compiler = WriteCompiler(emission, settings, plan, program)
    program = WriteProgram()
    var members = Members()
    for path in emission.order {
      // Where several rows write a member, the last that counts does.
      guard let row = emission.rows.last(where: { $0.target == path && settings.includes($0) }) else {
        continue
      }
      members.add(compiler.bind(row), at: ArraySlice(path.steps))
    }
    compiler.firstStretch = stretches.numbers(members.ownCount)
    compiler.compile(members, at: [], &stretches)
    program = compiler.program
    return WritePlan(
      steps: compiler.firstStep..<program.steps.count, own: compiler.firstOwn..<program.own.count,
      firstStretch: compiler.firstStretch ?? 0, required: compiler.required)
  }

  private init(
    _ emission: Emission, _ settings: RouteSettings, _ plan: ReadPlan, _ program: WriteProgram
  ) {
    self.emission = emission
    self.settings = settings
    self.plan = plan
    self.program = program
    (firstStep, firstOwn) = (program.steps.count, program.own.count)
    rows = emission.listPath.map(plan.slot)?.index
  }

  /// A row whose inputs have their slots.
  private struct BoundRow {
    let part: WritePlan.Part
    /// Whether it writes the same for all elements of the list.
    let isShared: Bool
    /// Whether there is no event without it.
    let isRequired: Bool
  }

  private func bind(_ row: Row) -> BoundRow {
    var inputs = Inputs(plan, settings)
    var part = row.part(&inputs)
    if case .always = part, let text = settings.replacement(of: row.target) { part = .always(text) }
    var isShared = rows == nil
    if !isShared, inputs.slots.allSatisfy({ $0.list != rows }) {
      if case .compute(let operation) = part { isShared = !operation.dependsOnRow } else { isShared = true }
    }
    return BoundRow(part: part, isShared: isShared, isRequired: row.target == emission.required)
  }

  /// An object's members in their order.
  private struct Members {
    private(set) var names: [String] = []
    private(set) var rows: [String: BoundRow] = [:]
    private(set) var objects: [String: Members] = [:]

    mutating func add(_ row: BoundRow, at path: ArraySlice<String>) {
      guard let name = path.first else { return }
      if !names.contains(name) { names.append(name) }
      if path.count == 1 {
        rows[name] = row
      } else {
        objects[name, default: Members()].add(row, at: path.dropFirst())
      }
    }

    /// Whether a member writes the same for all elements of the list.
    func isShared(_ name: String) -> Bool {
      if let object = objects[name] { return object.names.allSatisfy(object.isShared) }
      return rows[name]?.isShared ?? true
    }

    /// How many members each element's event has of its own.
    var ownCount: Int {
      rows.values.count { !$0.isShared } + objects.values.reduce(0) { $0 + $1.ownCount }
    }

    /// What a member writes; an object that is there even where it is empty writes its braces.
    func content(
      of name: String, at path: [String], alwaysThere: [Path]
    ) -> [SharedStretches.Member] {
      let path = path + [name]
      if let object = objects[name] {
        let braces = SharedStretches.Member(path: path, part: .always("{}"))
        return (alwaysThere.contains(Path(steps: path)) ? [braces] : [])
          + object.names.flatMap { object.content(of: $0, at: path, alwaysThere: alwaysThere) }
      }
      return rows[name].map { [SharedStretches.Member(path: path, part: $0.part)] } ?? []
    }
  }

  /// Compiles an object's members; those side by side that are the same in several events become a stretch.
  private mutating func compile(
    _ members: Members, at path: [String], _ stretches: inout SharedStretches
  ) {
    var index = 0
    while index < members.names.count {
      let run = members.names[index...].prefix(while: members.isShared)
      if run.isEmpty {
        compile(members.names[index], of: members, at: path, &stretches)
        index += 1
        continue
      }
      let content = run.flatMap { members.content(of: $0, at: path, alwaysThere: emission.alwaysThere) }
      stretches.note(content)
      let number = stretches.number(of: content)
      let start = program.steps.count
      if let number { program.steps.append(.shared(number, end: 0)) }
      for name in run { compile(name, of: members, at: path, &stretches, isInStretch: true) }
      if let number {
        program.steps[start] = .shared(number, end: Int32(program.steps.count))
        program.steps.append(.endShared)
      }
      index = run.endIndex
    }
  }

  private mutating func compile(
    _ name: String, of members: Members, at path: [String], _ stretches: inout SharedStretches,
    isInStretch: Bool = false
  ) {
    let key = text(",\"\(name)\":")
    let path = path + [name]
    guard let object = members.objects[name] else {
      if let row = members.rows[name] { compile(row, key) }
      return
    }
    program.steps.append(.open(key: key))
    if isInStretch {
      for name in object.names {
        compile(name, of: object, at: path, &stretches, isInStretch: true)
      }
    } else {
      compile(object, at: path, &stretches)
    }
    program.steps.append(.close(isAlwaysThere: emission.alwaysThere.contains(Path(steps: path))))
  }

  private mutating func compile(_ row: BoundRow, _ key: WritePlan.PoolText) {
    switch row.part {
    case .copy(let slot, let form): append(.copy(key: key, slot, form), row)
    case .spread(let slot): append(.spread(slot), row)
    case .compute(let operation):
      if row.isRequired { required = Int32(program.operations.count) }
      append(.compute(key: key, Int32(program.operations.count)), row)
      program.operations.append(operation)
    case .always(let json):
      // Texts that stand side by side are written in one step.
      let value = text(json)
      if program.steps.count > firstStep, case .text(let before) = program.steps.last, before.end == key.start
      {
        program.steps[program.steps.count - 1] = .text(
          WritePlan.PoolText(start: before.start, end: value.end))
      } else {
        program.steps.append(.text(WritePlan.PoolText(start: key.start, end: value.end)))
      }
    }
  }

  private mutating func append(_ member: WritePlan.Member, _ row: BoundRow) {
    guard let firstStretch, !row.isShared else { return program.steps.append(.member(member)) }
    let number = firstStretch + UInt8(program.own.count - firstOwn)
    program.steps.append(.own(member, number))
    program.own.append(member)
  }

  private mutating func text(_ text: String) -> WritePlan.PoolText {
    let start = Int32(program.pool.count)
    program.pool.append(contentsOf: text.utf8)
    return WritePlan.PoolText(start: start, end: Int32(program.pool.count))
  }
}
