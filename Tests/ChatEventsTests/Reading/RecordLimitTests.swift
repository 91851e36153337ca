import JSONText
import Testing

@testable import ChatEvents

@Suite struct RecordLimitTests {
  @Test(arguments: [1, 3, 7, 50, 1000])
  func aRecordOverTheLimitIsGivenUpAndTheNextIsRead(blockSize: Int) throws {
    let long = "{\"a\":\"" + String(repeating: "x", count: 500)
    let text =
      Sample.transcript(1) + "\n" + long + "\n" + String(repeating: "y\n", count: 200) + Sample.transcript(2)
      + "\n"
    let result = try Conversion(text.utf8, blockSize: blockSize) { $0.recordLimit = 300 }
    #expect(result.lines.count == 2)
    let reject = try #require(result.rejects.first)
    #expect(result.rejects.count == 1)
    let start = Sample.transcript(1).utf8.count + 1
    #expect(reject.range == start..<start + long.utf8.count + 1 + 399)
    #expect(reject.record == nil)
    #expect(reject.place.description == "2:1")
  }

  @Test func garbageWithoutAStartLineIsPassedInBoundedMemory() throws {
    let text = String(repeating: "no start here\n", count: 10_000) + Sample.transcript(1)
    let result = try Conversion(text.utf8, blockSize: 512) { $0.recordLimit = 1000 }
    #expect(result.lines.count == 1)
    #expect(result.rejects.count == 1)
  }

  @Test func utf16IsNamed() throws {
    let text = Array(Sample.transcript(1).utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try Conversion([0xff, 0xfe] + text).rejects.map(\.code.name) == ["utf-16"])
    #expect(try Conversion(text).rejects.map(\.code.name) == ["utf-16"])
  }

  @Test func theRunStopsAtTheFirstRejectWhereThatIsAskedFor() throws {
    let text = Sample.transcript(1) + "\n{}\n" + Sample.transcript(2)
    let result = try Conversion(text.utf8) { $0.stopsAtReject = true }
    #expect(result.lines.count == 1)
    #expect(result.balance.read == 2)
  }
}
