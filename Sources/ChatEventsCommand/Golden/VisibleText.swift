internal import ChatEvents

/// Bytes as a person can read them on one line: what would not be seen, would move the cursor, or would be a command to a build
/// server, is escaped.
struct VisibleText {
  /// A character each, or the escape of what is none.
  private(set) var cells: [String] = []

  /// Makes text of bytes.
  ///
  /// Control characters, and those that turn the direction of writing, become `\t`, `\r` or `\u{1b}`; bytes that are no UTF-8
  /// `\xff`.
  init(_ bytes: ArraySlice<UInt8>) {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var position = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        position += encoded.count
        cells.append(Self.cell(Unicode.UTF8.decode(encoded)))
      case .error(let length):
        for byte in bytes[position..<position + length] {
          cells.append("\\x\(Self.hexadecimal(UInt32(byte), 2))")
        }
        position += length
      case .emptyInput:
        breakCommands()
        return
      }
    }
  }

  /// Writes as an escape what would complete a mark of a build server.
  private mutating func breakCommands() {
    guard cells.contains("#") else { return }
    // A cell is one character or an escape, and none of the escapes has a part of a mark.
    let marks = cells.map { $0.utf8.count == 1 ? $0.utf8.first ?? 0 : 0 }
    for index in PrintedText.commandMarks(in: marks) { cells[index] = "\\u{23}" }
  }

  private static func cell(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\t": "\\t"
    case "\r": "\\r"
    case "\n": "\\n"
    case "\0"..<" ", "\u{7f}"..."\u{9f}", "\u{2028}"..."\u{202e}", "\u{2066}"..."\u{2069}":
      "\\u{\(hexadecimal(scalar.value, 1))}"
    default: String(Character(scalar))
    }
  }

  private static func hexadecimal(_ number: UInt32, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// How many characters there are.
  var width: Int { cells.reduce(0) { $0 + $1.count } }

  /// The text from the start, at most that many characters; the last is `…` where there is more.
  func cut(to width: Int) -> String {
    self.width <= width ? cells.joined() : Self.fitting(cells[...], width - 1).joined() + "…"
  }

  /// The text to the end, at most that many characters; the first is `…` where there is more.
  func tail(of width: Int) -> String {
    self.width <= width ? cells.joined() : "…" + Self.fitting(cells.reversed(), width - 1).reversed().joined()
  }

  /// The first cells, as far as they fit; an escape is shown whole or not at all.
  private static func fitting(_ cells: some Sequence<String>, _ width: Int) -> [String] {
    var room = width
    return Array(
      cells.prefix { cell in
        room -= cell.count
        return room >= 0
      })
  }
}
