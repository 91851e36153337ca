import JSONText
import Testing

@testable import ChatEvents

/// How the input arrives changes nothing.
@Suite struct BlockSizeTests {
  /// Every container, good and broken records, all in one source.
  static let mixed: [UInt8] = {
    var text =
      "\u{feff}" + Sample.transcript(1) + "\r\n\n" + Sample.transcript(2) + Sample.transcript(3) + "\n"
    text +=
      "[" + Sample.transcript(4) + ",\n" + Sample.transcript(5) + " , {\"kind\":01},,{\"a\":\n"
      + Sample.transcript(6) + ",\n"
    text +=
      Sample.transcript(7) + "\n]\n"
      + "data=%7B%22kind%22:%22Conversation%22,%22visitor%22:%7B%22id%22:7%7D%7D\r\n"
    text += "x=1&data=%7B%22kind%22:%22Conversation%22,%22visitor%22:%7B%22id%22:+true%7D%7D&y=2\n"
    text +=
      "[\n" + Sample.transcript(1) + "\n" + Sample.transcript(2) + "\n" + Sample.transcript(3) + ",\n{}\n]\n"
    text += "garbage {\nmore\n{\"kind\":\"Conversation\",\n  \"visitor\": {\n    \"id\": \"é\"\n  }\n}\n"
    text +=
      "{\"data\":\"{\\\"kind\\\":\\\"conversation\\\",\\\"visitor\\\":{\\\"id\\\":1}}\"}\n{\"kind\":\"cut\n"
    text += Sample.transcript(8) + "\n12 \"a\" null\n" + Sample.transcript(9)
    return Array(text.utf8)
  }()

  @Test(arguments: Array(1...64) + [100, 1000])
  func anyBlockSizeGivesTheSame(size: Int) throws {
    let whole = try Conversion(Self.mixed)
    #expect(whole.balance.read > 15)
    #expect(try Conversion(Self.mixed, blockSize: size) == whole)
  }

  /// Also of an array on one line, where what stands beside a record may not have been read yet, or not any more.
  @Test(arguments: Array(1...64) + [100, 1000])
  func anyBlockSizeTellsTheSame(size: Int) throws {
    let wrong = Sample.twenty.map { $0.replacing("\"id\":\"v", with: "\"city\":5,\"id\":\"v") }
    for source in [Self.mixed, Array("[\(wrong.joined(separator: ","))]".utf8)] {
      var settings = ValidationSettings()
      (settings.tellsAll, settings.tellsIdentities) = (true, true)
      let whole = try Conversion(source) { $0.task = .validate(settings) }
      #expect(whole.checked.contains { !$0.isValid })
      #expect(try Conversion(source, blockSize: size) { $0.task = .validate(settings) } == whole)
    }
  }

  /// A record that is cut off is read on into the line after it, which is judged anew.
  @Test(arguments: 1...64) func logLinesAfterACutRecordAreToldFromArrays(size: Int) throws {
    let text = """
      {"kind":"Conversation","visitor":
      [2026-11-21 08:00] {"kind":"Conversation"}
      [2026-11-21 08:01] {"kind":"Conversation"}
      \(Sample.transcript(1))

      """
    let whole = try Conversion(text.utf8)
    #expect(whole.rejects.map(\.code.name) == ["expected-comma-or-bracket", "text-before-json"])
    #expect(whole.balance.converted == 1)
    #expect(try Conversion(text.utf8, blockSize: size) == whole)
  }

  @Test func linesAreCountedAcrossBlocks() throws {
    let text = String(repeating: "\n", count: 100) + "  {\"kind\":\n5,\"visitor\":{}}\n"
    for size in [1, 7, 64, 1000] {
      let reject = try #require(try Conversion(text.utf8, blockSize: size).rejects.first)
      #expect(reject.place.description == "101:3")
      #expect(reject.diagnostic.place.description == "102:1")
    }
  }
}
