/// What is to be replaced in a document, in the order of its text.
struct Edits: Sendable {
  /// One replacement.
  struct Edit: Sendable {
    /// The offsets of the bytes that go.
    var range: Range<Int>
    /// What comes in their place.
    var text: [UInt8]
    /// What it is that goes.
    var kind: Kind
  }

  /// What is replaced.
  enum Kind: Sendable, Hashable {
    /// The value of a member that is personal as such.
    case member
    /// A part of a text that has the form of personal data.
    case found(PersonalData.Kind)
    /// A line of a text in which a form's answer stands.
    case answer
    /// A link to a file.
    case link
    /// What is made of other values that were replaced.
    case consequence
  }

  private(set) var list: [Edit] = []

  var isEmpty: Bool { list.isEmpty }

  mutating func append(_ range: Range<Int>, _ text: [UInt8], _ kind: Kind) {
    list.append(Edit(range: range, text: text, kind: kind))
  }

  mutating func removeAll() { list.removeAll(keepingCapacity: true) }

  /// Puts what was not found in the order of the text where it belongs.
  mutating func sort() { list.sort { $0.range.lowerBound < $1.range.lowerBound } }
}
