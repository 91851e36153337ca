/// The task of a run.
public enum RecordTask: Sendable, Hashable {
  /// Converts records to that format.
  case convert(to: Format)

  /// Reports every problem in the records.
  case validate(ValidationSettings)

  /// Redacts personal data.
  case redact(RedactionSettings)

  /// Collects the identifiers of selected people in the balance's `selection`: a first pass over an input, before one that
  /// follows these people, or verifies that nothing of them is left.
  case collect(Selection, CollectedValues)

  /// Exports one visitor's records.
  case export(ExportSettings)
}

/// The options of a run over records.
public struct RunOptions: Sendable {
  /// The format of the input; nil to recognise each document by its shape.
  public var from: Format?

  /// The task.
  public var task: RecordTask

  /// The format of the output; nil where records are not converted.
  var to: Format? { if case .convert(let to) = task { to } else { nil } }

  /// The options of the route.
  public var settings = RouteSettings()

  /// Whether a record is rejected if an event exceeds the service's size limit; else that is a warning.
  public var rejectsLargeEvents = false

  /// The largest event, in bytes; nil for the service's limit. Ignored for a format without ``Format/limits``.
  public var largestEvent: Int?

  /// Whether events are interoperable JSON (RFC 7493, I-JSON): U+FFFD replaces each unpaired surrogate and each
  /// noncharacter, U+0000 is removed, and a record with a duplicate key is rejected.
  public var isInteroperable = false

  /// The largest record, in bytes.
  public var recordLimit = 256 << 20

  /// The paths to records inside other documents; the first one that exists in a document is used.
  public var unwrapping: [UnwrapPointer] = []

  /// Whether to stop at the first record that cannot be converted.
  public var stopsAtReject = false

  /// How many records are read, also those that are skipped or rejected; nil for all.
  public var limit: Int?

  /// Which records are converted; the others are skipped.
  public var selection = Selection()

  /// The tracking plans that events of a conversion must satisfy, all of them; a record with an event that does not
  /// is rejected. Ignored for a format without plans.
  public var plans: [TrackingPlan] = []

  /// Whether to count what only a summary shows: items of unknown kinds, and old transcripts whose events have no time.
  public var surveys = false

  /// The current time in seconds since 1970, which determines old transcripts and implausible times. Nil to skip these
  /// checks.
  public var now: Int?

  public init(from: Format?, to: Format) {
    self.init(from: from, task: .convert(to: to))
  }

  public init(from: Format?, task: RecordTask) {
    self.from = from
    self.task = task
  }
}

/// The reason why a run cannot start.
public enum RunError: Error, Sendable, Hashable {
  /// There is no route from the one format to the other; `from` is nil for any format.
  case noRoute(from: Format?, to: Format?)

  /// None of the routes accepts an option that the settings have.
  case uselessOption(RouteOption)

  /// None of the routes writes a call or an event that the settings name.
  case unknownName(RouteOption, name: String, known: [String])
}

extension RunError: CustomStringConvertible {
  /// The message, as shown by the command line.
  public var description: String {
    switch self {
    case .noRoute(let from, let to): "no route from \(from?.name ?? "auto") to \(to?.name ?? "nothing")"
    case .uselessOption(let option): "\(option.rawValue) has no effect on this route"
    case .unknownName(let option, let name, let known):
      "unknown value '\(name)' for \(option.rawValue); known values: \(known.joined(separator: ", "))"
    }
  }
}
