internal import JSONText

/// An emission compiled for writing: a list of steps, each a few bytes or one value.
///
/// Every member is written with a comma before it. Where an object ends, the comma of its first member becomes its opening
/// brace; where it has no members, the object is left out, unless it is always there.
struct WritePlan: Sendable {
  /// What is done for an event, one step after the other.
  let steps: Range<Int>

  /// What an event of another row of the same record writes anew; empty where events have nothing of their own.
  let own: Range<Int>

  /// The stretch before the first of these; the next ones are those behind each, in their order.
  let firstStretch: UInt8

  /// The computation without whose value there is no event; -1 for none.
  let required: Int32

  /// One step: nothing but a few numbers, so that reading it costs no more than the load.
  enum Step: Sendable {
    /// A stretch that other events of the record may have written already: it is copied from there, up to that step.
    case shared(UInt8, end: Int32)
    /// The end of such a stretch.
    case endShared
    /// Bytes that are always written.
    case text(PoolText)
    /// A member.
    case member(Member)
    /// A member that each row's event has of its own, and the number of the stretch before it, which they have in common.
    case own(Member, UInt8)
    /// A key, behind which an object begins.
    case open(key: PoolText)
    /// The object's end.
    case close(isAlwaysThere: Bool)
  }

  /// A member that is written if it has a value.
  enum Member: Sendable {
    /// A key and the value of a slot.
    case copy(key: PoolText, ReadPlan.Slot, Form)
    /// A key and what the operation of that index writes.
    case compute(key: PoolText, Int32)
    /// The members of the object in a slot.
    case spread(ReadPlan.Slot)
  }

  /// A text in the pool.
  struct PoolText: Sendable {
    let start, end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// What a row writes, apart from its key: equal parts of a record write the same.
  enum Part: Sendable, Hashable {
    case copy(ReadPlan.Slot, Form)
    case spread(ReadPlan.Slot)
    case compute(Operation)
    case always(String)
  }

  /// How a value is copied.
  enum Form: Sendable, Hashable { case plain, plainOrNull, filled, id }

  /// Writes one event and a line feed behind it.
  ///
  /// - Returns: whether there is one: not where the member is missing that it needs.
  @inline(__always)
  func write(
    _ program: borrowing WriteProgram, _ bytes: Span<UInt8>, _ record: inout RouteRecord,
    to output: inout Output
  ) -> Bool {
    own.isEmpty || !record.written.stretches.has(lastStretch)
      ? writeFirst(program, bytes, &record, to: &output) : writeNext(program, bytes, &record, to: &output)
  }

  /// The stretch behind the last member that a row's events have of their own.
  private var lastStretch: UInt8 { firstStretch &+ UInt8(truncatingIfNeeded: own.count) }

  /// Writes an event from its steps, and notes where it stands what a record's next ones say as well.
  @inline(never)
  private func writeFirst(
    _ program: borrowing WriteProgram, _ bytes: Span<UInt8>, _ record: inout RouteRecord,
    to output: inout Output
  ) -> Bool {
    var marks = InlineArray<8, Mark>(repeating: Mark(key: 0, content: 0))
    var depth = 0
    marks[0] = Mark(key: output.count, content: output.count)
    let (pool, steps, operations) = (program.pool.span, program.steps.span, program.operations.span)
    var stretch = (number: UInt8(0), start: 0)
    var common = output.count
    // In an object whose first member is a row's own, its brace is too.
    var canRepeat = !own.isEmpty
    var index = self.steps.lowerBound
    while index < self.steps.upperBound {
      switch steps[index] {
      case .shared(let number, let end):
        if let range = record.written.stretches.range(of: number) {
          output.append(again: range)
          // Where they were an object's first members, their comma has become its brace; here it is a comma again.
          if !range.isEmpty { output[output.count - range.count] = UInt8(ascii: ",") }
          index = Int(end)
        } else {
          stretch = (number, output.count)
        }
      case .endShared:
        record.written.stretches.remember(stretch.number, at: stretch.start..<output.count)
      case .text(let text):
        output.append(pool, text.range)
      case .member(let member):
        guard write(member, bytes, &record, pool, operations, to: &output) else {
          return Self.takeBack(from: marks[0].key, &record, &output)
        }
      case .own(let member, let number):
        if output.count == marks[depth].content { canRepeat = false }
        if canRepeat { record.written.stretches.remember(number, at: common..<output.count) }
        guard write(member, bytes, &record, pool, operations, to: &output) else {
          return Self.takeBack(from: marks[0].key, &record, &output)
        }
        common = output.count
      case .open(let key):
        depth += 1
        let start = output.count
        output.append(pool, key.range)
        marks[depth] = Mark(key: start, content: output.count)
      case .close(let isAlwaysThere):
        output.close(marks[depth], isAlwaysThere: isAlwaysThere)
        depth -= 1
      }
      index += 1
    }
    output.close(marks[0], isAlwaysThere: true)
    record.written.largest = max(record.written.largest, output.count - marks[0].key)
    output.append(UInt8(ascii: "\n"))
    if canRepeat { record.written.stretches.remember(lastStretch, at: common..<output.count) }
    return true
  }

  /// Takes back an event, and what was noted of its stretches; returns that there is none.
  private static func takeBack(from start: Int, _ record: inout RouteRecord, _ output: inout Output) -> Bool {
    output.truncate(to: start)
    record.written.stretches.forget()
    return false
  }

  /// Writes an event of which the record's last one of this emission said all but what is the row's own.
  @inline(never)
  private func writeNext(
    _ program: borrowing WriteProgram, _ bytes: Span<UInt8>, _ record: inout RouteRecord,
    to output: inout Output
  ) -> Bool {
    let start = output.count
    let (pool, members, operations) = (program.pool.span, program.own.span, program.operations.span)
    var stretch = firstStretch
    for index in own {
      output.append(again: record.written.stretches[stretch])
      stretch &+= 1
      guard write(members[index], bytes, &record, pool, operations, to: &output) else {
        output.truncate(to: start)
        return false
      }
    }
    output.append(again: record.written.stretches[stretch])
    record.written.largest = max(record.written.largest, output.count - start - 1)
    return true
  }

  /// Writes a member, if it has a value.
  ///
  /// - Returns: false where it has none and there is no event without it.
  @inline(__always)
  private func write(
    _ member: Member, _ bytes: Span<UInt8>, _ record: inout RouteRecord, _ pool: Span<UInt8>,
    _ operations: Span<Operation>, to output: inout Output
  ) -> Bool {
    switch member {
    case .copy(let key, let slot, let form):
      copy(record.slice(slot), form, key, bytes, pool, to: &output)
    case .compute(let key, let number):
      let start = output.count
      output.append(pool, key.range)
      let content = output.count
      operations[Int(number)].write(bytes, &record, to: &output)
      if output.count == content {
        output.truncate(to: start)
        return number != required
      }
    case .spread(let slot):
      output.appendMembers(of: record.slice(slot), in: bytes)
    }
    return true
  }

  @inline(__always)
  private func copy(
    _ slice: Slice, _ form: Form, _ key: PoolText, _ bytes: Span<UInt8>, _ pool: Span<UInt8>,
    to output: inout Output
  ) {
    switch (form, slice.kind) {
    case (_, .absent), (.plain, .null), (.id, .null), (.filled, .null): break
    case (.filled, .string) where slice.count == 2: break
    case (.id, .integer):
      output.append(pool, key.range)
      output.append(UInt8(ascii: "\""))
      output.append(bytes, slice.range)
      output.append(UInt8(ascii: "\""))
    default:
      output.append(pool, key.range)
      output.append(slice, of: bytes)
    }
  }

  /// Where an open object's key and members begin.
  fileprivate struct Mark: Sendable {
    var key: Int
    var content: Int
  }
}

/// What the plans of a route's emissions are made of: the steps of all of them, one plan's behind the other's.
struct WriteProgram: Sendable {
  var steps: [WritePlan.Step] = []

  /// The members that the events of a list's elements have of their own.
  var own: [WritePlan.Member] = []

  /// The text of all steps, with the room behind it that short copies need.
  var pool: [UInt8] = []

  /// The computations that steps name by their index.
  var operations: [Operation] = []
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
