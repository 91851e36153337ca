internal import JSONText

/// Converts transcripts that are Swift values, by the same tables as the command line.
///
/// A transcript is encoded, taken through the route, and its events are decoded: slower than converting bytes, and never a
/// second implementation. Make one and use it for many transcripts: the tables are compiled when it is made.
///
/// ```swift
/// let conversion = OlarkToRudderStackConversion()
/// for event in try conversion.events(of: transcript) { print(event) }
/// ```
public struct OlarkToRudderStackConversion: Sendable {
  private let converter: TypedConverter

  /// Makes a conversion.
  public init(_ settings: RouteSettings = RouteSettings()) {
    converter = TypedConverter(from: .olark, to: .rudderstack, settings)
  }

  /// Returns the events that the command line writes for that transcript, in its order.
  ///
  /// - Throws: the ``Reject`` that the command line would report; its places count in the encoded transcript.
  ///   `EncodingError` for a transcript that is no JSON.
  public func events(of transcript: OlarkTranscript) throws -> [RudderStackEvent] {
    try converter.convert(transcript, to: RudderStackEvent.self)
  }
}

/// Converts lossless events that are Swift values back to their transcripts.
public struct RudderStackToOlarkConversion: Sendable {
  private let converter = TypedConverter(from: .rudderstack, to: .olark, RouteSettings())

  public init() {}

  /// Returns the transcript that an event was made from; nil for an event that gives none, such as a group's.
  ///
  /// - Throws: the ``Reject`` that the command line would report, for instance where the event is not lossless.
  public func transcript(of event: RudderStackEvent) throws -> OlarkTranscript? {
    try converter.convert(event, to: OlarkTranscript.self).first
  }
}

extension Reject: Error, CustomStringConvertible {
  /// The report that a person reads, without a source's name.
  public var description: String { report(source: "record") }
}

/// Takes one value through a route.
private struct TypedConverter: Sendable {
  private let converter: Converter?

  init(from: Format, to: Format, _ settings: RouteSettings) {
    var options = ConversionOptions(from: from, to: to)
    options.settings = settings
    converter = try? Converter(options)
  }

  func convert<Input: Encodable, Output: Decodable>(_ value: Input, to type: Output.Type) throws -> [Output] {
    guard var converter else { return [] }
    _ = converter.convert(JSONBlock(try JSONTextEncoder().encode(value)), isLast: true)
    if let reject = converter.rejects.first { throw reject }
    return try converter.events.split(separator: UInt8(ascii: "\n")).map { line in
      try JSONTextDecoder().decode(type, from: Array(line))
    }
  }
}
