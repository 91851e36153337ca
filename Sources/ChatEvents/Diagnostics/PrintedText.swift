/// Text of an input that is printed: nothing in it steers a terminal, or a server that reads what builds print.
///
/// What would is written as JSON has it in strings, `\u001b`, so that a line of JSON stays what it was.
package enum PrintedText {
  /// Returns text on one line: control characters, and what turns the direction of writing, are escapes.
  package static func oneLine(_ text: String) -> String { escaped(text, keepsLines: false) }

  /// Returns text whose lines stay, and in which no line is a command of a build server.
  package static func lines(_ text: String) -> String {
    let text = escaped(text, keepsLines: true)
    let bytes = Array(text.utf8)
    return hasMark(bytes) ? String(decoding: withoutCommands(bytes), as: UTF8.self) : text
  }

  /// Returns lines of a report for programs; its texts are strings of JSON, or have escapes of their own.
  ///
  /// - Parameter hasCommands: whether it consists of commands to a build server.
  package static func lines(of report: [UInt8], hasCommands: Bool) -> [UInt8] {
    let isPlain = report.allSatisfy { 0x20..<0x7f ~= $0 || $0 == UInt8(ascii: "\n") }
    let text =
      isPlain ? report : Array(escaped(String(decoding: report, as: UTF8.self), keepsLines: true).utf8)
    return withoutCommands(text, atLineStarts: !hasCommands)
  }

  /// Whether lines can be printed as they are, as far as a look at their bytes tells: they are ASCII, and no mark is in them.
  package static func isPlain(_ lines: [UInt8]) -> Bool {
    lines.allSatisfy { 0x20..<0x7f ~= $0 || $0 == UInt8(ascii: "\n") } && !hasMark(lines)
  }

  private static func escaped(_ text: String, keepsLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: { $0.isUnprintable && !(keepsLines && $0 == "\n") }) else {
      return text
    }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !scalar.isUnprintable || keepsLines && scalar == "\n" {
        escaped.append(scalar)
      } else {
        escaped += scalar.jsonEscape.unicodeScalars
      }
    }
    return String(escaped)
  }
}

extension PrintedText {
  /// Returns lines without the marks by which build servers know commands: the second character of a mark is an escape.
  ///
  /// GitHub's runner takes a line as a command if it begins with `::`, after white space, or has `##[` anywhere; Azure's agent
  /// looks for `##[` and `##vso[`, TeamCity's for `##teamcity[`. A text can end within a mark, and what is printed behind it can complete it.
  ///
  /// Source: GitHub Docs, "Workflow commands for GitHub Actions"; Microsoft Learn, "Logging commands"; both read in November 2026.
  ///
  /// - Parameter atLineStarts: whether `::` counts; the lines of a report that consists of commands begin with it.
  package static func withoutCommands(_ bytes: [UInt8], atLineStarts: Bool = true) -> [UInt8] {
    guard hasMark(bytes) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 16)
    var last: UInt8 = 0
    var isAtStart = true
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "#"), last == byte, isName(after: index, in: bytes) {
        text += #"\u0023"#.utf8
        last = 0
      } else if byte == UInt8(ascii: ":"), last == byte, atLineStarts, isAtStart {
        text += #"\u003a"#.utf8
        last = 0
      } else {
        text.append(byte)
        last = byte
      }
      if byte == UInt8(ascii: "\n") {
        isAtStart = true
      } else if 0x21..<0x80 ~= byte, byte != UInt8(ascii: ":") || last == 0 {
        // White space beyond ASCII counts too; no other text begins a line so often that it matters.
        isAtStart = false
      }
    }
    return text
  }

  /// Returns the indices at which `##[` and the like are broken.
  package static func commandMarks(in bytes: [UInt8]) -> [Int] {
    var marks: [Int] = []
    for index in bytes.indices.dropFirst()
    where bytes[index] == UInt8(ascii: "#") && bytes[index - 1] == bytes[index] && marks.last != index - 1 {
      if isName(after: index, in: bytes) { marks.append(index) }
    }
    return marks
  }

  /// Whether letters follow up to a bracket, or up to the end.
  private static func isName(after mark: Int, in bytes: [UInt8]) -> Bool {
    let rest = bytes[(mark + 1)...].drop { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
    return rest.first ?? UInt8(ascii: "[") == UInt8(ascii: "[")
  }

  /// Whether there may be a mark among bytes.
  private static func hasMark(_ bytes: [UInt8]) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte == last, byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") { return true }
      last = byte
    }
    return false
  }
}

extension Unicode.Scalar {
  /// Whether it moves the cursor, ends the line or turns the direction of the text.
  package var isUnprintable: Bool {
    if 0x20..<0x7f ~= value { return false }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: properties.isBidiControl
    default: false
    }
  }

  /// The escape by which a string of JSON has it; those that are escaped here are one unit of UTF-16.
  fileprivate var jsonEscape: String {
    switch self {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(value, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}
