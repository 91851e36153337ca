/// The result of a planned scan of one document: the slices of its wanted members, and the rows of its lists.
public struct Slots: Sendable {
  /// The document's own slots, then the rows of its lists, one list after the other; what lies behind means nothing.
  @usableFromInline var values: [Slice] = []

  /// For each member of the plan, the member that followed it last time: what will probably come next.
  ///
  /// This makes a scan faster and changes no result.
  var successors: [UInt16] = []

  public init() {}

  /// The slice in one of the document's own slots.
  @inlinable @inline(__always) public subscript(slot: Int) -> Slice { values[slot] }

  /// The slice in a slot of a row.
  @inlinable @inline(__always) public subscript(rows: Slice, row: Int, slot: Int) -> Slice {
    values[Int(rows.start) + row * width(rows) + slot]
  }

  /// The number of slots of each row of a list; it stands in the flags' place of the list's slot.
  @inlinable @inline(__always) public func width(_ rows: Slice) -> Int { Int(rows.flags.rawValue) }

  /// Makes room for a document's own slots.
  mutating func prepare(_ plan: ReadPlan) {
    if values.count < plan.slotCount {
      values = [Slice](repeating: .absent, count: max(plan.slotCount, 256))
    }
    if successors.count != plan.members.count + plan.nodes.count {
      successors = plan.initialSuccessors
    }
  }

  /// Doubles the room for rows.
  mutating func grow() {
    values.append(contentsOf: repeatElement(.absent, count: values.count))
  }
}

extension ReadPlan {
  /// The order in which the shape names its members, as long as nothing has been read.
  ///
  /// The entry of a member is the member behind it; the entries behind the members are each node's first.
  var initialSuccessors: [UInt16] {
    let following = members.indices.map { index -> UInt16 in
      let node = nodes.last { $0.firstMember <= index }
      let end = (node?.firstMember ?? 0) + (node?.memberCount ?? 0)
      return UInt16(index + 1 < end ? index + 1 : index)
    }
    return following + nodes.map { UInt16($0.firstMember) }
  }
}
