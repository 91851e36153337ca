internal import JSONText

/// Converts records that are Swift values along a route, by the same tables as the command line.
///
/// A record is encoded, converted, and its events are decoded: slower than converting bytes, but never a second
/// implementation. Create one and use it for many records: the tables are compiled when it is created.
///
/// ```swift
/// let conversion = RecordConversion.olarkToSegment()
/// for event in try conversion.events(of: transcript) { print(event) }
/// ```
public struct RecordConversion<Record: Encodable & Sendable, Event: Decodable & Sendable>: Sendable {
  private let pipeline: Result<RecordPipeline, RunError>

  fileprivate init(_ from: Format, _ to: Format, _ settings: RouteSettings) {
    var options = RunOptions(from: from, to: to)
    options.settings = settings
    pipeline = Result { () throws(RunError) in try RecordPipeline(options) }
  }

  /// Returns the events that the command line writes for that record, in order; none for a record without events, and for
  /// one that an option skips.
  ///
  /// - Throws: the ``Reject`` that the command line would report, with places in the encoded record; `EncodingError` for
  ///   a record that cannot be encoded; ``RunError`` for settings that the route does not accept.
  public func events(of record: Record) throws -> [Event] {
    var pipeline = try pipeline.get()
    let result = pipeline.process(JSONBlock(try JSONTextEncoder().encode(record)), isLast: true)
    if let reject = result.rejects.first { throw reject }
    return try result.events.split(separator: UInt8(ascii: "\n")).map { line in
      try JSONTextDecoder().decode(Event.self, from: Array(line))
    }
  }
}

/// Converts transcripts to RudderStack's events.
public typealias OlarkToRudderStackConversion = RecordConversion<OlarkTranscript, RudderStackEvent>

extension RecordConversion where Record == OlarkTranscript, Event == RudderStackEvent {
  /// Creates a conversion.
  public init(_ settings: RouteSettings = RouteSettings()) { self.init(.olark, .rudderstack, settings) }
}

/// Converts lossless events back to their transcripts.
public typealias RudderStackToOlarkConversion = RecordConversion<RudderStackEvent, OlarkTranscript>

extension RecordConversion where Record == RudderStackEvent, Event == OlarkTranscript {
  public init() { self.init(.rudderstack, .olark, RouteSettings()) }

  /// Returns the transcript that an event was created from; nil for an event without one, such as a group's.
  ///
  /// - Throws: the ``Reject`` that the command line would report, for example if the event is not lossless.
  public func transcript(of event: RudderStackEvent) throws -> OlarkTranscript? {
    try events(of: event).first
  }
}

extension RecordConversion where Record == OlarkTranscript, Event == SegmentEvent {
  /// From a transcript to live chat events.
  public static func olarkToSegment(_ settings: RouteSettings = RouteSettings()) -> Self {
    RecordConversion(.olark, .segment, settings)
  }
}

extension RecordConversion where Record == OlarkCallbackRecord, Event == SegmentEvent {
  /// From a callback of Olark's JavaScript API to its live chat event.
  public static func olarkJSToSegment(_ settings: RouteSettings = RouteSettings()) -> Self {
    RecordConversion(.olarkJS, .segment, settings)
  }
}

extension RecordConversion where Record == UserlikeRecord, Event == SegmentEvent {
  /// From a record of Userlike's add-on to live chat events.
  public static func userlikeToSegment(_ settings: RouteSettings = RouteSettings()) -> Self {
    RecordConversion(.userlike, .segment, settings)
  }
}

extension RecordConversion where Record == UserlikeTrackingRecord, Event == SegmentEvent {
  /// From a tracking event of Userlike's widget to its live chat event.
  public static func userlikeJSToSegment(_ settings: RouteSettings = RouteSettings()) -> Self {
    RecordConversion(.userlikeJS, .segment, settings)
  }
}

extension RecordConversion where Record == SegmentEvent, Event == OlarkCall {
  /// From a call to Segment to the calls of Olark's JavaScript API.
  public static func segmentToOlarkJS(_ settings: RouteSettings = RouteSettings()) -> Self {
    RecordConversion(.segment, .olarkJS, settings)
  }
}

extension RecordConversion where Record == SegmentEvent, Event == UserlikeData {
  /// From a call to Segment to the data of Userlike's widget.
  public static func segmentToUserlikeJS(_ settings: RouteSettings = RouteSettings()) -> Self {
    RecordConversion(.segment, .userlikeJS, settings)
  }
}

extension Reject: Error, CustomStringConvertible {
  /// The report as text, without the name of a source.
  public var description: String { report(source: "record") }
}
