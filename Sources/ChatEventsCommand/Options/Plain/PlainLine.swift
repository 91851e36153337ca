internal import ArgumentParser

/// The words of a plain command line, from the first to the last.
struct PlainLine {
  enum Word: Equatable {
    case file(String)
    /// An option by its long name.
    case option(String)
  }

  /// Why a line is left to the argument parser.
  struct Refusal: Error {}

  private var words: ArraySlice<String>
  private var given: Set<String> = []
  /// What stands behind `=` in the word of an option; nil before and after that is read.
  private var attached: String?

  init(_ words: some Collection<String>) { self.words = ArraySlice(words) }

  /// Returns the next file or option; nil at the end.
  mutating func next() throws(Refusal) -> Word? {
    // A flag has not asked for what is behind its `=`.
    if attached != nil { throw Refusal() }
    guard let word = words.popFirst() else { return nil }
    guard word.utf8.first == UInt8(ascii: "-") else { return .file(try Self.plain(word)) }
    var name = word
    if let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) {
      name = String(word[..<equals])
      attached = String(word[word.index(after: equals)...])
    }
    switch name {
    case "-o" where attached == nil: name = "--output"
    case "-j" where attached == nil: name = "--jobs"
    case "-q": name = "--quiet"
    default: break
    }
    // Which options may be repeated is not known here.
    guard given.insert(name).inserted else { throw Refusal() }
    return .option(name)
  }

  /// Whether the next word is one of some.
  func isNext(_ candidates: [String]) -> Bool { words.first.map(candidates.contains) ?? false }

  /// Returns the value of the option.
  mutating func text() throws(Refusal) -> String {
    guard let value = attached ?? words.popFirst() else { throw Refusal() }
    attached = nil
    return try Self.plain(value)
  }

  /// Returns the value of the option as what it stands for.
  mutating func value<Value: ExpressibleByArgument>() throws(Refusal) -> Value {
    guard let value = Value(argument: try text()) else { throw Refusal() }
    return value
  }

  /// Returns a word that can be nothing but a value or the name of a file.
  private static func plain(_ word: String) throws(Refusal) -> String {
    guard let first = word.utf8.first, first != UInt8(ascii: "-") else { throw Refusal() }
    return word
  }
}
