/// The members of a JSON object, in the order of the text, including duplicate keys.
///
/// Two maps are equal if they have the same keys with equal values, regardless of the order of different keys; the
/// values of a duplicate key are compared in order. Keys are compared by Unicode code points, so that a
/// composed and a decomposed "é" are different keys, as in JSON.
///
/// Cost: looking up a key is linear in the number of members.
public struct JSONMap<Value> {
  /// One member.
  public typealias Element = (key: String, value: Value)

  /// The members in their order.
  var members: [Element] = []

  public init() {}

  public init(_ members: some Sequence<Element>) { self.members = Array(members) }

  /// The keys in order, including duplicates.
  public var keys: [String] { members.map(\.key) }

  /// The values, in the order of the keys.
  public var values: [Value] { members.map(\.value) }

  /// The last value of a key.
  ///
  /// Setting replaces that value if the key is present, and appends a member if it is not; setting nil
  /// removes every member of that key.
  public subscript(key: String) -> Value? {
    get { lastPlace(of: key).map { members[$0].value } }
    set {
      guard let newValue else {
        removeAll(key)
        return
      }
      if let place = lastPlace(of: key) {
        members[place].value = newValue
      } else {
        append(key, newValue)
      }
    }
  }

  /// Appends a member, even if its key is already present.
  public mutating func append(_ key: String, _ value: Value) { members.append((key, value)) }

  /// Removes every member of a key, and returns the last one's value.
  @discardableResult
  public mutating func removeAll(_ key: String) -> Value? {
    let last = self[key]
    if last != nil { members.removeAll { isSame($0.key, key) } }
    return last
  }

  private func lastPlace(of key: String) -> Int? { members.lastIndex { isSame($0.key, key) } }
}

/// A JSON object with values of any type.
public typealias JSONObject = JSONMap<JSONValue>

extension JSONMap: Sendable where Value: Sendable {}

extension JSONMap: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { members.count }
  public subscript(position: Int) -> Element { members[position] }
}

extension JSONMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral members: (String, Value)...) {
    self.members = members.map { (key: $0.0, value: $0.1) }
  }
}

extension JSONMap: Equatable where Value: Equatable {
  public static func == (left: JSONMap, right: JSONMap) -> Bool {
    guard left.count == right.count else { return false }
    if zip(left, right).allSatisfy({ isSame($0.key, $1.key) && $0.value == $1.value }) { return true }
    return left.valuesByName == right.valuesByName
  }

  private var valuesByName: [ExactName: [Value]] {
    Dictionary(grouping: members) { ExactName($0.key) }.mapValues { $0.map(\.value) }
  }
}

extension JSONMap: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) {
    // The same for every order: a sum of what each member gives alone.
    let sum = members.reduce(0) { sum, member in
      var own = hasher
      own.combine(member.key)
      own.combine(member.value)
      return sum &+ own.finalize()
    }
    hasher.combine(sum)
  }
}

/// A key that equals another only where every code point does.
struct ExactName: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactName, right: ExactName) -> Bool { isSame(left.text, right.text) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }  // equal code points have equal hashes
}

/// Whether two texts have the same code points; `==` takes a composed and a decomposed "é" for the same.
func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
