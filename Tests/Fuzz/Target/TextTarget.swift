import JSONText

/// Tests the module JSONText alone: the text is one document.
enum TextTarget {
  /// The one fault that the scanner lets pass and the values do not: Swift's strings cannot hold it.
  private static let surrogate = "lone-surrogate"

  static func test(_ text: [UInt8]) {
    let isSound = scans(text)
    do throws(JSONError) {
      let value = try JSONValue(parsing: text)
      expect(isSound, "the scanner refuses what is parsed")
      testWriting(value)
      testCompacting(text, value)
      testPrinting(value)
    } catch {
      expect(error.offset >= 0 && error.offset <= text.count, "an error outside of the text: \(error)")
      expect(error.place.line > 0 && error.place.column > 0, "an error without a place: \(error)")
      if error.code != surrogate { expect(!isSound, "the scanner accepts what is not parsed: \(error)") }
    }
  }

  /// Whether the scanner takes the text for one document.
  private static func scans(_ text: [UInt8]) -> Bool {
    let isMarked = text.starts(with: [0xef, 0xbb, 0xbf])
    let bytes = padded(text)
    var scanner = Scanner(end: text.count)
    do throws(JSONFault) {
      let start = scanner.space(bytes.span, isMarked ? 3 : 0)
      return scanner.space(bytes.span, try scanner.value(bytes.span, start, depth: 0)) == text.count
    } catch {
      expect(error.offset <= text.count, "the scanner reports a fault outside of the text: \(error)")
      return false
    }
  }

  /// What is written is the same value, and is written the same again, by the encoder too.
  private static func testWriting(_ value: JSONValue) {
    let written = value.utf8
    expect(parsed(written) == value, "a value is not what it was written as: \(shown(written))")
    do {
      expect(
        try JSONTextEncoder().encode(value) == written, "the encoder writes another text: \(shown(written))")
      expect(
        try JSONTextDecoder().decode(JSONValue.self, from: written) == value,
        "the decoder reads another value: \(shown(written))")
    } catch {
      fail("a value that was parsed cannot be encoded and decoded: \(error)")
    }
  }

  /// Without the white space between tokens it is the same value, and no white space is left.
  private static func testCompacting(_ text: [UInt8], _ value: JSONValue) {
    let start = text.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    let compact = compacted(text, from: start)
    expect(parsed(compact) == value, "compact text is another value: \(shown(compact))")
    expect(compacted(compact) == compact, "compact text can be made more compact: \(shown(compact))")
  }

  /// Over several lines it is the same value, and compact it is the text that it was.
  private static func testPrinting(_ value: JSONValue) {
    let written = value.utf8
    var output = Output()
    PrettyPrinter.append(padded(written).span, 0..<written.count, to: &output)
    let pretty = output.written
    expect(parsed(pretty) == value, "printed text is another value: \(shown(pretty))")
    expect(compacted(pretty) == written, "printed text has other tokens: \(shown(pretty))")
  }

  private static func compacted(_ text: [UInt8], from start: Int = 0) -> [UInt8] {
    var output = Output()
    output.appendCompact(padded(text).span, start..<text.count)
    return output.written
  }

  private static func parsed(_ text: [UInt8]) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue(parsing: text)
    } catch {
      fail("what was written is not parsed: \(error) in \(shown(text))")
    }
  }

  private static func padded(_ text: [UInt8]) -> [UInt8] {
    text + [UInt8](repeating: 0, count: Scanner.padding)
  }
}
