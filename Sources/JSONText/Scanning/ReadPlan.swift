/// Which members of a document are wanted, compiled for a scanner: each gets a slot.
///
/// A plan is compiled once, from a shape and the paths into it, and used for many documents. It also includes members of the
/// shape that are not wanted, since predicting the next member makes the scan fast.
public struct ReadPlan: Sendable {
  /// The objects that matter, the document first.
  var nodes: [Node] = []
  /// The members of all nodes, those of one node side by side.
  var members: [Member] = []
  /// The members' keys, decoded, one behind the other.
  var names: [UInt8] = []
  /// For each node and each hash of a key, the first member that has it, counted from 1; 0 for none.
  var buckets: [UInt8] = []
  /// Where each path's value is found.
  package private(set) var slots: [Path: Slot] = [:]
  /// The number of slots of the document itself.
  package private(set) var slotCount = 0
  /// How deep objects and arrays of a document may be nested; deeper ones are an objection.
  package var depthAllowed = Scanner.depthLimit
  /// The slots given out so far, by the list they belong to; -1 is the document.
  private var widths: [Int: Int] = [:]

  /// The location of a value: in the document's own slots, or in each row of a list.
  public struct Slot: Sendable, Hashable {
    /// The slot of the list, or -1, and the index: two numbers that fit in a word.
    @usableFromInline let listNumber, indexNumber: Int32

    /// The slot of the list whose rows hold the value; nil for the document's own.
    @inlinable @inline(__always) public var list: Int? { listNumber < 0 ? nil : Int(listNumber) }

    /// The index among the document's slots or the row's.
    @inlinable @inline(__always) public var index: Int { Int(indexNumber) }

    /// Makes a slot; without arguments one that stands for a slot of a plan that does not exist yet.
    package init(list: Int? = nil, index: Int = 0) {
      listNumber = Int32(list ?? -1)
      indexNumber = Int32(index)
    }
  }

  /// Returns the slot of a path that was asked for when the plan was made.
  package func slot(_ path: Path) -> Slot {
    guard let slot = slots[path] else { preconditionFailure("nobody asked for \(path)") }
    return slot
  }

  struct Node: Sendable {
    var firstMember: Int
    var memberCount = 0
    /// The slot of the list whose rows such objects are; nil where it belongs to the document itself.
    var list: Int?
    /// The number of slots of one row, where the node is a row of a list.
    var rowWidth = 0
  }

  struct Member: Sendable {
    /// The key with its quotes and colon, the first 24 bytes of it, zero behind.
    var literal: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
    /// The length of that literal; 0 where it is too long to be predicted.
    var literalCount = 0
    /// Where the key stands in ``ReadPlan/names``.
    var nameStart: Int
    var nameCount: Int
    var kinds: Kinds
    /// Whether it may stand twice; the last one counts.
    var mayRepeat = false
    /// The slot for the value; -1 where it is not wanted.
    var slot = -1
    /// The node that the value is walked with; -1 where it is passed.
    var node = -1
    var walk = Walk.pass
    /// Whether it is noted as it is where it is a string.
    var takesStrings = false
    /// The next member with the same hash, counted from 1; 0 for none.
    var nextInBucket: UInt8 = 0
  }

  enum Walk: UInt8, Sendable {
    /// The value is passed, and noted where it has a slot.
    case pass
    /// An object, whose members go to the slots of the node around it.
    case object
    /// An array of objects, a row each.
    case list
    /// An object of objects, a row each; the row's first slot is the key.
    case map
  }

  /// Compiles a plan.
  ///
  /// - Parameters:
  ///   - shape: what a document may hold.
  ///   - wanted: the members that the reader relies on: their types are checked, and none may stand twice.
  ///   - verbatim: members that may be of any type, since they are only copied; still none may stand twice.
  ///   - noted: members that are noted as they come, whatever they are and however often.
  /// - Precondition: each path leads to a member of the shape, no list lies inside another, and no shape is empty.
  package init(_ shape: Shape, wanting wanted: [Path], verbatim: [Path] = [], noting noted: [Path] = []) {
    let paths = wanted + verbatim + noted
    compile(shape, wanting: paths.map { ($0, ArraySlice($0.steps)) }, list: nil)
    for path in Set(verbatim).subtracting(wanted) { relax(path, mayRepeat: false) }
    for path in Set(noted).subtracting(wanted).subtracting(verbatim) { relax(path, mayRepeat: true) }
    for index in members.indices {
      let member = members[index]
      members[index].takesStrings = member.walk == .pass && member.slot >= 0 && member.kinds.allows(.string)
    }
    slotCount = widths[-1, default: 0]
    assert(Set(paths).isSubset(of: Set(slots.keys)), "a path leads nowhere")
  }

  /// The number of hashes that a key can have.
  static var bucketCount: Int { 64 }

  /// Returns the hash under which a node files a key.
  @inline(__always)
  static func bucket(count: Int, first: UInt8, last: UInt8) -> Int {
    (count &* 7 &+ Int(first) &* 3 &+ Int(last)) & (bucketCount - 1)
  }
}

// How a plan's tables are built, object by object.
extension ReadPlan {
  private mutating func newSlot(_ list: Int?) -> Int {
    defer { widths[list ?? -1, default: 0] += 1 }
    return widths[list ?? -1, default: 0]
  }

  /// Adds a node for an object of that shape, and returns its index.
  @discardableResult
  private mutating func compile(
    _ shape: Shape, wanting paths: [(whole: Path, rest: ArraySlice<String>)], list: Int?
  ) -> Int {
    precondition(!shape.members.isEmpty, "a shape without members")
    let index = nodes.count
    buckets.append(contentsOf: repeatElement(0, count: Self.bucketCount))
    nodes.append(Node(firstMember: members.count, memberCount: shape.members.count, list: list))
    for member in shape.members { append(member, to: index) }
    for (offset, member) in shape.members.enumerated() {
      let position = nodes[index].firstMember + offset
      let inside = paths.filter { name(of: $0.rest.first) == member.name }
      for path in inside where path.rest.count == 1 && path.rest.first == member.name {
        if members[position].slot < 0 { members[position].slot = newSlot(list) }
        slots[path.whole] = Slot(list: list, index: members[position].slot)
      }
      compile(member, at: position, wanting: inside, list: list)
    }
    return index
  }

  /// Compiles what lies inside a member, where some path leads there.
  private mutating func compile(
    _ member: Shape.Member, at position: Int,
    wanting paths: [(whole: Path, rest: ArraySlice<String>)], list: Int?
  ) {
    let deeper = paths.filter { $0.rest.count > 1 || $0.rest.first != member.name }
      .map { (whole: $0.whole, rest: $0.rest.dropFirst()) }
    guard !deeper.isEmpty else { return }
    switch member.content {
    case .opaque:
      preconditionFailure("a path leads into a member that holds nothing: \(deeper[0].whole)")
    case .object(let shape):
      if members[position].slot < 0 { members[position].slot = newSlot(list) }
      members[position].walk = .object
      members[position].node = compile(shape, wanting: deeper, list: list)
    case .list(let shape), .map(let shape):
      precondition(list == nil, "a list lies inside another: \(deeper[0].whole)")
      if members[position].slot < 0 { members[position].slot = newSlot(nil) }
      let rows = newSlot(nil)  // the slot behind the value's own holds its rows
      precondition(rows == members[position].slot + 1)
      var isMap = false
      if case .map = member.content { isMap = true }
      members[position].walk = isMap ? .map : .list
      if isMap { widths[rows] = 1 }
      let node = compile(shape, wanting: deeper.filter { !$0.rest.isEmpty }, list: rows)
      members[position].node = node
      nodes[node].rowWidth = widths[rows, default: 0]
      for path in deeper where path.rest.isEmpty {
        slots[path.whole] = Slot(list: nil, index: rows)
      }
    }
  }

  /// Lifts the demands on a member that is only copied or noted.
  private mutating func relax(_ path: Path, mayRepeat: Bool) {
    guard let slot = slots[path], let key = path.steps.last else { return }
    for node in nodes where node.list == slot.list {
      for index in node.firstMember..<node.firstMember + node.memberCount
      where members[index].slot == slot.index && name(of: members[index]).elementsEqual(key.utf8) {
        members[index].kinds = .any
        members[index].mayRepeat = mayRepeat
      }
    }
  }

  private mutating func append(_ member: Shape.Member, to node: Int) {
    let name = Array(member.name.utf8)
    var entry = Member(nameStart: names.count, nameCount: name.count, kinds: member.kinds)
    names += name
    let literal = [UInt8(ascii: "\"")] + name + [UInt8(ascii: "\""), UInt8(ascii: ":")]
    if literal.count <= 24 {
      entry.literalCount = literal.count
      let words = (0..<3).map { word in
        (0..<8).reduce(UInt64(0)) { sum, byte in
          let index = word * 8 + byte
          return index < literal.count ? sum | UInt64(literal[index]) << UInt64(byte * 8) : sum
        }
      }
      let masks = (0..<3).map { word in
        let count = min(max(literal.count - word * 8, 0), 8)
        return count == 8 ? UInt64.max : (UInt64(1) << UInt64(count * 8)) - 1
      }
      entry.literal = (words[0], words[1], words[2])
      entry.masks = (masks[0], masks[1], masks[2])
    }
    if let first = name.first, let last = name.last {
      let bucket =
        node * Self.bucketCount + Self.bucket(count: name.count, first: first, last: last)
      entry.nextInBucket = buckets[bucket]
      buckets[bucket] = UInt8(members.count - nodes[node].firstMember + 1)
    }
    members.append(entry)
  }

  private func name(of member: Member) -> ArraySlice<UInt8> {
    names[member.nameStart..<member.nameStart + member.nameCount]
  }

  /// The key in a step: `items` in `items[]`, `operators` in `operators{}`.
  private func name(of step: String?) -> String? {
    step.map { String($0.prefix { $0 != "[" && $0 != "{" }) }
  }
}
