public import JSONText

/// Counts of processed records: each was converted, skipped or rejected.
public struct Balance: Sendable, Hashable {
  /// Records of a known kind, including those that produce no event.
  public var converted = 0

  /// Records that an option excluded.
  public var skipped = 0

  /// Records that could not be converted.
  public var rejected = 0

  /// The number of events written, by kind.
  public var events: [String: Int] = [:]

  /// The number of records that redaction rewrote, by outcome; empty for other tasks.
  public var outcomes: [String: Int] = [:]

  /// The number of rejected records, by the name of the code.
  public var reasons: [String: Int] = [:]

  /// The number of faults between records, each reported and part of no record, by the name of the code.
  public var faults: [String: Int] = [:]

  /// The number of items of each kind that Olark does not document.
  public var unknownItemKinds: [String: Int] = [:]

  /// The number of callbacks and tracking events of each name that no vendor documents.
  public var unknownEvents: [String: Int] = [:]

  /// The number of converted transcripts that are older than a day and produced events without a time.
  public var undated = 0

  /// The number of occurrences of each warning: the record was converted, but may not have the effect its sender expects.
  public var warnings: [Diagnostic: Int] = [:]

  /// The first place of each warning.
  public var firstPlaces: [Diagnostic: FirstPlace] = [:]

  /// Which criteria of a selection matched at least one record; empty without a selection.
  public var selection = SelectionTally()

  /// The number of records read inside envelopes, by the envelopes' titles.
  public var envelopes: [String: Int] = [:]

  public init() {}

  /// The number of warnings, by the name of the code.
  private var warningCounts: [String: Int] {
    warnings.reduce(into: [:]) { counts, warning in counts[warning.key.code.name, default: 0] += warning.value
    }
  }

  /// The number of all records.
  public var read: Int { converted + skipped + rejected }

  /// The same without the records that were rejected and faults between them, which are counted where they are kept.
  var withoutRejects: Balance {
    var balance = self
    (balance.rejected, balance.reasons, balance.faults) = (0, [:], [:])
    return balance
  }

  /// Adds the counts of other records.
  public static func += (total: inout Balance, part: Balance) {
    total.converted += part.converted
    total.skipped += part.skipped
    total.rejected += part.rejected
    total.events.merge(part.events, uniquingKeysWith: +)
    total.outcomes.merge(part.outcomes, uniquingKeysWith: +)
    total.reasons.merge(part.reasons, uniquingKeysWith: +)
    if !part.faults.isEmpty { total.faults.merge(part.faults, uniquingKeysWith: +) }
    total.undated += part.undated
    if !part.envelopes.isEmpty { total.envelopes.merge(part.envelopes, uniquingKeysWith: +) }
    total.selection += part.selection
    total.warnings.merge(part.warnings, uniquingKeysWith: +)
    total.firstPlaces.merge(part.firstPlaces) { first, _ in first }
    total.unknownItemKinds.merge(part.unknownItemKinds, uniquingKeysWith: +)
    total.unknownEvents.merge(part.unknownEvents, uniquingKeysWith: +)
  }

  /// The warnings as readable text: message, count and fix.
  public var warningReports: [String] {
    warnings.sorted { $0.key.order < $1.key.order }.map { warning, count in
      let first = Code.placedWarnings.contains(warning.code) ? firstPlaces[warning] : nil
      let places = first.map { [count == 1 ? "at \($0)" : "first at \($0)"] } ?? []
      let details = (count == 1 ? [] : ["\(count) times"]) + places
      let aside = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
      let line = "\(warning.message)\(aside) [\(warning.code.name)]\n"
      return warning.fix.map { "\(line)  fix: \($0)\n" } ?? line
    }
  }

  /// The balance as readable text, one count per line.
  public var report: String {
    var text = "records read \(read) = converted \(converted) + skipped \(skipped) + rejected \(rejected)\n"
    text += events.lines("events") + outcomes.lines("records") + reasons.lines("rejected")
    text += faults.lines("faults between records")
    text +=
      unknownItemKinds.lines("items of an unknown kind") + unknownEvents.lines("events of an unknown name")
    text += warningCounts.lines("warnings")
    if undated > 0 {
      text += undated == 1 ? "  1 transcript is" : "  \(undated) transcripts are"
      text += " older than a day, and the events have no timestamp: receivers use the current time"
      text += " (--timestamps)\n"
    }
    return text
  }

  /// The balance as one JSON object.
  public var json: String {
    var output = Output(capacity: 512)
    output.append(#"{"read":"#, read)
    output.append(#","converted":"#, converted)
    output.append(#","skipped":"#, skipped)
    output.append(#","rejected":"#, rejected)
    output.append(#","events":"#)
    output.append(counts: events)
    if !outcomes.isEmpty {
      output.append(#","records":"#)
      output.append(counts: outcomes)
    }
    output.append(#","reasons":"#)
    output.append(counts: reasons)
    if !faults.isEmpty {
      output.append(#","faults":"#)
      output.append(counts: faults)
    }
    output.append(#","unknown_item_kinds":"#)
    output.append(counts: unknownItemKinds)
    output.append(#","unknown_events":"#)
    output.append(counts: unknownEvents)
    output.append(#","warnings":"#)
    output.append(counts: warningCounts)
    output.append(#","undated":"#, undated)
    output.append("}")
    return String(decoding: output.written, as: UTF8.self)
  }
}

/// The first place of a warning: the record that caused it.
public struct FirstPlace: Sendable, Hashable, CustomStringConvertible {
  /// The source; empty until it is known.
  public var source = ""
  public var place: JSONPlace

  public var description: String { source.isEmpty ? "\(place)" : "\(source):\(place)" }
}

extension Balance {
  /// Notes the place of the record to which warnings belong that have none yet.
  mutating func notePlaces(_ place: JSONPlace) {
    for warning in warnings.keys where firstPlaces[warning] == nil {
      firstPlaces[warning] = FirstPlace(place: place)
    }
  }

  /// Returns the same with each place replaced.
  func moved(_ place: (JSONPlace) -> JSONPlace) -> Balance {
    guard !firstPlaces.isEmpty else { return self }
    var moved = self
    for (key, first) in firstPlaces { moved.firstPlaces[key]?.place = place(first.place) }
    return moved
  }

  /// Returns a copy with the name of the source in the places.
  public func located(in source: String) -> Balance {
    guard !firstPlaces.isEmpty else { return self }
    var located = self
    for key in firstPlaces.keys { located.firstPlaces[key]?.source = source }
    return located
  }
}

extension [String: Int] {
  /// Counts as a person reads them, by name, a line each.
  package func lines(_ title: String) -> String {
    sorted { $0.key < $1.key }.map { "  \(title): \(PrintedText.oneLine($0.key)) \($0.value)\n" }.joined()
  }
}

extension Output {
  /// Writes a part of some JSON, and a string behind it.
  package mutating func append(_ json: StaticString, _ text: String) {
    append(json)
    appendQuoted(text)
  }

  /// Writes a part of some JSON, and a number behind it.
  package mutating func append(_ json: StaticString, _ number: Int) {
    append(json)
    append(decimal: number)
  }

  /// Writes counts as an object, by name.
  package mutating func append(counts: [String: Int]) {
    append(object: counts.sorted { $0.key < $1.key }) { $0.append(decimal: $1) }
  }
}

extension Diagnostic {
  /// What warnings are sorted by.
  fileprivate var order: (String, String, String) { (code.name, message, fix ?? "") }
}
