/// What is done with records.
public enum RecordTask: Sendable, Hashable {
  /// They become events of that format.
  case convert(to: Format)

  /// Everything that is wrong with them is told.
  case validate(ValidationSettings)

  /// What is personal in them is replaced.
  case redact(RedactionSettings)

  /// What names selected people in their records is noted in the balance's `selection`: a first reading of an input, before one that
  /// follows these people, or proves that nothing is left of them.
  case collect(Selection, CollectedValues)

  /// Those of one visitor are handed over.
  case export(ExportSettings)
}

/// What a caller asks of a run over records.
public struct RunOptions: Sendable {
  /// The format of the input; nil where each document is to be recognised by its shape.
  public var from: Format?

  /// What is done with the records.
  public var task: RecordTask

  /// The format of the output; nil where records are not converted.
  var to: Format? { if case .convert(let to) = task { to } else { nil } }

  /// What the route is asked for.
  public var settings = RouteSettings()

  /// Whether a record is rejected that gives an event larger than the service takes; else that is a warning.
  public var rejectsLargeEvents = false

  /// The largest event, in bytes; nil for what the service takes. Nothing is looked at of a format without ``Format/limits``.
  public var largestEvent: Int?

  /// Whether events are JSON that every program reads alike (RFC 7493, I-JSON): U+FFFD stands for each half of a surrogate pair and each
  /// noncharacter, U+0000 is left out, and a record with a repeated key is rejected.
  public var isInteroperable = false

  /// How many bytes a record may have.
  public var recordLimit = 256 << 20

  /// The ways to records inside others, of which the first that leads somewhere in a document counts.
  public var unwrapping: [UnwrapPointer] = []

  /// Whether to stop at the first record that cannot be converted.
  public var stopsAtReject = false

  /// How many records are read, also those that are skipped or rejected; nil for all.
  public var limit: Int?

  /// Which records are converted; the others are skipped.
  public var selection = Selection()

  /// The tracking plans that events of a conversion must keep to, all rules of all of them; a record that gives an event which does not
  /// is rejected. Nothing is looked at of a format for whose records there are no plans.
  public var plans: [TrackingPlan] = []

  /// Whether to count what only a summary tells: items of unknown kinds, and old transcripts whose events carry no time.
  public var surveys = false

  /// The present time in seconds since 1970: it tells which transcripts are old, and which times cannot be. Nil where it does not
  /// matter.
  public var now: Int?

  public init(from: Format?, to: Format) {
    self.init(from: from, task: .convert(to: to))
  }

  public init(from: Format?, task: RecordTask) {
    self.from = from
    self.task = task
  }
}

/// Why no run can begin.
public enum RunError: Error, Sendable, Hashable {
  /// No route leads from the one format to the other; `from` is nil where any would have done.
  case noRoute(from: Format?, to: Format?)

  /// None of the routes in question takes an option that the settings have.
  case uselessOption(RouteOption)

  /// None of the routes in question writes a call or an event that the settings name.
  case unknownName(RouteOption, name: String, known: [String])
}

extension RunError: CustomStringConvertible {
  /// What is wrong, as the command line says it.
  public var description: String {
    switch self {
    case .noRoute(let from, let to): "no route leads from \(from?.name ?? "auto") to \(to?.name ?? "nothing")"
    case .uselessOption(let option): "\(option.rawValue) does nothing here"
    case .unknownName(let option, let name, let known):
      "\(option.rawValue) knows no '\(name)'; there are: \(known.joined(separator: ", "))"
    }
  }
}
