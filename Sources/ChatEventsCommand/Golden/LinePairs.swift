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
    var pairs: [Pair] = []
    let (removed, inserted) = Self.offsets(new.difference(from: old) { $0.resembles($1) })
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        pairs.append(Pair(expected: change.expected.lowerBound + left))
        left += 1
      } else if inserted.contains(right) {
        pairs.append(Pair(actual: change.actual.lowerBound + right))
        right += 1
      } else {
        pairs.append(
          Pair(expected: change.expected.lowerBound + left, actual: change.actual.lowerBound + right))
        left += 1
        right += 1
      }
    }
    return pairs
  }

  /// Returns the offsets of what was removed from the one list, and of what was inserted into the other.
  static func offsets<Element>(
    _ difference: CollectionDifference<Element>
  ) -> (removed: Set<Int>, inserted: Set<Int>) {
    difference.reduce(into: (Set(), Set())) { offsets, change in
      switch change {
      case .remove(let offset, _, _): offsets.0.insert(offset)
      case .insert(let offset, _, _): offsets.1.insert(offset)
      }
    }
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
