/// A call of a vendor that has several, which have most members in common.
///
/// The common members are reached as the call's own: `track.userId`.
@dynamicMemberLookup public protocol CallRecord: Record {
  associatedtype Common

  /// The members that all calls of the vendor have.
  var common: Common { get set }
}

extension CallRecord {
  public subscript<Value>(dynamicMember property: WritableKeyPath<Common, Value>) -> Value {
    get { common[keyPath: property] }
    set { common[keyPath: property] = newValue }
  }
}

/// The members that all calls of a vendor have, in the order of the wire: a call's content is between the two parts.
protocol CommonMembers: Sendable {
  static var leading: [Member<Self>] { get }
  static var trailing: [Member<Self>] { get }
}

extension CallRecord where Common: CommonMembers {
  /// Returns the table of a call: its own members and those that all calls have.
  static func call(
    _ name: String, _ summary: String, source: String, needed: [String] = [], own: [Member<Self>],
    common: any WritableKeyPath<Self, Common> & Sendable, content: [Member<Self>] = []
  ) -> RecordTable<Self> {
    let leading = Common.leading.map { Member($0, of: common) }
    let trailing = Common.trailing.map { Member($0, of: common) }
    return RecordTable(
      name, summary, source: source, needed: needed, needsOneOf: [["userId", "anonymousId"]],
      own + leading + content + trailing)
  }
}
