internal import JSONText

/// An emission compiled for writing: a list of steps, each a few bytes or one value.
///
/// Every member is written with a comma before it. Where an object ends, the comma of its first member becomes its opening
/// brace; where it has no members, the object is left out, unless it is always there.
struct WritePlan: Sendable {
  private var steps: [Step] = []
  /// The text of all steps, one after the other, with the room behind it that short copies need.
  private var pool: [UInt8] = []

  private enum Step: Sendable {
    /// Bytes that are always written.
    case text(Range<Int>)
    /// A key and the value of a slot.
    case copy(key: Range<Int>, ReadPlan.Slot, Form)
    /// A key and what a function writes.
    case compute(key: Range<Int>, Computation, [ReadPlan.Slot])
    /// The members of the object in a slot.
    case spread(ReadPlan.Slot)
    /// A key, behind which an object begins.
    case open(key: Range<Int>)
    /// The object's end.
    case close(isAlwaysThere: Bool)
  }

  private enum Form: Sendable { case plain, plainOrNull, id }

  /// Compiles an emission.
  ///
  /// - Precondition: each row's target stands in the emission's order, and the plan knows each input.
  init(_ emission: Emission, _ settings: RouteSettings, reading plan: ReadPlan) {
    var members = Members()
    for path in emission.order {
      let rows = emission.rows.filter { $0.target == path && settings.includes($0) }
      // Where several rows write a member, the last that counts does.
      if let row = rows.last { members.add(row, at: ArraySlice(path.steps)) }
    }
    precondition(
      emission.rows.allSatisfy { emission.order.contains($0.target) }, "\(emission.name): a row has no place")
    compile(members, at: [], emission, plan)
    pool.append(contentsOf: repeatElement(0, count: 64))
  }

  /// Writes one event and a line feed behind it.
  func write(_ bytes: Span<UInt8>, _ found: borrowing Found, to output: inout Output) {
    var marks = InlineArray<8, Mark>(repeating: Mark(key: 0, content: 0))
    var depth = 0
    marks[0] = Mark(key: output.count, content: output.count)
    let pool = self.pool.span
    for index in steps.indices {
      switch steps[index] {
      case .text(let text):
        output.append(pool, text)
      case .copy(let key, let slot, let form):
        let slice = found.slice(slot)
        switch (form, slice.kind) {
        case (_, .absent), (.plain, .null), (.id, .null): break
        case (.id, .integer):
          output.append(pool, key)
          output.append(UInt8(ascii: "\""))
          output.append(bytes, slice.range)
          output.append(UInt8(ascii: "\""))
        default:
          output.append(pool, key)
          output.append(slice, of: bytes)
        }
      case .compute(let key, let computation, let inputs):
        let start = output.count
        output.append(pool, key)
        let content = output.count
        computation(bytes, found, inputs, &output)
        if output.count == content { output.truncate(to: start) }
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
    }
    output.close(marks[0], isAlwaysThere: true)
    output.append(UInt8(ascii: "\n"))
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
  }

  private mutating func compile(_ members: Members, at path: [String], _ emission: Emission, _ plan: ReadPlan)
  {
    for name in members.names {
      let key = text(",\"\(name)\":")
      if let object = members.objects[name] {
        steps.append(.open(key: key))
        compile(object, at: path + [name], emission, plan)
        let isAlwaysThere = emission.alwaysThere.contains(Path(steps: path + [name]))
        steps.append(.close(isAlwaysThere: isAlwaysThere))
      } else if let row = members.rows[name] {
        compile(row, key, plan)
      }
    }
  }

  private mutating func compile(_ row: Row, _ key: Range<Int>, _ plan: ReadPlan) {
    let slots = row.inputs.compactMap { plan.slots[$0] }
    switch row.rule {
    case .copy(let keepsNull): steps.append(.copy(key: key, slots[0], keepsNull ? .plainOrNull : .plain))
    case .spread: steps.append(.spread(slots[0]))
    case .verbatim: steps.append(.copy(key: key, slots[0], .plain))
    case .copyID: steps.append(.copy(key: key, slots[0], .id))
    case .compute(let computation), .computeVerbatim(let computation):
      steps.append(.compute(key: key, computation, slots))
    case .always(let json):
      // Texts that stand side by side are written in one step.
      let value = text("\(json)")
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
