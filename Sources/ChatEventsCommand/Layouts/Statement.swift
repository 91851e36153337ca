internal import JSONText

/// A line of output as a JavaScript statement.
enum Statement {
  private static let call = Array(#"{"call":""#.utf8)
  private static let arguments = Array(#"","arguments":["#.utf8)

  /// Writes a call as a call of `olark`, and anything else as the data of Userlike's widget.
  static func append(_ bytes: Span<UInt8>, _ line: Range<Int>, to output: inout Output) {
    let name = line.lowerBound + call.count
    guard line.count > call.count, call.indices.allSatisfy({ bytes[line.lowerBound + $0] == call[$0] }) else {
      output.append("window.userlikeData = ")
      appendSafely(bytes, line, to: &output)
      return output.append(";\n")
    }
    let end = bytes.endOfSoundString(name - 1) - 1
    output.append("olark('")
    output.append(bytes, name..<end)
    output.append("', ")
    appendSafely(bytes, end + arguments.count..<line.upperBound - 2, to: &output)
    output.append(");\n")
  }

  /// Writes JSON so that it can stand in a script inside a page: what could end the script, or a line of it, is escaped.
  ///
  /// All of these characters stand inside strings, where JSON has them escaped as well as not.
  ///
  /// Source: WHATWG, "HTML: Restrictions for contents of script elements"; ECMA-262, "Line Terminators". Read in November 2026.
  private static func appendSafely(_ bytes: Span<UInt8>, _ json: Range<Int>, to output: inout Output) {
    var position = json.lowerBound
    while position < json.upperBound {
      let quote = bytes.firstIndex(of: UInt8(ascii: "\""), from: position, before: json.upperBound)
      output.append(bytes, position..<quote)
      guard quote < json.upperBound else { return }
      let end = bytes.endOfSoundString(quote)
      // In an object literal this key would set the prototype; in brackets it is a member like any other.
      let isPrototype = bytes[end] == UInt8(ascii: ":") && names(bytes, quote + 1..<end - 1, "__proto__")
      if isPrototype { output.append(UInt8(ascii: "[")) }
      appendString(bytes, quote..<end, to: &output)
      if isPrototype { output.append(UInt8(ascii: "]")) }
      position = end
    }
  }

  /// Whether the content of a string is that name.
  private static func names(_ bytes: Span<UInt8>, _ content: Range<Int>, _ name: String) -> Bool {
    guard content.count >= name.utf8.count else { return false }
    let first = bytes[content.lowerBound]
    guard first == name.utf8.first || first == UInt8(ascii: "\\") else { return false }
    return Text.unescaped(bytes, content).elementsEqual(name.utf8)
  }

  private static func appendString(_ bytes: Span<UInt8>, _ string: Range<Int>, to output: inout Output) {
    var start = string.lowerBound
    while start < string.upperBound {
      let position = bytes.nextUnsafe(from: start, before: string.upperBound)
      output.append(bytes, start..<position)
      guard position < string.upperBound else { return }
      start = position + 1
      switch bytes[position] {
      case UInt8(ascii: "<"): output.append("\\u003c")
      case UInt8(ascii: ">"): output.append("\\u003e")
      case UInt8(ascii: "&"): output.append("\\u0026")
      case let byte:
        let isLineEnd = bytes[position + 1] == 0x80 && bytes[position + 2] & 0xfe == 0xa8
        guard isLineEnd else {
          output.append(byte)
          continue
        }
        output.append(bytes[position + 2] == 0xa8 ? "\\u2028" : "\\u2029")
        start = position + 3
      }
    }
  }
}

extension Span<UInt8> {
  /// Returns the offset of the first byte that may not stand in a script: `<`, `>`, `&`, or the first of U+2028 and U+2029.
  fileprivate func nextUnsafe(from start: Int, before end: Int) -> Int {
    var position = start
    while position < end {
      let marks =
        Word.equal(word(position), 0x3c) | Word.equal(word(position), 0x3e)
        | Word.equal(word(position), 0x26) | Word.equal(word(position), 0xe2)
      if marks != 0 { return Swift.min(position + Word.firstByte(marks), end) }
      position += 8
    }
    return end
  }
}
