/// The words of a command line as they stand in a file.
enum ShellWords {
  /// Why a text cannot be split.
  enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// A quote that is not closed.
    case openQuote(Character)
    /// A backslash with nothing behind it.
    case lastBackslash

    var description: String {
      switch self {
      case .openQuote(let quote): "the quote \(quote) is not closed"
      case .lastBackslash: "nothing follows the last backslash"
      }
    }
  }

  /// Returns the words of a text, split at white space as a shell does it.
  ///
  /// Between single quotes everything stands for itself; between double quotes a backslash takes the meaning from a double
  /// quote, a backslash, a dollar sign, a backtick or a line's end; elsewhere from any character. Nothing else has a meaning: no
  /// variable, no pattern, no comment. A carriage return is white space, too.
  ///
  /// Source: POSIX.1-2024, "Shell Command Language", section 2.2, "Quoting".
  static func split(_ text: String) throws(Fault) -> [String] {
    var words: [String] = []
    var word: [UInt8]?
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if let ended = word { words.append(String(decoding: ended, as: UTF8.self)) }
        word = nil
      case UInt8(ascii: "'"):
        guard let end = rest.firstIndex(of: byte) else { throw .openQuote("'") }
        word = (word ?? []) + rest[..<end]
        rest = rest[(end + 1)...]
      case UInt8(ascii: "\""):
        word = try (word ?? []) + quoted(&rest)
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst() else { throw .lastBackslash }
        if next != UInt8(ascii: "\n") { word = (word ?? []) + [next] }
      default:
        word = (word ?? []) + [byte]
      }
    }
    if let word { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Takes what stands before the next double quote, and the quote.
  private static func quoted(_ rest: inout ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return text
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst() else { throw .openQuote("\"") }
        if !Array("\"\\$`\n".utf8).contains(next) { text.append(byte) }
        if next != UInt8(ascii: "\n") { text.append(next) }
      default: text.append(byte)
      }
    }
    throw .openQuote("\"")
  }
}
