/// A pattern for the names of files and folders, as `.gitignore` has them.
///
/// `*` is any run of characters and `?` is one, neither of them a slash; `[a-z]` is one of a set and `[!a-z]` one of the others; `\` takes
/// the next character as it is. `**` between slashes, or at an end, is any number of folders. A pattern with a slash at its start
/// or inside it is compared with the path from the folder that is walked through, any other with the name alone, in whatever
/// folder. With a slash at its end it is for folders.
///
/// Characters are Unicode scalars; capitals are not small letters. A byte of a name that is not UTF-8 is one character.
///
/// Source: git, gitignore(5), "Pattern format", read 2026-11-24. A pattern that begins with `!` is refused here: two options say
/// what is read and what is not.
struct Glob: Sendable, Hashable {
  /// As it was written.
  let text: String
  private let isForFolders: Bool
  /// Compared with a whole path, name by name; nil for a pattern that is compared with the name alone.
  private let path: [Part]?
  private let name: [Token]

  /// What one name of a path is compared with.
  private enum Part: Sendable, Hashable {
    case name([Token])
    /// Any number of folders.
    case folders
  }

  private enum Token: Sendable, Hashable {
    case character(Unicode.Scalar)
    case any
    case run
    case set([ClosedRange<UInt32>], isNegated: Bool)

    func matches(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .character(let character): character == scalar
      case .any, .run: true
      case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar.value) } != isNegated
      }
    }
  }

  /// Why a text is no pattern.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  init(_ text: String) throws(Fault) {
    self.text = text
    if text.hasPrefix("!") {
      throw Fault(
        description:
          "a pattern does not begin with '!'; write \\! for a name that does, and --exclude for its opposite")
    }
    var rest = text.unicodeScalars[...]
    isForFolders = rest.last == "/" && !text.hasSuffix("\\/")
    while rest.last == "/" { rest.removeLast() }
    if rest.starts(with: "./".unicodeScalars) { rest.removeFirst() }
    if rest.isEmpty || rest.elementsEqual(".".unicodeScalars) {
      throw Fault(description: "a pattern needs a name")
    }
    let names = rest.split(separator: "/")
    guard rest.contains("/") else {
      (path, name) = (nil, try Self.tokens(rest))
      return
    }
    var parts: [Part] = []
    for name in names where !(name.elementsEqual("**".unicodeScalars) && parts.last == .folders) {
      parts.append(name.elementsEqual("**".unicodeScalars) ? .folders : .name(try Self.tokens(name)))
    }
    // What a folder holds is not the folder itself.
    if parts.last == .folders { parts.append(.name([.run])) }
    (path, name) = (parts, [])
  }

  /// Whether something in a folder is meant.
  ///
  /// Cost: at most the product of the lengths.
  ///
  /// - Parameters:
  ///   - path: the path from where the walk has started.
  ///   - name: the last part of it.
  func matches(_ path: String, name: String, isFolder: Bool) -> Bool {
    if isForFolders, !isFolder { return false }
    guard let parts = self.path else { return Self.matches(self.name, Array(name.unicodeScalars)) }
    let names = path.unicodeScalars.split(separator: "/").map(Array.init)
    return Self.matches(parts.count, names.count, isRun: { parts[$0] == .folders }) { part, index in
      if case .name(let tokens) = parts[part] { Self.matches(tokens, names[index]) } else { false }
    }
  }

  private static func matches(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
    matches(tokens.count, name.count, isRun: { tokens[$0] == .run }) { tokens[$0].matches(name[$1]) }
  }

  /// Compares things in a row with a pattern in which some stand for any number of things.
  ///
  /// If something does not fit, the last such run takes one thing more: no earlier one could do better.
  private static func matches(
    _ patternCount: Int, _ count: Int, isRun: (Int) -> Bool, fits: (Int, Int) -> Bool
  ) -> Bool {
    var (place, index) = (0, 0)
    var retry: (place: Int, index: Int)?
    while index < count {
      if place < patternCount, isRun(place) {
        place += 1
        retry = (place, index)
      } else if place < patternCount, fits(place, index) {
        (place, index) = (place + 1, index + 1)
      } else if let last = retry {
        retry = (last.place, last.index + 1)
        (place, index) = (last.place, last.index + 1)
      } else {
        return false
      }
    }
    while place < patternCount, isRun(place) { place += 1 }
    return place == patternCount
  }

  private static func tokens(_ name: Substring.UnicodeScalarView) throws(Fault) -> [Token] {
    var tokens: [Token] = []
    var rest = name
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if tokens.last != .run { tokens.append(.run) }
      case "?": tokens.append(.any)
      case "[": tokens.append(try set(&rest))
      case "\\":
        guard let next = rest.popFirst() else {
          throw Fault(description: "nothing follows the '\\' at the end")
        }
        tokens.append(.character(next))
      default: tokens.append(.character(scalar))
      }
    }
    return tokens
  }

  /// Takes a set, whose opening bracket has been taken.
  private static func set(_ rest: inout Substring.UnicodeScalarView) throws(Fault) -> Token {
    let open = Fault(description: "a '[' is not closed; write \\[ for a name with one")
    var isNegated = false
    if rest.first == "!" || rest.first == "^" {
      isNegated = true
      rest.removeFirst()
    }
    var ranges: [ClosedRange<UInt32>] = []
    while let first = rest.popFirst() {
      // A bracket that closes nothing is one of the set.
      if first == "]", !ranges.isEmpty { return .set(ranges, isNegated: isNegated) }
      if first == "[", rest.first == ":" {
        throw Fault(description: "names of sets like [:alpha:] are not known; write [a-zA-Z]")
      }
      guard let low = first == "\\" ? rest.popFirst() : first else { throw open }
      guard rest.first == "-", let next = rest.dropFirst().first, next != "]" else {
        ranges.append(low.value...low.value)
        continue
      }
      rest.removeFirst(2)
      guard let high = next == "\\" ? rest.popFirst() : next else { throw open }
      guard low <= high else { throw Fault(description: "the set [\(low)-\(high)] is empty") }
      ranges.append(low.value...high.value)
    }
    throw open
  }
}
