internal import JSONText

/// A conversion from one format to another: the events for each record, as tables.
///
/// A route is defined once. The command line runs its tables over the bytes of a document, the typed API runs them over
/// encoded values, and `chatevents explain` and the mapping documents print them.
public struct Route: Sendable {
  /// The format of the records that are read.
  public let from: Format

  /// The format of the events that are written.
  public let to: Format

  /// A description: one phrase, without a full stop.
  public let summary: String

  /// The events for each record, in the order of the output. Adjacent emissions for the elements
  /// of the same list alternate, element by element.
  public var emissions: [Emission] { makeEmissions() }

  /// The tables are made when somebody asks for them: most runs take one route.
  private let makeEmissions: @Sendable () -> [Emission]

  /// The options that it accepts.
  public let options: [RouteOption]

  /// What is read of a record; the format's model, unless the route needs to know less or more.
  var record: Model { makeRecord?() ?? from.record }

  private let makeRecord: (@Sendable () -> Model)?

  /// What a record must be, beyond what its members' types say.
  let checks: [any Check.Type]

  /// What is worth a warning in a record that is converted.
  let advice: [any Advice.Type]

  /// What is worked out once for a record.
  let preparation: (any Preparation.Type)?

  init(
    from: Format, to: Format, summary: String, reading record: (@Sendable () -> Model)? = nil,
    emissions: @autoclosure @escaping @Sendable () -> [Emission],
    checks: [any Check.Type] = [], advising advice: [any Advice.Type] = [],
    preparing preparation: (any Preparation.Type)? = nil, options: [RouteOption] = []
  ) {
    self.from = from
    self.to = to
    self.summary = summary
    makeEmissions = emissions
    makeRecord = record
    self.checks = from.checks + checks
    self.advice = advice
    self.preparation = preparation
    self.options = options
  }
}

extension Route: CustomStringConvertible {
  /// The two formats' names.
  public var description: String { "\(from.name) -> \(to.name)" }
}
