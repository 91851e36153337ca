internal import JSONText

/// Selects members of records: by a name at any depth, or by a path.
public struct MemberSelector: Sendable, Hashable {
  /// The selector, verbatim.
  public let text: String

  let way: Way

  enum Way: Sendable, Hashable {
    /// The letters and digits of the name, in small letters.
    case name([UInt8])
    /// The names and indexes from the record to the member; `*` is any.
    case path([String])
  }

  /// The error for a text that is not a valid selector.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
  }

  /// - Parameter text: a JSON pointer (RFC 6901) in which `*` matches any element or member, or else a name.
  /// - Throws: the reason why the text is not valid.
  public init(_ text: String) throws(Fault) {
    self.text = text
    if text.hasPrefix("/") {
      do throws(UnwrapPointer.Fault) {
        way = .path(try UnwrapPointer(text).tokens)
      } catch {
        throw Fault(description: error.description)
      }
      return
    }
    let name = Self.letters(of: text)
    if name.isEmpty { throw Fault(description: "a name needs a letter or a digit") }
    way = .name(name)
  }

  /// Whether both select the same members.
  public func isSame(as other: MemberSelector) -> Bool { way == other.way }

  /// Returns what is compared of a name: case, and what is no letter or digit, do not count.
  static func letters(of name: String) -> [UInt8] {
    Array(name.lowercased().filter { $0.isLetter || $0.isNumber }.utf8)
  }

  /// Returns the same of a member's name.
  static func letters(of key: Slice, _ bytes: Span<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    for position in key.content {
      let byte = bytes[position]
      if byte >= 0x80 || byte == UInt8(ascii: "\\") {
        return Self.letters(of: String(decoding: Text.unescaped(bytes, key.content), as: UTF8.self))
      }
      let small = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      if small &- UInt8(ascii: "a") < 26 || small &- UInt8(ascii: "0") < 10 { letters.append(small) }
    }
    return letters
  }
}
