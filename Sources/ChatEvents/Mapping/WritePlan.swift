internal import JSONText

/// An emission compiled for writing: a list of steps, each a few bytes or one value.
///
/// Every member is written with a comma before it. Where an object ends, the comma of its first member becomes its opening
/// brace; where it has no members, the object is left out, unless it is always there.
struct WritePlan: Sendable {
  /// What is done, one after the other.
  let steps: [Step]

  /// The text of all steps, one after the other, with the room behind it that short copies need.
  let pool: [UInt8]

  /// The computations that steps name by their index.
  let operations: [Operation]

  /// The step that writes the member without which there is no event.
  let required: Int?

  /// One step: nothing but a few numbers, so that reading it costs no more than the load.
  enum Step: Sendable {
    /// A stretch that other events of the record may have written already: it is copied from there, up to that step.
    case shared(UInt8, end: Int32)
    /// The end of such a stretch.
    case endShared
    /// Bytes that are always written.
    case text(PoolText)
    /// A key and the value of a slot.
    case copy(key: PoolText, ReadPlan.Slot, Form)
    /// A key and what the operation of that index writes.
    case compute(key: PoolText, Int32)
    /// The members of the object in a slot.
    case spread(ReadPlan.Slot)
    /// A key, behind which an object begins.
    case open(key: PoolText)
    /// The object's end.
    case close(isAlwaysThere: Bool)
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
  func write(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output) -> Bool {
    var marks = InlineArray<8, Mark>(repeating: Mark(key: 0, content: 0))
    var depth = 0
    marks[0] = Mark(key: output.count, content: output.count)
    let pool = self.pool.span
    let steps = self.steps.span
    let operations = self.operations.span
    var stretch = (number: UInt8(0), start: 0)
    var index = 0
    while index < steps.count {
      switch steps[index] {
      case .shared(let number, let end):
        if let range = record.written.stretches.range(of: number) {
          output.appendWritten(range)
          index = Int(end)
        } else {
          stretch = (number, output.count)
        }
      case .endShared:
        record.written.stretches.remember(stretch.number, at: stretch.start..<output.count)
      case .text(let text):
        output.append(pool, text.range)
      case .copy(let key, let slot, let form):
        copy(record.slice(slot), form, key, bytes, pool, to: &output)
      case .compute(let key, let number):
        let start = output.count
        output.append(pool, key.range)
        let content = output.count
        operations[Int(number)].write(bytes, &record, to: &output)
        if output.count == content {
          output.truncate(to: start)
          if index == required {
            output.truncate(to: marks[0].key)
            record.written.stretches.forget()
            return false
          }
        }
      case .spread(let slot):
        output.appendMembers(of: record.slice(slot), in: bytes)
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
