/// What a reader knows about an object: its members, in the order in which they usually come.
package struct Shape: Sendable {
  package var members: [Member]

  package init(_ members: [Member]) { self.members = members }

  /// One member of an object.
  package struct Member: Sendable {
    /// The key, decoded.
    package var name: String
    /// The types that its value may have. `null` is always allowed, and means the same as absent.
    package var kinds: Kinds
    /// What its value holds, where a path can lead into it.
    package var content: Content

    package init(_ name: String, _ kinds: Kinds, _ content: Content = .opaque) {
      self.name = name
      self.kinds = kinds
      self.content = content
    }
  }

  /// What a value holds.
  package indirect enum Content: Sendable {
    /// Nothing that a path can lead into.
    case opaque
    /// An object with known members.
    case object(Shape)
    /// An array of objects.
    case list(Shape)
    /// An object whose keys are data, and whose values are objects.
    case map(Shape)
  }
}

/// A way to a member: `visitor.fullName`, `groups[].id` in each element, `operators{}.nickname` in each value.
package struct Path: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let steps: [String]

  package init(_ text: String) {
    steps = text.utf8.split(separator: UInt8(ascii: ".")).compactMap(String.init)
  }

  package init(stringLiteral text: String) { self.init(text) }

  package init(steps: [String]) { self.steps = steps }

  package var description: String { steps.joined(separator: ".") }
}
