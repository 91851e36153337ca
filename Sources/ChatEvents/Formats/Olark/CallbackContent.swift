internal import JSONText

/// What a callback was given has the shape that Olark's page describes: the message with its text, the command with its name.
///
/// A page may leave out what the callback was given, as a whole; then nothing is missing.
///
/// Source: Olark, "Javascript API", the arguments of the callbacks. Read in November 2026.
struct CallbackContent: Advice, Rule {
  private let callback, event: ReadPlan.Slot

  /// The callbacks that are given something, and what that is.
  private static let described: [(callback: String, event: [OlarkAPI.Member])] = OlarkAPI.entries.compactMap {
    entry in
    guard entry.kind == .callback, case .object(let members)? = entry.receives.first?.type else { return nil }
    return (entry.name, members)
  }

  init(_ inputs: inout Inputs) {
    callback = inputs.member("callback")
    event = inputs.member("event")
  }

  func warnings(_ bytes: Span<UInt8>, _ found: borrowing Found) -> [Diagnostic] {
    problems(bytes, found).map(\.withoutPlace)
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    problems(bytes, found)
  }

  private func problems(_ bytes: Span<UInt8>, _ found: borrowing Found) -> [Diagnostic] {
    let event = found.slice(event)
    guard event.kind == .object else { return [] }
    let callback = found.slice(callback)
    guard let members = Self.described.first(where: { Text.isEqual(bytes, callback, to: $0.callback) })?.event
    else { return [] }
    return Self.missing(members, in: event, "event", bytes)
  }

  /// Returns which of the members that must be there an object lacks, and those inside them.
  ///
  /// - Parameter way: the way to the object, with points between its steps.
  private static func missing(
    _ members: [OlarkAPI.Member], in object: Slice, _ way: String, _ bytes: Span<UInt8>
  ) -> [Diagnostic] {
    members.filter(\.isRequired).flatMap { member -> [Diagnostic] in
      let value = object.value(at: Path(member.name), bytes)
      let name = "\(way).\(member.name)"
      guard value.isPresent else {
        let nearest = NearestName.among(otherKeys(of: object, than: members, bytes), to: member.name)
        return [
          Diagnostic(
            code: .missingMember, offset: Int(object.start),
            message: "what the callback was given lacks \(name)",
            fix: nearest.map { "write \"\(member.name)\" in place of \"\($0)\"" }
              ?? "record what the callback was given unchanged, or leave event out")
        ]
      }
      guard value.kind == .object, case .object(let inner) = member.type else { return [] }
      return missing(inner, in: value, name, bytes)
    }
  }

  /// Returns the keys of an object that are not among the names of its members.
  private static func otherKeys(
    of object: Slice, than members: [OlarkAPI.Member], _ bytes: Span<UInt8>
  ) -> [String] {
    var keys: [String] = []
    object.forEachMember(bytes) { key, _ in
      keys.append(String(decoding: Text.characters(bytes, key), as: UTF8.self))
    }
    return keys.filter { key in !members.contains { $0.name == key } }
  }
}
