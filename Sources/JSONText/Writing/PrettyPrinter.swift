/// Indents JSON that was written without white space.
package enum PrettyPrinter {
  /// Returns documents that stand one a line, each over several lines and indented by two spaces.
  ///
  /// Tokens stay as they are; empty objects and arrays stay on one line.
  package static func lines(_ compact: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(compact.count * 2)
    var depth = 0
    var position = compact.startIndex
    while position < compact.endIndex {
      let byte = compact[position]
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfString(compact, position)
        text.append(contentsOf: compact[position..<end])
        position = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        text.append(byte)
        let next = compact[position + 1]
        if next == UInt8(ascii: "}") || next == UInt8(ascii: "]") {
          text.append(next)
          position += 1
        } else {
          depth += 1
          breakLine(&text, depth)
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        breakLine(&text, depth)
        text.append(byte)
      case UInt8(ascii: ","):
        text.append(byte)
        breakLine(&text, depth)
      case UInt8(ascii: ":"):
        text.append(byte)
        text.append(UInt8(ascii: " "))
      default:
        text.append(byte)
      }
      position += 1
    }
    return text
  }

  private static func breakLine(_ text: inout [UInt8], _ depth: Int) {
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private static func endOfString(_ text: ArraySlice<UInt8>, _ quote: Int) -> Int {
    var position = quote + 1
    while text[position] != UInt8(ascii: "\"") {
      position += text[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return position + 1
  }
}
