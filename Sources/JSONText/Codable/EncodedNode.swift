/// A value that is being encoded: `Codable` hands out containers and may go on with an earlier one at any time.
final class EncodedNode {
  private var content = Content.nothing

  /// Members that a model kept, written behind those that it names.
  private var kept = JSONObject()

  /// Where each member stands, in an object of many.
  private var places: [ExactName: Int] = [:]

  private enum Content {
    case nothing
    case single(EncodedPart)
    case array([EncodedPart])
    case object(JSONMap<EncodedPart>)
  }

  /// Up to how many members are looked at one by one.
  private static let fewMembers = 24

  /// The value as far as it is known; an empty object where nothing was encoded.
  var part: EncodedPart { if case .single(let part) = content { part } else { .node(self) } }

  /// Makes the node a single value.
  func set(_ part: EncodedPart) { content = .single(part) }

  /// Makes the node an array, unless it is one.
  func becomeArray() {
    if case .array = content { return }
    content = .array([])
  }

  /// Makes the node an object, unless it is one.
  func becomeObject() {
    if case .object = content { return }
    content = .object([:])
  }

  /// The number of elements.
  var count: Int { if case .array(let parts) = content { parts.count } else { 0 } }

  func append(_ part: EncodedPart) {
    guard case .array(var parts) = content else { return }
    content = .nothing  // so that the elements are not copied
    parts.append(part)
    content = .array(parts)
  }

  /// Adds a member, or replaces the one of that name.
  func set(_ name: String, _ part: EncodedPart) {
    guard case .object(var members) = content else { return }
    content = .nothing
    defer { content = .object(members) }
    if let place = place(of: name, in: members) {
      members.members[place].value = part
    } else {
      add(name, part, to: &members)
    }
  }

  /// Adds a member, also where there is one of that name.
  func append(_ name: String, _ part: EncodedPart) {
    guard case .object(var members) = content else { return }
    content = .nothing
    add(name, part, to: &members)
    content = .object(members)
  }

  func keep(_ unknown: JSONObject) { kept = unknown }

  private func add(_ name: String, _ part: EncodedPart, to members: inout JSONMap<EncodedPart>) {
    members.append(name, part)
    guard members.count > Self.fewMembers else { return }
    if places.isEmpty {
      for (index, member) in members.enumerated() { places[ExactName(member.key)] = index }
    } else {
      places[ExactName(name)] = members.count - 1
    }
  }

  private func place(of name: String, in members: JSONMap<EncodedPart>) -> Int? {
    if members.count > Self.fewMembers { return places[ExactName(name)] }
    return members.firstIndex { isSame($0.key, name) }
  }

  fileprivate func write(to output: inout Output, limit: Int) throws(TooDeep) {
    guard limit > 0 else { throw TooDeep() }
    switch content {
    case .single(let part): try part.write(to: &output, limit: limit)
    case .array(let parts):
      try output.append(array: parts) { (output, part) throws(TooDeep) in
        try part.write(to: &output, limit: limit - 1)
      }
    case .nothing: try writeMembers([:], to: &output, limit: limit)
    case .object(let members): try writeMembers(members, to: &output, limit: limit)
    }
  }

  private func writeMembers(
    _ members: JSONMap<EncodedPart>, to output: inout Output, limit: Int
  ) throws(TooDeep) {
    let kept = kept.filter { place(of: $0.key, in: members) == nil }
      .map { (key: $0.key, value: EncodedPart.value($0.value)) }
    try output.append(object: members.members + kept) { (output, part) throws(TooDeep) in
      try part.write(to: &output, limit: limit - 1)
    }
  }

  /// Returns the error of a value that nests too deep.
  static func tooDeep(_ value: Any, _ path: [any CodingKey]) -> EncodingError {
    .invalidValue(value, .init(codingPath: path, debugDescription: JSONFault.Reason.tooDeep.message))
  }
}

/// A value that is finished, or a node that may not be.
enum EncodedPart {
  case value(JSONValue)
  case node(EncodedNode)

  /// Writes the value, unless it nests deeper than that many levels.
  func write(to output: inout Output, limit: Int) throws(TooDeep) {
    switch self {
    case .node(let node): try node.write(to: &output, limit: limit)
    case .value(let value):
      if value.isDeeper(than: limit) { throw TooDeep() }
      value.write(to: &output)
    }
  }
}

/// Thrown where a value nests too deep.
struct TooDeep: Error {}
