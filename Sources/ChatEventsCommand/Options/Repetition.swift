internal import ArgumentParser
internal import JSONText

/// Refuses options that are given twice, since the argument parser keeps the last value and drops the others.
///
/// What may be repeated is taken from the command's own declarations: an option whose property is an array. So a new option
/// is refused unless it says that it adds up.
enum Repetition {
  /// Returns which option a command line gives twice, as a message; nil if none.
  ///
  /// - Parameter words: the command line behind the command's name.
  static func refusal(of command: any ParsableCommand.Type, _ words: some Collection<String>) throws
    -> String?
  {
    let words = words.prefix { $0 != "--" }
    // Most command lines repeat nothing, and declarations take some time to read.
    let names = words.filter { $0.hasPrefix("-") && $0 != "-" }.map { $0.prefix { $0 != "=" } }
    guard names.contains(where: { !$0.hasPrefix("--") }) || Set(names).count < names.count else { return nil }
    if names.contains("--help") || names.contains("-h") { return nil }
    let options = try Declarations(of: command).options
    var given: Set<String> = []
    var isValue = false
    for word in words {
      if isValue, !word.hasPrefix("-") || word == "-" {
        isValue = false
        continue
      }
      isValue = false
      for option in options where option.isNamed(by: word) {
        if !option.isRepeating, !given.insert(option.title).inserted {
          return "\(option.title) is given twice; give it once."
        }
        isValue = option.takesValue && !word.contains("=")
      }
    }
    return nil
  }
}

/// What a command declares of its options, as the argument parser describes it to other programs.
private struct Declarations {
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

    let kind: String
    let isRepeating: Bool
    let names: [Name]?
    let preferredName: Name?

    var takesValue: Bool { kind == "option" }
    var title: String { preferredName?.spelling ?? "" }

    /// Whether a word is one of the option's names, with or without a value.
    func isNamed(by word: String) -> Bool {
      let spelling = word.prefix { $0 != "=" }
      for name in names ?? [] where spelling == name.spelling { return true }
      return false
    }
  }
}
