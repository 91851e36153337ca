internal import JSONText

/// Which records, or which elements of a list, give an event.
struct Condition: Sendable {
  /// The condition as the documents print it after "each record".
  let words: String

  private let makeTest: @Sendable (inout Inputs) -> Test

  /// Declares a condition.
  ///
  /// - Parameter test: asks for the members that are read, and returns what runs.
  init(_ words: String, _ test: @escaping @Sendable (inout Inputs) -> Test) {
    self.words = words
    makeTest = test
  }

  /// Names what is read, and returns what runs.
  func test(_ inputs: inout Inputs) -> Test { makeTest(&inputs) }

  /// A member is that text.
  static func member(_ path: Path, is text: String, _ words: String) -> Condition {
    Condition(words) { inputs in .isText(inputs.member(path), KnownText(text)) }
  }

  /// A member is there.
  static func has(_ path: Path) -> Condition {
    Condition("that has `\(path)`") { inputs in .isPresent(inputs.member(path)) }
  }

  /// A condition as it runs, with the slots of what it reads.
  ///
  /// It changes nothing in the record, which is handed on by its place: a copy would cost more than the test.
  enum Test: Sendable {
    case always
    case isText(ReadPlan.Slot, KnownText)
    case isPresent(ReadPlan.Slot)
    /// The id is one that JavaScript takes for true.
    case isID(ReadPlan.Slot)
    /// The call is of a type, and is switched on for the route's destination.
    case isCall(type: ReadPlan.Slot, KnownText)
    case beginningIsKnown
    case endIsKnown
    case visitorWrote
    case visitorDidNotWrite

    @inline(__always)
    func holds(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Bool {
      switch self {
      case .always: true
      case .isText(let member, let text): text.isText(of: record.slice(member), bytes)
      case .isPresent(let member): record.slice(member).isPresent
      case .isID(let id): record.slice(id).isTrueID(bytes)
      case .isCall(let type, let name):
        record.call.isForDestination && name.isText(of: record.slice(type), bytes)
      case .beginningIsKnown: record.chat.tellsBeginning
      case .endIsKnown: record.chat.tellsEnd
      case .visitorWrote: record.chat.isVisitors(record.found.row)
      case .visitorDidNotWrite: !record.chat.isVisitors(record.found.row)
      }
    }
  }
}
