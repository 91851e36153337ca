/// The way from the root of a JSON text to one of its values (RFC 6901).
///
/// The root itself is written as the empty string.
public struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
  /// The keys and array indices on the way, the outermost first, not escaped.
  public var tokens: [String]

  public init(_ tokens: [String] = []) { self.tokens = tokens }

  /// The pointer as text: `/items/3/timestamp`, with `~` written as `~0` and `/` as `~1`.
  public var description: String {
    tokens.map { token in
      token.reduce(into: "/") { text, character in
        switch character {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.append(character)
        }
      }
    }.joined()
  }

  /// Returns the pointer to the value that holds an offset, in a text that is sound up to there.
  ///
  /// In a text that is not, it is the deepest value that was open where the text stops being JSON. A key belongs to the
  /// member that it names.
  ///
  /// Cost: one look at each byte up to the offset.
  package static func to(_ offset: Int, in bytes: Span<UInt8>, from start: Int, end: Int) -> JSONPointer {
    var walk = Walk(end: end, target: offset)
    walk.value(bytes, start)
    return JSONPointer(walk.tokens)
  }

  /// A walk along the one path that leads to an offset, without recursion.
  private struct Walk {
    var scanner: Scanner
    let target: Int
    var tokens: [String] = []

    init(end: Int, target: Int) {
      scanner = Scanner(end: end)
      self.target = target
    }

    /// Goes down from a value, as long as a member or element of it holds the target.
    mutating func value(_ bytes: Span<UInt8>, _ start: Int) {
      var position = start
      while let inner = position < scanner.end ? inside(bytes, position) : nil { position = inner }
    }

    /// Returns the offset of the value inside a container that holds the target, and adds its token.
    private mutating func inside(_ bytes: Span<UInt8>, _ container: Int) -> Int? {
      guard container < target else { return nil }
      switch bytes[container] {
      case UInt8(ascii: "{"): return member(bytes, container)
      case UInt8(ascii: "["): return element(bytes, container)
      default: return nil
      }
    }

    private mutating func member(_ bytes: Span<UInt8>, _ container: Int) -> Int? {
      var position = scanner.space(bytes, container + 1)
      while bytes[position] == UInt8(ascii: "\""), position <= target {
        guard let key = try? scanner.string(bytes, position).end else { return nil }
        let name = String(decoding: Text.unescaped(bytes, position + 1..<key - 1), as: UTF8.self)
        let colon = scanner.space(bytes, key)
        guard bytes[colon] == UInt8(ascii: ":") else { return nil }
        let value = scanner.space(bytes, colon + 1)
        let end = try? scanner.value(bytes, value, depth: 0)
        if end.map({ target < $0 }) ?? true {
          tokens.append(name)
          return target < value ? nil : value
        }
        position = scanner.space(bytes, end ?? value)
        guard bytes[position] == UInt8(ascii: ","), position < target else { return nil }
        position = scanner.space(bytes, position + 1)
      }
      return nil
    }

    private mutating func element(_ bytes: Span<UInt8>, _ container: Int) -> Int? {
      var position = scanner.space(bytes, container + 1)
      var index = 0
      while position <= target, bytes[position] != UInt8(ascii: "]") {
        let end = try? scanner.value(bytes, position, depth: 0)
        if end.map({ target < $0 }) ?? true {
          tokens.append(String(index))
          return position
        }
        position = scanner.space(bytes, end ?? position)
        guard bytes[position] == UInt8(ascii: ","), position < target else { return nil }
        position = scanner.space(bytes, position + 1)
        index += 1
      }
      return nil
    }
  }
}
