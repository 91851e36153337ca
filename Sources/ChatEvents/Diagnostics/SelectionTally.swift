internal import PersonalData

/// Counts the matches of a selection: a criterion that matches no record is probably misspelt.
public struct SelectionTally: Sendable, Hashable {
  /// The criteria that matched a record, as indices into ``Selection/selectors``.
  public internal(set) var matched: Set<Int> = []

  /// Whether any record is selected: it matches each kind of criterion.
  public internal(set) var hasSelected = false

  /// The number of records that match all criteria except those of time, and have no readable time.
  public internal(set) var undated = 0

  /// The member selectors that matched a member of a record, as indices: first those whose values are replaced.
  public internal(set) var members: Set<Int> = []

  /// The number of links to files that were kept in messages, because no pattern for them was given.
  public internal(set) var fileLinks = 0

  /// The plans that have their own rule for a call, as indices.
  public internal(set) var plans: Set<Int> = []

  /// Whether any call was checked against plans.
  public internal(set) var hasPlannedCalls = false

  /// The values that name selected people in their records, each with the first selector that such a record fits. Empty unless
  /// they are asked for.
  var collected: [NormalForm: Int] = [:]

  public init() {}

  /// Adds the results of other records.
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
