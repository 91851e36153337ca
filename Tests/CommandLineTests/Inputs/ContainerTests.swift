import Foundation
import Testing

/// The same transcripts give the same bytes, whatever they stand in.
@Suite struct ContainerTests {
  @Test(arguments: Container.all)
  func theContainerDoesNotMatter(container: Container) throws {
    let lines = try Tool.run("convert", "--to", "rudderstack", input: Sample.various.joined(separator: "\n"))
    #expect(lines.lines.count == 4)
    let run = try Tool.run("convert", "--to", "rudderstack", input: container.wrap(Sample.various))
    #expect(run.status == 0)
    #expect(run.errors == lines.errors)
    try expectEqual(run.output, lines.output, container.testDescription)
  }
}

/// One way in which transcripts arrive.
struct Container: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let wrap: @Sendable (_ transcripts: [String]) -> String

  init(_ name: String, _ wrap: @escaping @Sendable ([String]) -> String) {
    testDescription = name
    self.wrap = wrap
  }

  static let all = [
    Container("lines") { $0.joined(separator: "\n") + "\n" },
    Container("no last line end") { $0.joined(separator: "\n") },
    Container("one behind the other") { $0.joined() },
    Container("indented") { $0.map { $0.spaced("\n  ") }.joined(separator: "\n") },
    Container("blank lines") { "\n\n" + $0.joined(separator: "\n \n\n") + "\n\t\n" },
    Container("CR LF") { $0.joined(separator: "\r\n") + "\r\n" },
    Container("byte order mark") { "\u{feff}" + $0.joined(separator: "\n") },
    Container("array") { "[\($0.joined(separator: ","))]" },
    Container("array, an element a line") { "[\n\($0.joined(separator: ",\n"))\n]\n" },
    Container("array, indented") { "[\n\($0.map { $0.spaced("\n    ") }.joined(separator: " ,\n  "))\n]\n" },
    Container("arrays") { $0.map { "[\($0)]" }.joined(separator: "\n") },
    Container("forms") { $0.map { "data=\($0.percentEncoded)" }.joined(separator: "\n") },
    Container("forms with + for a space") {
      $0.map { "data=\($0.percentEncoded.replacing("%20", with: "+"))" }.joined(separator: "\n")
    },
    Container("forms with small hexadecimals") {
      $0.map { "data=" + $0.percentEncoded.replacing(/%../) { $0.output.lowercased() } }.joined(
        separator: "\n")
    },
    Container("forms with other fields") {
      $0.map { "a=1&b=%zz&data=\($0.percentEncoded)&c" }.joined(separator: "\r\n")
    },
    Container("forms of indented text") { $0.map { "data=\($0.spaced("\n ").percentEncoded)\n" }.joined() },
    Container("unpacked") { $0.map { #"{"data":\#($0.quoted)}"# }.joined(separator: "\n") },
    Container("unpacked list") { $0.map { #"{"data": [ \#($0.quoted) ]}"# }.joined(separator: "\n") },
    Container("array of unpacked") { "[\($0.map { #"{"data":\#($0.quoted)}"# }.joined(separator: ","))]" },
    Container("mixed") { "\($0[0])\ndata=\($0[1].percentEncoded)\n[\($0[2])]" },
  ]
}

extension String {
  /// The same JSON with a line end and an indentation before each member and element.
  fileprivate func spaced(_ indentation: String) -> String {
    var result = ""
    var isInString = false
    var isEscaped = false
    for character in self {
      if isInString || !"{[,:}]".contains(character) {
        result.append(character)
      } else if "}]".contains(character) {
        result += "\n\(character)"
      } else {
        result += character == ":" ? " : " : "\(character)\(indentation)"
      }
      if character == "\"" && !isEscaped { isInString.toggle() }
      isEscaped = character == "\\" && !isEscaped
    }
    return result
  }

  /// The text as a value of a form, all but letters and digits encoded.
  fileprivate var percentEncoded: String {
    utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber)
        ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// The text as a JSON string, with all escaped that is not ASCII.
  fileprivate var quoted: String {
    let units = utf16.map { unit in
      switch unit {
      case 0x22, 0x5c: "\\\(Character(UnicodeScalar(UInt8(unit))))"
      case 0x20..<0x7f: String(UnicodeScalar(UInt8(unit)))
      default: "\\u" + String(0x10000 + Int(unit), radix: 16).dropFirst()
      }
    }
    return "\"\(units.joined())\""
  }
}
