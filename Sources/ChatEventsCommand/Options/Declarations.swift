internal import ArgumentParser
internal import JSONText

/// What a command declares of its options, as the argument parser describes it to other programs.
struct Declarations {
  let options: [Option]

  init(of command: any ParsableCommand.Type) throws {
    options =
      try JSONTextDecoder().decode(Description.self, from: Array(command._dumpHelp().utf8))
      .command.arguments?.filter { $0.kind != "positional" } ?? []
  }

  private struct Description: Decodable {
    struct Command: Decodable { let arguments: [Option]? }
    let command: Command
  }

  struct Option: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var spelling: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    struct Completion: Decodable {
      struct Kind: Decodable {}
      let file, directory: Kind?
    }

    let kind: String
    let isRepeating: Bool
    let names: [Name]?
    let preferredName: Name?
    /// The values that it takes; nil if these are not listed.
    let allValues: [String]?
    let completionKind: Completion?

    var spellings: [String] { (names ?? []).map(\.spelling) }
    var takesValue: Bool { kind == "option" }
    var namesFile: Bool { completionKind?.file != nil || completionKind?.directory != nil }
    var title: String { preferredName?.spelling ?? "" }
  }

  /// Returns the option of a name.
  func option(named spelling: some StringProtocol) -> Option? {
    options.first { option in option.spellings.contains { $0 == spelling } }
  }
}

extension Declarations {
  /// A word of a command line.
  enum Word {
    /// An option, with its value if it takes one, or if one is attached to a flag.
    case option(Option, value: String?)
    /// What looks like an option and is none of the command's.
    case unknown(String)
    /// The name of a file, or another argument.
    case argument(String)
  }

  /// Reads a command line as the argument parser does.
  ///
  /// - Parameter words: the words after the command's name.
  func read(_ words: some Collection<String>) -> [Word] {
    var read: [Word] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        read.append(.argument(word))
        continue
      }
      if word == "--" {
        read += rest.map { .argument($0) }
        break
      }
      let name = word.prefix { $0 != "=" }
      guard let option = option(named: name) else {
        read.append(joined(word) ?? .unknown(String(name)))
        continue
      }
      var value = word.firstIndex(of: "=").map { String(word[$0...].dropFirst()) }
      if option.takesValue, value == nil, let next = rest.first, !next.hasPrefix("-") || next == "-" {
        value = rest.popFirst()
      }
      read.append(.option(option, value: value))
    }
    return read
  }

  /// Returns an option of one letter with its value in the same word: `-j4`.
  private func joined(_ word: String) -> Word? {
    let name = word.prefix(2)
    guard name != "--", word.count > 2, let option = option(named: name), option.takesValue else {
      return nil
    }
    return .option(option, value: String(word.dropFirst(2)))
  }
}
