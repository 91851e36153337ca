/// What a planned scan found in one document: the slices of its wanted members, and the rows of its lists.
package struct Slots: Sendable {
  /// The document's own slots, then the rows of its lists, one list after the other.
  @usableFromInline var values: [Slice] = []

  /// For each member of the plan, the member that followed it last time: what will probably come next.
  ///
  /// This makes a scan faster and changes no result.
  var successors: [UInt16] = []

  package init() {}

  /// The slice in one of the document's own slots.
  @inlinable package subscript(slot: Int) -> Slice { values[slot] }

  /// The slice in a slot of a row.
  @inlinable package subscript(rows: Slice, row: Int, slot: Int) -> Slice {
    values[Int(rows.start) + row * width(rows) + slot]
  }

  /// The number of slots of each row of a list; it stands in the flags' place of the list's slot.
  @inlinable package func width(_ rows: Slice) -> Int { Int(rows.flags.rawValue) }

  /// Makes room for a document's own slots, all absent.
  mutating func reset(_ plan: ReadPlan) {
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(.absent, count: plan.slotCount))
    if successors.count != plan.members.count + plan.nodes.count {
      successors = plan.initialSuccessors
    }
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
