extension LineDifference {
  /// A line and the one in its place, by their numbers; one of them is nil where a line stands alone.
  struct Pair: Hashable {
    var expected: Int?
    var actual: Int?
  }

  /// How many comparisons of two lines are worth their time.
  private static let comparisonLimit = 20_000

  /// Returns the lines of a change, each beside the one that it probably became.
  ///
  /// As many lines as before are the same ones, changed. Of other numbers those belong together that have most of their pieces
  /// in common, in the same order.
  func pairs(in change: Change) -> [Pair] {
    let isComparable = change.expected.count * change.actual.count <= Self.comparisonLimit
    if change.expected.count == change.actual.count || !isComparable {
      let common = min(change.expected.count, change.actual.count)
      return zip(change.expected, change.actual).map { Pair(expected: $0, actual: $1) }
        + change.expected.dropFirst(common).map { Pair(expected: $0) }
        + change.actual.dropFirst(common).map { Pair(actual: $0) }
    }
    let old = change.expected.map { Pieces(expected[$0]) }
    let new = change.actual.map { Pieces(actual[$0]) }
    return Self.pairs(change.expected, change.actual, new.difference(from: old) { $0.resembles($1) })
  }

  /// Returns the lines of two stretches in their order, each beside the one that a difference leaves in its place.
  static func pairs<Element>(
    _ expected: Range<Int>, _ actual: Range<Int>, _ difference: CollectionDifference<Element>
  ) -> [Pair] {
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(expected.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(actual.lowerBound + offset)
      }
    }
    var pairs: [Pair] = []
    var (left, right) = (expected.lowerBound, actual.lowerBound)
    while left < expected.upperBound || right < actual.upperBound {
      let isNew = !removed.contains(left) && inserted.contains(right)
      let isOld = removed.contains(left)
      pairs.append(Pair(expected: isNew ? nil : left, actual: isOld ? nil : right))
      left += isNew ? 0 : 1
      right += isOld ? 0 : 1
    }
    return pairs
  }
}

/// What stands between the commas and spaces of a line.
private struct Pieces {
  private let pieces: Set<ArraySlice<UInt8>>

  init(_ line: ArraySlice<UInt8>) {
    pieces = Set(line.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") })
  }

  /// Whether four in five pieces are the same.
  func resembles(_ other: Pieces) -> Bool {
    pieces.intersection(other.pieces).count * 5 >= max(pieces.count, other.pieces.count) * 4
  }
}
