/// A key of any name, or the index of an element.
package enum JSONKey: CodingKey, Hashable {
  case name(String)
  case index(Int)

  package init(_ name: String) { self = .name(name) }

  package init?(stringValue name: String) { self = .name(name) }

  package init?(intValue index: Int) { self = .index(index) }

  package var stringValue: String {
    switch self {
    case .name(let name): name
    case .index(let index): String(index)
    }
  }

  package var intValue: Int? {
    switch self {
    case .name: nil
    case .index(let index): index
    }
  }
}

/// The way from the root to a value, as long as nobody asks for it: a list that shares what lies above.
final class CodingPath: Sendable {
  private let parent: CodingPath?
  private let key: any CodingKey

  init(_ parent: CodingPath?, _ key: any CodingKey) {
    self.parent = parent
    self.key = key
  }

  /// The keys on the way, the outermost first.
  var keys: [any CodingKey] {
    var keys: [any CodingKey] = []
    var next: CodingPath? = self
    while let path = next {
      keys.append(path.key)
      next = path.parent
    }
    return keys.reversed()
  }
}
