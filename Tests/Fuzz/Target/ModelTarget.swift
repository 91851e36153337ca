import ChatEvents
import JSONText

/// Tests the typed models and the conversions of values: the text is one record.
enum ModelTarget {
  static func test(_ text: [UInt8]) {
    test(OlarkTranscript.self, text) {
      _ = converted(olarkToRudderStack, $0)
      _ = converted(olarkToSegment, $0)
    }
    test(OlarkCallbackRecord.self, text) { _ = converted(olarkJSToSegment, $0) }
    test(UserlikeRecord.self, text) { _ = converted(userlikeToSegment, $0) }
    test(UserlikeTrackingRecord.self, text) { _ = converted(userlikeJSToSegment, $0) }
    test(SegmentEvent.self, text) {
      _ = converted(segmentToOlarkJS, $0)
      _ = converted(segmentToUserlikeJS, $0)
    }
    test(RudderStackEvent.self, text) { _ = converted(rudderStackToOlark, $0) }
    test(SegmentBatch.self, text)
    test(OlarkCall.self, text)
    test(UserlikeData.self, text)
  }

  private static let olarkToRudderStack = OlarkToRudderStackConversion()
  private static let rudderStackToOlark = RudderStackToOlarkConversion()
  private static let olarkToSegment = RecordConversion.olarkToSegment()
  private static let olarkJSToSegment = RecordConversion.olarkJSToSegment()
  private static let userlikeToSegment = RecordConversion.userlikeToSegment()
  private static let userlikeJSToSegment = RecordConversion.userlikeJSToSegment()
  private static let segmentToOlarkJS = RecordConversion.segmentToOlarkJS()
  private static let segmentToUserlikeJS = RecordConversion.segmentToUserlikeJS()

  /// What is decoded is encoded, and comes back as the same text.
  private static func test<Model: Codable>(
    _ type: Model.Type, _ text: [UInt8], _ convert: (Model) -> Void = { _ in }
  ) {
    guard let record = try? JSONTextDecoder().decode(type, from: text) else { return }
    do {
      let first = try JSONTextEncoder().encode(record)
      let again = try JSONTextDecoder().decode(type, from: first)
      let second = try JSONTextEncoder().encode(again)
      expect(first == second, "\(type) is encoded anew as another text:\n\(shown(first))\n\(shown(second))")
    } catch {
      fail("\(type) that was decoded cannot be encoded and decoded again: \(error)")
    }
    convert(record)
  }

  /// Returns the events of a record; none if it is rejected. No other error is expected.
  private static func converted<Record, Event>(
    _ conversion: RecordConversion<Record, Event>, _ record: Record
  ) -> [Event] {
    do {
      return try conversion.events(of: record)
    } catch is Reject {
      return []
    } catch {
      fail("\(Record.self) is converted to what is not \(Event.self): \(error)")
    }
  }
}
