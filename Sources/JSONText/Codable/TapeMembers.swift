/// The members of an object of a tape.
struct TapeMembers: Sequence {
  let tape: JSONTape

  /// The object's index among the tape's nodes.
  let object: Int

  /// Where the members are found, in an object with many of them.
  private var places: [ExactName: Place] = [:]

  private struct Place {
    var value: Int
    var repeatedKey: Int?
  }

  /// Up to how many members are looked at one by one.
  private static let fewMembers = 24

  /// Takes the members of an object.
  ///
  /// - Throws: that a key holds half of a surrogate pair.
  init(tape: JSONTape, object: Int) throws(JSONFault) {
    self.tape = tape
    self.object = object
    for key in tape.keys(of: object) {
      if count > Self.fewMembers {
        let name = ExactName(try tape.string(key))
        if let first = places[name] {
          places[name]?.repeatedKey = first.repeatedKey ?? key
        } else {
          places[name] = Place(value: key + 1)
        }
      } else if tape.nodes[key].isEscaped {
        _ = try tape.string(key)
      }
    }
  }

  /// The number of members, repeated ones included.
  var count: Int { tape.nodes[object].count }

  /// Returns the node of a member's value; nil where there is no such member.
  ///
  /// - Throws: that the key is repeated, at its second place.
  func value(of name: String) throws(JSONFault) -> Int? {
    guard let place = place(of: name) else { return nil }
    if let key = place.repeatedKey { throw JSONFault(.repeatedKey, at: tape.nodes[key].range.lowerBound) }
    return place.value
  }

  /// Whether there is a member of that name.
  func contains(_ name: String) -> Bool { place(of: name) != nil }

  private func place(of name: String) -> Place? {
    if count > Self.fewMembers { return places[ExactName(name)] }
    var place: Place?
    for key in tape.keys(of: object) where tape.hasName(key, name) {
      if let first = place { return Place(value: first.value, repeatedKey: key) }
      place = Place(value: key + 1)
    }
    return place
  }

  /// The names and the nodes of the values, in the order of the text.
  func makeIterator() -> AnyIterator<(name: String, value: Int)> {
    // The keys were checked when the members were taken.
    AnyIterator(tape.keys(of: object).lazy.map { ((try? tape.string($0)) ?? "", $0 + 1) }.makeIterator())
  }
}
