internal import JSONText

/// An emission compiled for writing: a list of steps, each a few bytes or one value.
///
/// Every member is written with a comma before it. Where an object ends, the comma of its first member becomes its opening
/// brace; where it has no members, the object is left out, unless it is always there.
struct WritePlan: Sendable {
  private var steps: [Step] = []
  /// The text of all steps, one after the other, with the room behind it that short copies need.
  private var pool: [UInt8] = []

  /// Where the member is written without which there is no event.
  private var required: Int?

  private enum Step: Sendable {
    /// A stretch that other events of the record may have written already: it is copied from there, up to that step.
    case shared(Int, end: Int)
    /// The end of such a stretch.
    case endShared
    /// Bytes that are always written.
    case text(Range<Int>)
    /// A key and the value of a slot.
    case copy(key: Range<Int>, ReadPlan.Slot, Form)
    /// A key and what the function of that index writes.
    case compute(key: Range<Int>, Int)
    /// The members of the object in a slot.
    case spread(ReadPlan.Slot)
    /// A key, behind which an object begins.
    case open(key: Range<Int>)
    /// The object's end.
    case close(isAlwaysThere: Bool)
  }

  /// The functions that write members, with what they are given.
  private var computations: [(function: Computation, inputs: Range<Int>)] = []
  /// What they are given, one behind the other.
  private var inputs: [ReadPlan.Slot] = []

  private enum Form: Sendable { case plain, plainOrNull, filled, id }

  /// Compiles an emission.
  ///
  /// - Precondition: each row's target stands in the emission's order, and the plan knows each input.
  init(
    _ emission: Emission, _ settings: RouteSettings, reading plan: ReadPlan,
    _ stretches: inout SharedStretches
  ) {
    var members = Members()
    for path in emission.order {
      let rows = emission.rows.filter { $0.target == path && settings.includes($0) }
      // Where several rows write a member, the last that counts does.
      if let row = rows.last { members.add(row, at: ArraySlice(path.steps)) }
    }
    precondition(
      emission.rows.allSatisfy { emission.order.contains($0.target) }, "\(emission.name): a row has no place")
    let compiler = Compiler(
      emission: emission, plan: plan, rows: emission.list.map(plan.slot)?.index, settings: settings)
    compile(members, at: [], compiler, &stretches)
    pool.append(contentsOf: repeatElement(0, count: 64))
  }

  /// Writes one event and a line feed behind it.
  ///
  /// - Returns: whether there is one: not where the member is missing that it needs.
  func write(_ bytes: Span<UInt8>, _ found: inout Found, to output: inout Output) -> Bool {
    var marks = InlineArray<8, Mark>(repeating: Mark(key: 0, content: 0))
    var depth = 0
    marks[0] = Mark(key: output.count, content: output.count)
    let pool = self.pool.span
    let steps = self.steps.span
    let computations = self.computations.span
    let inputs = self.inputs.span
    var stretch = (number: -1, start: 0)
    var index = 0
    while index < steps.count {
      switch steps[index] {
      case .shared(let number, let end):
        if let range = found.copies.range(of: number) {
          output.appendWritten(range)
          index = end
        } else {
          stretch = (number, output.count)
        }
      case .endShared:
        found.copies.remember(stretch.number, at: stretch.start..<output.count)
      case .text(let text):
        output.append(pool, text)
      case .copy(let key, let slot, let form):
        copy(found.slice(slot), form, key, bytes, pool, to: &output)
      case .compute(let key, let number):
        let start = output.count
        output.append(pool, key)
        let content = output.count
        computations[number].function(
          bytes, found, inputs.extracting(computations[number].inputs), &output)
        if output.count == content {
          output.truncate(to: start)
          if index == required {
            output.truncate(to: marks[0].key)
            found.copies.forget()
            return false
          }
        }
      case .spread(let slot):
        output.appendMembers(of: found.slice(slot), in: bytes)
      case .open(let key):
        depth += 1
        let start = output.count
        output.append(pool, key)
        marks[depth] = Mark(key: start, content: output.count)
      case .close(let isAlwaysThere):
        output.close(marks[depth], isAlwaysThere: isAlwaysThere)
        depth -= 1
      }
      index += 1
    }
    output.close(marks[0], isAlwaysThere: true)
    found.largestEvent = max(found.largestEvent, output.count - marks[0].key)
    output.append(UInt8(ascii: "\n"))
    return true
  }

  @inline(__always)
  private func copy(
    _ slice: Slice, _ form: Form, _ key: Range<Int>, _ bytes: Span<UInt8>, _ pool: Span<UInt8>,
    to output: inout Output
  ) {
    switch (form, slice.kind) {
    case (_, .absent), (.plain, .null), (.id, .null), (.filled, .null): break
    case (.filled, .string) where slice.count == 2: break
    case (.id, .integer):
      output.append(pool, key)
      output.append(UInt8(ascii: "\""))
      output.append(bytes, slice.range)
      output.append(UInt8(ascii: "\""))
    default:
      output.append(pool, key)
      output.append(slice, of: bytes)
    }
  }

  /// Where an open object's key and members begin.
  fileprivate struct Mark: Sendable {
    var key: Int
    var content: Int
  }

  // MARK: Compiling

  /// An object's members in their order.
  private struct Members {
    var names: [String] = []
    var rows: [String: Row] = [:]
    var objects: [String: Members] = [:]

    mutating func add(_ row: Row, at path: ArraySlice<String>) {
      guard let name = path.first else { return }
      if !names.contains(name) { names.append(name) }
      if path.count == 1 {
        rows[name] = row
      } else {
        objects[name, default: Members()].add(row, at: path.dropFirst())
      }
    }

    /// What tells a member apart from one that is written otherwise.
    func signature(of name: String, at path: [String]) -> String {
      let path = path + [name]
      if let row = rows[name] { return "\(path) \(row.inputs) \(row.rule.name) \(row.note ?? "")" }
      let inner = objects[name]?.names.map { objects[name]?.signature(of: $0, at: path) ?? "" } ?? []
      return inner.joined(separator: "\n")
    }
  }

  /// What compiling needs to know.
  private struct Compiler {
    let emission: Emission
    let plan: ReadPlan
    /// The list whose elements the event is written for.
    let rows: Int?
    let settings: RouteSettings

    /// Whether a member is the same for all elements of the list.
    func isShared(_ row: Row) -> Bool {
      rows == nil
        || row.inputs.allSatisfy { plan.slots[$0].map { $0.list != rows && $0.index != rows } ?? true }
    }

    func isShared(_ members: Members) -> Bool {
      members.rows.values.allSatisfy(isShared) && members.objects.values.allSatisfy(isShared)
    }

    func isShared(_ name: String, of members: Members) -> Bool {
      members.objects[name].map(isShared) ?? members.rows[name].map(isShared) ?? true
    }
  }

  /// Compiles an object's members; those side by side that are the same in several events become a stretch.
  private mutating func compile(
    _ members: Members, at path: [String], _ compiler: Compiler, _ stretches: inout SharedStretches
  ) {
    var index = 0
    while index < members.names.count {
      let run = members.names[index...].prefix { compiler.isShared($0, of: members) }
      if run.isEmpty {
        compile(members.names[index], of: members, at: path, compiler, &stretches)
        index += 1
        continue
      }
      let signature = run.map { members.signature(of: $0, at: path) }.joined(separator: "\n")
      stretches.note(signature, isRepeated: compiler.rows != nil)
      let number = stretches.number(of: signature)
      let start = steps.count
      if let number { steps.append(.shared(number, end: 0)) }
      for name in run { compile(name, of: members, at: path, compiler, &stretches, isInStretch: true) }
      if let number {
        steps[start] = .shared(number, end: steps.count)
        steps.append(.endShared)
      }
      index = run.endIndex
    }
  }

  private mutating func compile(
    _ name: String, of members: Members, at path: [String], _ compiler: Compiler,
    _ stretches: inout SharedStretches, isInStretch: Bool = false
  ) {
    let key = text(",\"\(name)\":")
    let path = path + [name]
    guard let object = members.objects[name] else {
      if let row = members.rows[name] { compile(row, key, compiler) }
      return
    }
    steps.append(.open(key: key))
    if isInStretch {
      for name in object.names {
        compile(name, of: object, at: path, compiler, &stretches, isInStretch: true)
      }
    } else {
      compile(object, at: path, compiler, &stretches)
    }
    steps.append(.close(isAlwaysThere: compiler.emission.alwaysThere.contains(Path(steps: path))))
  }

  private mutating func compile(_ row: Row, _ key: Range<Int>, _ compiler: Compiler) {
    let slots = row.inputs.compactMap { compiler.plan.slots[$0] }
    if row.target == compiler.emission.required { required = steps.count }
    switch row.rule {
    case .copy(let keepsNull): steps.append(.copy(key: key, slots[0], keepsNull ? .plainOrNull : .plain))
    case .copyFilled: steps.append(.copy(key: key, slots[0], .filled))
    case .spread: steps.append(.spread(slots[0]))
    case .verbatim: steps.append(.copy(key: key, slots[0], .plain))
    case .copyID: steps.append(.copy(key: key, slots[0], .id))
    case .compute(let computation), .computeVerbatim(let computation):
      steps.append(.compute(key: key, computations.count))
      computations.append((computation, inputs.count..<inputs.count + slots.count))
      inputs += slots
    case .always(let json):
      // Texts that stand side by side are written in one step.
      let value = text(compiler.settings.replacement(of: row.target) ?? "\(json)")
      if case .text(let before) = steps.last, before.upperBound == key.lowerBound {
        steps[steps.count - 1] = .text(before.lowerBound..<value.upperBound)
      } else {
        steps.append(.text(key.lowerBound..<value.upperBound))
      }
    }
  }

  private mutating func text(_ text: String) -> Range<Int> {
    let start = pool.count
    pool.append(contentsOf: text.utf8)
    return start..<pool.count
  }
}

extension Output {
  /// Writes the members of an object with a comma before the first.
  fileprivate mutating func appendMembers(of object: Slice, in bytes: Span<UInt8>) {
    guard object.kind == .object else { return }
    let start = count
    append(object, of: bytes)
    if count == start + 2 {
      truncate(to: start)
    } else {
      self[start] = UInt8(ascii: ",")
      truncate(to: count - 1)
    }
  }

  /// Ends an object: its first member's comma becomes its opening brace.
  fileprivate mutating func close(_ mark: WritePlan.Mark, isAlwaysThere: Bool) {
    if count > mark.content {
      self[mark.content] = UInt8(ascii: "{")
      append(UInt8(ascii: "}"))
    } else if isAlwaysThere {
      append("{}")
    } else {
      truncate(to: mark.key)
    }
  }
}
