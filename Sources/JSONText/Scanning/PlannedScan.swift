// The scan that a plan drives: one walk that checks everything and notes what is wanted.

extension Scanner {
  /// Passes a document, and notes the slices of its wanted members.
  ///
  /// What is well-formed and still not as the plan allows (a type, a repeated key) ends up in ``objection``, and the
  /// walk goes on: the caller learns in any case where the document ends.
  ///
  /// - Parameter position: the offset of the document's opening brace.
  /// - Returns: the offset behind its closing brace.
  /// - Throws: the first place at which it is no JSON.
  package mutating func document(
    _ bytes: Span<UInt8>, _ position: Int, _ plan: borrowing ReadPlan, into slots: inout Slots
  ) throws(JSONFault) -> Int {
    let lines = self.lines
    let lineStart = self.lineStart
    slots.prepare(plan)
    var successors: [UInt16] = []
    swap(&successors, &slots.successors)
    defer { swap(&successors, &slots.successors) }
    depthAllowed = plan.depthAllowed
    while true {
      objection = nil
      usedSlots = plan.slotCount
      do throws(JSONFault) {
        var values = slots.values.mutableSpan
        for slot in 0..<plan.slotCount { values[slot] = .absent }
        return try object(bytes, position, plan, 0, row: 0, depth: 0, &successors, &values)
      } catch {
        // A document of more rows than any before it is read again, with room for twice as many.
        guard needsSlots else { throw error }
        needsSlots = false
        (self.lines, self.lineStart) = (lines, lineStart)
        slots.grow()
      }
    }
  }

  /// Passes an object of which some members are wanted.
  private mutating func object(
    _ bytes: Span<UInt8>, _ start: Int, _ plan: borrowing ReadPlan, _ node: Int, row: Int, depth: Int,
    _ successors: inout [UInt16], _ values: inout MutableSpan<Slice>
  ) throws(JSONFault) -> Int {
    try enter(depth, at: start)
    var position = space(bytes, start + 1)
    if bytes[position] == UInt8(ascii: "}") { return position + 1 }
    let members = plan.members.span
    var previous = members.count + node
    while true {
      // 1. The key: first what came next last time, then what came after that, else by look-up.
      let key = position
      var member = Int(successors[previous])
      var isPredicted = members[member].isLiteral(bytes, position)
      var isString = false
      if !isPredicted {
        member = Int(successors[member])
        isPredicted = members[member].isLiteral(bytes, position)
      }
      if isPredicted {
        position &+= members[member].literalCount
        previous = member
        isString = members[member].takesStrings && bytes[position] == UInt8(ascii: "\"")
        if !isString { position = space(bytes, position) }
      } else {
        guard bytes[position] == UInt8(ascii: "\"") else { throw fault(.expectedKey, at: position) }
        let found = try string(bytes, position)
        member = plan.member(of: node, named: bytes, position + 1..<found.end - 1, found.escaped)
        position = try colon(bytes, found.end)
        if member >= 0 {
          successors[previous] = UInt16(truncatingIfNeeded: member)
          previous = member
        }
      }
      // 2. The value: what most members are, a string, without a look at anything else.
      if isString {
        let found = try string(bytes, position)
        let slot = row &+ members[member].slot
        if values[slot].kind != .absent, !members[member].mayRepeat { object(.repeatedKey, at: key) }
        values[slot] = Slice(
          start: position, count: found.end &- position, kind: .string, flags: found.escaped ? .escaped : [])
        position = found.end
      } else if member < 0 || members[member].slot < 0 {
        position =
          bytes[position] == UInt8(ascii: "\"")
          ? try string(bytes, position).end : try value(bytes, position, depth: depth + 1)
      } else {
        position = try wanted(
          bytes, position, plan, member, key, row: row, depth: depth + 1, &successors, &values)
      }
      // 3. What follows it.
      var byte = bytes[position]
      if byte == UInt8(ascii: ","), bytes[position &+ 1] == UInt8(ascii: "\"") {
        position &+= 1
        continue
      }
      if byte <= 0x20 {
        position = space(bytes, position)
        byte = bytes[position]
      }
      if byte == UInt8(ascii: ",") {
        position = space(bytes, position + 1)
      } else if byte == UInt8(ascii: "}") {
        return position + 1
      } else {
        throw fault(.expectedCommaOrBrace, at: position)
      }
    }
  }

  /// Passes the value of a wanted member, and notes it.
  @inline(__always)
  private mutating func wanted(
    _ bytes: Span<UInt8>, _ position: Int, _ plan: borrowing ReadPlan, _ member: Int, _ key: Int,
    row: Int, depth: Int, _ successors: inout [UInt16], _ values: inout MutableSpan<Slice>
  ) throws(JSONFault) -> Int {
    let slot = row + plan.members[member].slot
    if values[slot].kind != .absent, !plan.members[member].mayRepeat { object(.repeatedKey, at: key) }
    if plan.members[member].walk == .pass {
      var found = try slice(bytes, position, depth: depth)
      if !plan.members[member].kinds.allows(found.kind), found.kind != .null {
        if plan.members[member].kinds.allows(.object), found.isEmptyArray(bytes) {
          found.kind = .object
        } else {
          object(.typeMismatch, at: position)
        }
      }
      values[slot] = found
      return position + Int(found.count)
    }
    return try walked(bytes, position, plan, member, slot, row: row, depth: depth, &successors, &values)
  }

  /// Passes a value that has wanted members inside, and notes it.
  @inline(never)
  private mutating func walked(
    _ bytes: Span<UInt8>, _ position: Int, _ plan: borrowing ReadPlan, _ member: Int, _ slot: Int,
    row: Int, depth: Int, _ successors: inout [UInt16], _ values: inout MutableSpan<Slice>
  ) throws(JSONFault) -> Int {
    let before = gaps
    let node = plan.members[member].node
    let end: Int
    let kind: Slice.Kind
    switch (plan.members[member].walk, bytes[position]) {
    case (.object, UInt8(ascii: "{")):
      kind = .object
      end = try object(bytes, position, plan, node, row: row, depth: depth, &successors, &values)
    case (.list, UInt8(ascii: "[")):
      kind = .array
      end = try list(
        bytes, position, plan, node, isMap: false, rows: slot + 1, depth: depth, &successors, &values)
    case (.map, UInt8(ascii: "{")):
      kind = .object
      end = try list(
        bytes, position, plan, node, isMap: true, rows: slot + 1, depth: depth, &successors, &values)
    default:
      var found = try slice(bytes, position, depth: depth)
      if plan.members[member].walk != .list, found.isEmptyArray(bytes) {
        found.kind = .object
      } else if found.kind != .null {
        object(.typeMismatch, at: position)
      }
      values[slot] = found
      return position + Int(found.count)
    }
    values[slot] = Slice(
      start: position, count: end - position, kind: kind, flags: gaps == before ? [] : .spaced)
    return end
  }

  /// Passes an array of objects, or an object of objects whose keys are data, and notes a row for each of them.
  ///
  /// - Parameter isMap: whether it is an object; a row's first slot is the key then.
  @inline(__always)
  private mutating func list(
    _ bytes: Span<UInt8>, _ start: Int, _ plan: borrowing ReadPlan, _ node: Int, isMap: Bool, rows: Int,
    depth: Int,
    _ successors: inout [UInt16], _ values: inout MutableSpan<Slice>
  ) throws(JSONFault) -> Int {
    try enter(depth, at: start)
    let close = isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let width = plan.nodes[node].rowWidth
    let first = usedSlots
    var count = 0
    var position = space(bytes, start + 1)
    if bytes[position] == close {
      position += 1
    } else {
      repeat {
        if isMap, bytes[position] != UInt8(ascii: "\"") { throw fault(.expectedKey, at: position) }
        let row = try addRow(width, &values)
        count += 1
        if isMap {
          let key = try slice(bytes, position, depth: depth)
          values[row] = key
          position = try colon(bytes, position + Int(key.count))
        }
        if bytes[position] == UInt8(ascii: "{") {
          position = try object(
            bytes, position, plan, node, row: row, depth: depth + 1, &successors, &values)
        } else {
          let element = try slice(bytes, position, depth: depth + 1)
          position = element.range.upperBound
          // A member that is `null` is as good as absent; an element is one in any case.
          if !element.isEmptyArray(bytes), !isMap || element.kind != .null {
            object(.typeMismatch, at: Int(element.start))
          }
        }
      } while try another(
        bytes, &position, before: close, isMap ? .expectedCommaOrBrace : .expectedCommaOrBracket)
    }
    values[rows] = Slice(
      start: first, count: count, kind: .array, flags: Slice.Flags(rawValue: UInt8(width)))
    return position
  }

  /// Adds a row, all absent, and returns the index of its first slot.
  ///
  /// - Throws: any fault, with ``needsSlots`` set, where there is no room.
  @inline(__always)
  private mutating func addRow(_ width: Int, _ values: inout MutableSpan<Slice>) throws(JSONFault) -> Int {
    let row = usedSlots
    guard row &+ width <= values.count else {
      needsSlots = true
      throw JSONFault(.tooDeep, at: 0)
    }
    usedSlots = row &+ width
    for slot in row..<row &+ width { values[slot] = .absent }
    return row
  }

  /// Passes what stands between two elements, or behind the last; says whether there is another.
  @inline(__always)
  private mutating func another(
    _ bytes: Span<UInt8>, _ position: inout Int, before close: UInt8, _ reason: JSONFault.Reason
  ) throws(JSONFault) -> Bool {
    position = space(bytes, position)
    if bytes[position] == UInt8(ascii: ",") {
      position = space(bytes, position + 1)
      return true
    }
    guard bytes[position] == close else { throw fault(reason, at: position) }
    position += 1
    return false
  }
}

extension ReadPlan.Member {
  /// Whether the key stands there as it is usually written: its own characters, no space before the colon.
  @inline(__always)
  func isLiteral(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    guard bytes.word(position) & masks.0 == literal.0, literalCount > 0 else { return false }
    if literalCount <= 8 { return true }
    guard bytes.word(position + 8) & masks.1 == literal.1 else { return false }
    return literalCount <= 16 || bytes.word(position + 16) & masks.2 == literal.2
  }
}

extension ReadPlan {
  /// Returns the index of a node's member, or -1 where it has none of that name.
  @inline(never)
  func member(
    of node: Int, named bytes: Span<UInt8>, _ key: Range<Int>, _ escaped: Bool
  ) -> Int {
    if escaped {
      let name = Text.unescaped(bytes, key)
      return member(of: node, named: name.span, 0..<name.count)
    }
    return member(of: node, named: bytes, key)
  }

  private func member(of node: Int, named bytes: Span<UInt8>, _ key: Range<Int>) -> Int {
    guard let first = key.first, let last = key.last else { return memberNamedEmpty(node) }
    let bucket = Self.bucket(count: key.count, first: bytes[first], last: bytes[last])
    var candidate = Int(buckets[node * Self.bucketCount + bucket])
    while candidate > 0 {
      let index = nodes[node].firstMember + candidate - 1
      if isNamed(members[index], bytes, key) { return index }
      candidate = Int(members[index].nextInBucket)
    }
    return -1
  }

  private func memberNamedEmpty(_ node: Int) -> Int {
    let range = nodes[node].firstMember..<nodes[node].firstMember + nodes[node].memberCount
    return range.first { members[$0].nameCount == 0 } ?? -1
  }

  private func isNamed(_ member: Member, _ bytes: Span<UInt8>, _ key: Range<Int>) -> Bool {
    guard key.count == member.nameCount else { return false }
    for index in 0..<key.count where bytes[key.lowerBound + index] != names[member.nameStart + index] {
      return false
    }
    return true
  }
}
