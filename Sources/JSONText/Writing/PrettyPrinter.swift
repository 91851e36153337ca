/// Indents JSON that was written without white space.
package enum PrettyPrinter {
  /// A line feed, and as many spaces as the deepest text is indented by.
  private static let indentation =
    [UInt8(ascii: "\n")] + [UInt8](repeating: UInt8(ascii: " "), count: 2 * (Scanner.depthLimit + 1) + 32)

  /// Writes documents that stand one a line, each over several lines and indented by two spaces.
  ///
  /// Tokens stay as they are; empty objects and arrays stay on one line. The text was checked before, and at least 32 readable
  /// bytes follow it.
  package static func append(_ compact: Span<UInt8>, _ range: Range<Int>, to output: inout Output) {
    let indentation = self.indentation.span
    var depth = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = compact[position]
      switch byte {
      case UInt8(ascii: "\""):
        let end = compact.endOfSoundString(position)
        output.append(compact, position..<end)
        position = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        output.append(byte)
        let next = compact[position + 1]
        if next == UInt8(ascii: "}") || next == UInt8(ascii: "]") {
          output.append(next)
          position += 1
        } else {
          depth += 1
          output.append(indentation, 0..<1 + 2 * depth)
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        output.append(indentation, 0..<1 + 2 * depth)
        output.append(byte)
      case UInt8(ascii: ","):
        output.append(byte)
        output.append(indentation, 0..<1 + 2 * depth)
      case UInt8(ascii: ":"):
        output.append(": ")
      default:
        output.append(byte)
      }
      position += 1
    }
  }
}
