internal import Synchronization

/// The path from the root of a JSON text to one of its values (RFC 6901).
///
/// The root is the empty string.
public struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
  private var way: Way

  private enum Way: Sendable {
    case own([String])
    case shared(SharedTokens, Range<Int>)
  }

  /// The keys and array indices on the path, outermost first, unescaped.
  public var tokens: [String] {
    get {
      switch way {
      case .own(let tokens): tokens
      case .shared(let tokens, let range): tokens[range]
      }
    }
    set { way = .own(newValue) }
  }

  /// The number of the tokens.
  package var count: Int {
    switch way {
    case .own(let tokens): tokens.count
    case .shared(_, let range): range.count
    }
  }

  public init(_ tokens: [String] = []) { way = .own(tokens) }

  /// Makes a pointer of tokens that other pointers have as well.
  init(_ tokens: SharedTokens, _ range: Range<Int>) { way = .shared(tokens, range) }

  public static func == (left: JSONPointer, right: JSONPointer) -> Bool { left.tokens == right.tokens }

  public func hash(into hasher: inout Hasher) { hasher.combine(tokens) }

  /// The pointer as text: `/items/3/timestamp`, with `~` written as `~0` and `/` as `~1`.
  public var description: String { withText { String(decoding: $0, as: UTF8.self) } }

  /// Calls a function with the pointer as text, which those that share their tokens need not make.
  private func withText<Result: Sendable>(_ body: (ArraySlice<UInt8>) -> Result) -> Result {
    switch way {
    case .own(let tokens): body(tokens.reduce(into: []) { $0 += Self.escaped($1).utf8 })
    case .shared(let tokens, let range): tokens.withText(of: range, body)
    }
  }

  fileprivate static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return "/" + token
    }
    return token.reduce(into: "/") { text, character in
      switch character {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.append(character)
      }
    }
  }

  /// Returns the pointer as text; of one that is longer than a number of characters only where it begins and ends.
  ///
  /// Cost: a look at each token; of a pointer that shares them and has more than `limit` only at what is shown.
  package func shortened(over limit: Int, begin: Int, end: Int) -> String {
    withText { text in
      // Each token gives one character or more.
      if count > limit, let ends = Self.ends(of: text, begin, end) { return ends }
      let text = String(decoding: text, as: UTF8.self)
      return text.count > limit ? "\(text.prefix(begin))…\(text.suffix(end))" : text
    }
  }

  /// Returns that many of the first and of the last characters; nil unless each of them and their neighbours is one byte.
  private static func ends(of text: ArraySlice<UInt8>, _ begin: Int, _ end: Int) -> String? {
    let (first, last) = (text.prefix(begin + 1), text.suffix(end + 1))
    guard first.allSatisfy(isAlone), last.allSatisfy(isAlone) else { return nil }
    var ends: [UInt8] = []
    ends.reserveCapacity(begin + end + 3)
    ends += first.dropLast()
    ends += "…".utf8
    ends += last.dropFirst()
    return String(decoding: ends, as: UTF8.self)
  }

  /// Whether a byte is a character, with whatever stands beside it.
  private static func isAlone(_ byte: UInt8) -> Bool { byte < 0x80 && byte != UInt8(ascii: "\r") }

  /// Returns the pointer to the value that holds an offset, in a text that is sound up to there.
  ///
  /// In a text that is not, it is the deepest value that was open where the text stops being JSON. A key belongs to the
  /// member that it names.
  ///
  /// Cost: one look at each byte up to the offset.
  package static func to(_ offset: Int, in bytes: Span<UInt8>, from start: Int, end: Int) -> JSONPointer {
    to([offset], in: bytes, from: start, end: end)[0]
  }

  /// Returns the pointers to the values that hold offsets, which are in order, in a sound text.
  ///
  /// Cost: one look at each byte up to the last offset.
  package static func to(_ offsets: [Int], in bytes: Span<UInt8>, from start: Int, end: Int) -> [JSONPointer]
  {
    var walk = Walk(end: end, target: start)
    var position = start
    return offsets.map { offset in
      walk.target = offset
      position = walk.run(bytes, position)
      return JSONPointer(walk.tokens(bytes))
    }
  }

  /// One pass over a text up to an offset, which remembers the containers that are open.
  private struct Walk {
    private var scanner: Scanner
    var target: Int
    private var open: [Container] = []

    /// A container that is open, and the member or element of it that is.
    private struct Container {
      let isObject: Bool
      var index = 0
      /// The offsets of the key's characters; nil while an object is between two members.
      var key: Range<Int>?
      /// Whether an element of an array has begun, or must begin here.
      var isInElement: Bool
    }

    init(end: Int, target: Int) {
      scanner = Scanner(end: end)
      self.target = target
    }

    /// Passes tokens up to the one that holds the target, and returns the offset at which a walk to a later one goes on.
    mutating func run(_ bytes: Span<UInt8>, _ start: Int) -> Int {
      var position = scanner.space(bytes, start)
      while position <= target, position < scanner.end, let next = step(bytes, position) {
        position = scanner.space(bytes, next)
      }
      return position
    }

    /// Passes a token, and returns the offset behind it; nil where the target lies in it, or the text goes wrong.
    private mutating func step(_ bytes: Span<UInt8>, _ position: Int) -> Int? {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard position < target else { return nil }
        let isObject = bytes[position] == UInt8(ascii: "{")
        open.append(Container(isObject: isObject, isInElement: !isObject))
        return position + 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard position < target, open.popLast() != nil else { return nil }
        endValue()
        return position + 1
      case UInt8(ascii: ","):
        guard position < target, !open.isEmpty else { return nil }
        open[open.count - 1].index += 1
        open[open.count - 1].isInElement = !open[open.count - 1].isObject
        return position + 1
      case UInt8(ascii: ":"):
        return position < target ? position + 1 : nil
      default:
        return scalar(bytes, position)
      }
    }

    private mutating func scalar(_ bytes: Span<UInt8>, _ position: Int) -> Int? {
      guard let end = try? scanner.value(bytes, position, depth: 0) else { return nil }
      if let last = open.last, last.isObject, last.key == nil, bytes[position] == UInt8(ascii: "\"") {
        // Behind the key the walk goes on, or ends since the target has been passed.
        open[open.count - 1].key = position + 1..<end - 1
        return end
      }
      guard target >= end else { return nil }
      endValue()
      return end
    }

    private mutating func endValue() {
      guard !open.isEmpty else { return }
      open[open.count - 1].key = nil
      open[open.count - 1].isInElement = false
    }

    func tokens(_ bytes: Span<UInt8>) -> [String] {
      open.compactMap { container in
        if let key = container.key { return String(decoding: Text.unescaped(bytes, key), as: UTF8.self) }
        return container.isInElement ? String(container.index) : nil
      }
    }
  }
}

/// Tokens that several pointers lead through. More may follow; none changes. Nobody ever waits for the lock.
final class SharedTokens: Sendable {
  private struct Log {
    var tokens: [String] = []
    /// The pointer through all of them.
    var text: [UInt8] = []
    /// Where each token begins in it, and where the last one ends.
    var starts = [0]
  }

  private let log = Mutex(Log())

  func append(_ token: String) {
    log.withLock { log in
      log.tokens.append(token)
      log.text += JSONPointer.escaped(token).utf8
      log.starts.append(log.text.count)
    }
  }

  subscript(range: Range<Int>) -> [String] { log.withLock { Array($0.tokens[range]) } }

  /// Calls a function with the pointer through some of them, as text.
  func withText<Result: Sendable>(of range: Range<Int>, _ body: (ArraySlice<UInt8>) -> Result) -> Result {
    log.withLock { log in body(log.text[log.starts[range.lowerBound]..<log.starts[range.upperBound]]) }
  }
}
