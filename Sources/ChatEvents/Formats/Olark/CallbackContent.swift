internal import JSONText

/// What a callback was given has the shape that Olark's page describes: the message with its text, the command with its name.
///
/// A page may leave out what the callback was given, as a whole; then nothing is missing.
///
/// Source: Olark, "Javascript API", the arguments of the callbacks. Read in November 2026.
struct CallbackContent: Advice, Rule {
  private let callback, event: ReadPlan.Slot

  /// The callbacks that are given something, and what that is.
  private static let described: [(callback: String, event: Content)] = OlarkAPI.entries.compactMap { entry in
    guard entry.kind == .callback, case .object(let members)? = entry.receives.first?.type else { return nil }
    return (entry.name, Content(members))
  }

  /// What an object has.
  private struct Content: Sendable {
    /// The names of all its members.
    let names: [String]
    /// Those that must be there, the ways to them, and what is in them if they are objects.
    let required: [(name: String, path: Path, inner: Content?)]

    init(_ members: [OlarkAPI.Member]) {
      names = members.map(\.name)
      required = members.filter(\.isRequired).map { member in
        guard case .object(let inner) = member.type else { return (member.name, Path(member.name), nil) }
        return (member.name, Path(member.name), Content(inner))
      }
    }

    /// Whether nothing is missing: nearly always.
    func isComplete(_ object: Slice, _ bytes: Span<UInt8>) -> Bool {
      for member in required {
        let value = object.value(at: member.path, bytes)
        if !value.isPresent { return false }
        if let inner = member.inner, value.kind == .object, !inner.isComplete(value, bytes) { return false }
      }
      return true
    }
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
    for (name, content) in Self.described where Text.isEqual(bytes, callback, to: name) {
      return content.isComplete(event, bytes) ? [] : Self.missing(content, in: event, "event", bytes)
    }
    return []
  }

  /// Returns which of the members that must be there an object lacks, and those inside them.
  ///
  /// - Parameter way: the way to the object, with points between its steps.
  private static func missing(
    _ content: Content, in object: Slice, _ way: String, _ bytes: Span<UInt8>
  ) -> [Diagnostic] {
    content.required.flatMap { member -> [Diagnostic] in
      let value = object.value(at: member.path, bytes)
      let name = "\(way).\(member.name)"
      guard value.isPresent else {
        let keys = otherKeys(of: object, than: content.names, bytes)
        return [
          Diagnostic(
            code: .missingMember, offset: Int(object.start),
            message: "the callback's arguments lack \(name)",
            fix: NearestName.among(keys, to: member.name).map {
              "write \"\(member.name)\" instead of \"\($0)\""
            }
              ?? "record the callback's arguments unchanged, or omit event")
        ]
      }
      guard value.kind == .object, let inner = member.inner else { return [] }
      return missing(inner, in: value, name, bytes)
    }
  }

  /// Returns the keys of an object that are not among the names of its members.
  private static func otherKeys(
    of object: Slice, than names: [String], _ bytes: Span<UInt8>
  ) -> [String] {
    var keys: [String] = []
    object.forEachMember(bytes) { key, _ in
      keys.append(String(decoding: Text.characters(bytes, key), as: UTF8.self))
    }
    return keys.filter { !names.contains($0) }
  }
}
