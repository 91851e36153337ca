import ChatEvents
import Foundation
import JSONText
import Testing

/// What is decoded from the records of the fixtures is encoded as they are.
@Suite struct RecordFixtureTests {
  /// The records in the files of one ending, in folders of the fixtures.
  struct Records: Sendable, CustomTestStringConvertible {
    let folders: [String]
    let ending: String
    /// Returns the same record, decoded and encoded; nil if it is not decoded.
    let roundTrip: @Sendable (JSONValue) throws -> JSONValue?

    init<Value: Codable & Sendable>(_ type: Value.Type, _ folders: [String], _ ending: String) {
      self.folders = folders
      self.ending = ending
      roundTrip = { record in
        guard let value = try? JSONTextDecoder().decode(type, from: record.description) else { return nil }
        return try JSONValue(parsing: try JSONTextEncoder().encode(value))
      }
    }

    var testDescription: String { "\(folders.joined(separator: ", ")): \(ending)" }
  }

  static let all = [
    Records(OlarkTranscript.self, ["olark"], ".input"),
    Records(OlarkTranscript.self, ["rudderstack"], ".olark"),
    Records(OlarkCallbackRecord.self, ["olark-js"], ".input"),
    Records(OlarkCall.self, ["segment"], ".olark-js"),
    Records(UserlikeRecord.self, ["userlike"], ".input"),
    Records(UserlikeTrackingRecord.self, ["userlike-js"], ".input"),
    Records(UserlikeData.self, ["segment"], ".userlike-js"),
    Records(SegmentEvent.self, ["segment"], ".input"),
    Records(SegmentEvent.self, ["olark", "olark-js", "userlike", "userlike-js"], ".segment"),
    Records(RudderStackEvent.self, ["rudderstack"], ".input"),
    Records(RudderStackEvent.self, ["olark"], ".rudderstack"),
  ]

  @Test func theRecordsOfEachFormatAreTried() {
    let folders = Self.all.filter { $0.ending == ".input" }.flatMap(\.folders)
    #expect(folders.sorted() == Format.all.map(\.name).sorted())
  }

  @Test(arguments: all) func decodingAndEncodingGivesTheSameRecord(records: Records) throws {
    var count = 0
    for text in try Self.texts(of: records) {
      for record in Self.values(in: text) {
        guard let again = try records.roundTrip(record) else { continue }
        #expect(again == record)
        count += 1
      }
    }
    #expect(count >= 5)
  }

  private static func texts(of records: Records) throws -> [String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let fixtures = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")
    let files = try records.folders.flatMap { folder in
      let folder = fixtures.appending(path: folder)
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path).map {
        folder.appending(path: $0)
      }
    }
    return files.filter { file in
      // An empty array that stands for an object is written back as one.
      file.pathExtension.hasPrefix("json") && file.deletingPathExtension().path.hasSuffix(records.ending)
        && !file.path.contains("empty-arrays-of-php")
    }
    .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }

  /// Returns the JSON values of a file that holds one, an array of them, or one a line; what is broken is left out.
  private static func values(in text: String) -> [JSONValue] {
    switch try? JSONValue(parsing: text) {
    case .array(let elements)?: elements
    case let value?: [value]
    case nil: text.split(separator: "\n").compactMap { try? JSONValue(parsing: String($0)) }
    }
  }
}
