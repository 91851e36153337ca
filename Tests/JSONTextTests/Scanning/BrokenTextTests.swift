import Testing

@testable import JSONText

/// What is told about a value in broken text without reading it again is what a scan of it finds.
@Suite struct BrokenTextTests {
  private static let pieces = [
    "{", "[", "}", "]", ",", ":", "\n", " ", "\"a\"", "\"k\":", "{\"a\":[", "{\"b\":{}}", "1", "01", "tru",
    "null",
    "\"x", "\"\\q\"", "\"\\u00e9\":[", "{\"q\":1,", "[[", "]]", "}\n,{",
  ]

  /// Goes through all values that a text holds before it breaks, and compares what is told about each with a scan of it.
  ///
  /// - Returns: how many of them were known to be broken.
  private static func compare(_ text: String) -> Int {
    let bytes = padded(text.utf8)
    let end = text.utf8.count
    let start = 0
    let origin = JSONPlace(line: 7, column: 3)
    var broken = BrokenText(from: start, at: origin, end: end)
    var count = 0
    var reached = start
    for value in start..<end where bytes[value] == UInt8(ascii: "{") || bytes[value] == UInt8(ascii: "[") {
      guard value <= reached, let told = broken.broken(bytes.span, at: value) else { continue }
      var scanner = Scanner(end: end)
      var fault: JSONFault?
      do throws(JSONFault) { _ = try scanner.value(bytes.span, value, depth: 0) } catch { fault = error }
      #expect(told.fault == fault, "\(text)")
      #expect(told.place == origin.advanced(over: bytes.span, from: start, to: told.fault.offset), "\(text)")
      #expect(told.pointer == .to(told.fault.offset, in: bytes.span, from: value, end: end), "\(text)")
      reached = max(reached, told.fault.offset)
      count += 1
    }
    return count
  }

  @Test func whatIsToldIsWhatAScanFinds() {
    var generator = Seeded(11)
    var count = 0
    for _ in 0..<3000 {
      let pieces = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }
      count += Self.compare("[" + pieces.joined())
    }
    #expect(count > 3000)
  }

  @Test func textThatIsTooDeepIsReadOn() {
    #expect(Self.compare(String(repeating: "{\"a\":[\n", count: 700)) == 1400)
    #expect(Self.compare(String(repeating: "[{\"é\":1,\"~/\":\n", count: 700) + "}") == 1400)
    // The innermost values end, and others open in their place.
    #expect(Self.compare(String(repeating: "[", count: 511) + "[[[]],[[[1]],[01") >= 511)
  }

  @Test func aValueThatEndsIsNotToldAbout() {
    let bytes = padded("[{\"a\":1},[2],{\"b\":01}".utf8)
    var broken = BrokenText(from: 0, at: JSONPlace(line: 1, column: 1), end: bytes.count - Scanner.padding)
    #expect(broken.broken(bytes.span, at: 0)?.fault == JSONFault(.invalidNumber, at: 19))
    #expect(broken.broken(bytes.span, at: 1) == nil)
    #expect(broken.broken(bytes.span, at: 9) == nil)
    #expect(broken.broken(bytes.span, at: 13)?.pointer.tokens == ["b"])
  }

  @Test func aSoundValueInTextThatIsTooDeepIsNotToldAbout() {
    let text = String(repeating: "[", count: 600) + String(repeating: "]", count: 100)
    let bytes = padded(text.utf8)
    var broken = BrokenText(from: 0, at: JSONPlace(line: 1, column: 1), end: text.utf8.count)
    #expect(broken.broken(bytes.span, at: 0)?.fault == JSONFault(.tooDeep, at: 512))
    #expect(broken.broken(bytes.span, at: 500) == nil)
    #expect(broken.broken(bytes.span, at: 501) == nil)
  }

  @Test func pointersShareTheirTokens() {
    let text = String(repeating: "{\"a\":[", count: 200)
    let bytes = padded(text.utf8)
    var broken = BrokenText(from: 0, at: JSONPlace(line: 1, column: 1), end: text.utf8.count)
    let pointers = (0..<200).compactMap { broken.broken(bytes.span, at: 6 * $0)?.pointer }
    #expect(pointers.map(\.count) == (1...200).reversed().map { 2 * $0 })
    #expect(pointers.last?.description == "/a/0")
  }
}
