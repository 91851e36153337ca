import Foundation
import Testing

/// What the built tool says of its own commands and options, to whoever asks with `--experimental-dump-help`.
struct Declarations: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  struct Argument: Decodable {
    let kind: String
    let isRepeating: Bool
    let names: [Name]?
    let completionKind: Completion?
    let abstract: String?
    let allValues: [String]?

    /// Its names as one writes them.
    var spellings: [String] { (names ?? []).map { $0.kind == "long" ? "--\($0.name)" : "-\($0.name)" } }
    /// The longest of them.
    var title: String { spellings.max { $0.count < $1.count } ?? "" }
    var takesValue: Bool { kind == "option" }
    var namesFile: Bool { takesValue && completionKind?.file != nil }
  }

  struct Name: Decodable {
    let kind: String
    let name: String
  }

  struct Completion: Decodable {
    struct File: Decodable {}
    struct List: Decodable { let values: [String] }
    struct Command: Decodable { let command: String }
    let file, directory: File?
    let list: List?
    let shellCommand: Command?
  }

  /// The commands but `help`, each with its options but `--help` and `--version`.
  static let commands: [(name: String, options: [Argument])] = {
    guard let run = try? Tool.run("--experimental-dump-help"),
      let all = try? JSONDecoder().decode(Declarations.self, from: Data(run.output))
    else { return [] }
    return (all.command.subcommands ?? []).filter { $0.commandName != "help" }.map { command in
      let options = (command.arguments ?? []).filter { $0.kind != "positional" }
      return (command.commandName, options.filter { !["--help", "--version"].contains($0.title) })
    }
  }()
}

/// One option of one command.
struct DeclaredOption: Sendable, CustomTestStringConvertible {
  let command: String
  let title: String
  let spellings: [String]
  let takesValue: Bool
  let isRepeating: Bool
  let namesFile: Bool
  /// The values that it takes; empty if they are not listed.
  let values: [String]
  let completion: Declarations.Completion?
  /// What the help says of it.
  let help: String

  var testDescription: String { "\(command) \(title)" }

  static let all = Declarations.commands.flatMap { command, options in
    options.map {
      DeclaredOption(
        command: command, title: $0.title, spellings: $0.spellings, takesValue: $0.takesValue,
        isRepeating: $0.isRepeating, namesFile: $0.namesFile, values: $0.allValues ?? [],
        completion: $0.completionKind,
        help: $0.abstract ?? "")
    }
  }
}
