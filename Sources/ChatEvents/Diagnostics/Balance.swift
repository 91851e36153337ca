/// What became of the records that were read: each was converted, skipped or rejected.
public struct Balance: Sendable, Hashable {
  /// Records of a known kind, also those that give no event.
  public var converted = 0

  /// Records that an option left out.
  public var skipped = 0

  /// Records that could not be converted.
  public var rejected = 0

  /// The number of events written, by kind.
  public var events: [String: Int] = [:]

  /// The number of rejected records, by the name of the code.
  public var reasons: [String: Int] = [:]

  /// How often each kind of item came that Olark's documents do not name.
  public var unknownItemKinds: [String: Int] = [:]

  public init() {}

  /// All records that were read.
  public var read: Int { converted + skipped + rejected }

  /// Adds what became of other records.
  public static func += (total: inout Balance, part: Balance) {
    total.converted += part.converted
    total.skipped += part.skipped
    total.rejected += part.rejected
    total.events.merge(part.events, uniquingKeysWith: +)
    total.reasons.merge(part.reasons, uniquingKeysWith: +)
    total.unknownItemKinds.merge(part.unknownItemKinds, uniquingKeysWith: +)
  }

  /// The balance as a person reads it, a line each.
  public var report: String {
    var text = "records read \(read) = converted \(converted) + skipped \(skipped) + rejected \(rejected)\n"
    for (name, count) in events.sorted(by: { $0.key < $1.key }) { text += "  events: \(name) \(count)\n" }
    for (name, count) in reasons.sorted(by: { $0.key < $1.key }) { text += "  rejected: \(name) \(count)\n" }
    for (name, count) in unknownItemKinds.sorted(by: { $0.key < $1.key }) {
      text += "  items of an unknown kind: \(name) \(count)\n"
    }
    return text
  }
}
