internal import PersonalData

/// Counts what a selection found: a demand that no record fits is probably misspelt.
public struct SelectionTally: Sendable, Hashable {
  /// The demands that some record fits, by their places in ``Selection/selectors``.
  public internal(set) var matched: Set<Int> = []

  /// Whether some record is selected: it fits each kind of demand.
  public internal(set) var hasSelected = false

  /// How many records fit all demands but those of a time, and have no time that can be read.
  public internal(set) var undated = 0

  /// The selectors of members that name one in some record, by their places: first those whose values are replaced.
  public internal(set) var members: Set<Int> = []

  /// How many links to files were left in messages, as nobody said which are replaced.
  public internal(set) var fileLinks = 0

  /// The plans that have a rule of their own for some call, by their places.
  public internal(set) var plans: Set<Int> = []

  /// Whether some call was held against plans.
  public internal(set) var hasPlannedCalls = false

  /// The values that name selected people in their records, each with the first selector that such a record fits. Empty unless
  /// they are asked for.
  var collected: [NormalForm: Int] = [:]

  public init() {}

  /// Adds what was found among other records.
  public static func += (total: inout SelectionTally, part: SelectionTally) {
    if !part.matched.isSubset(of: total.matched) { total.matched.formUnion(part.matched) }
    total.hasSelected = total.hasSelected || part.hasSelected
    total.undated += part.undated
    if !part.members.isSubset(of: total.members) { total.members.formUnion(part.members) }
    total.fileLinks += part.fileLinks
    if !part.plans.isSubset(of: total.plans) { total.plans.formUnion(part.plans) }
    total.hasPlannedCalls = total.hasPlannedCalls || part.hasPlannedCalls
    if !part.collected.isEmpty { total.collected.merge(part.collected, uniquingKeysWith: min) }
  }
}
