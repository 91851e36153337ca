/// Counts what a selection found: a demand that no record fits is probably misspelt.
public struct SelectionTally: Sendable, Hashable {
  /// The demands that some record fits, by their places in ``Selection/selectors``.
  public internal(set) var matched: Set<Int> = []

  /// Whether some record is selected: it fits each kind of demand.
  public internal(set) var hasSelected = false

  public init() {}

  /// Adds what was found among other records.
  public static func += (total: inout SelectionTally, part: SelectionTally) {
    if !part.matched.isSubset(of: total.matched) { total.matched.formUnion(part.matched) }
    total.hasSelected = total.hasSelected || part.hasSelected
  }
}
