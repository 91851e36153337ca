internal import ArgumentParser
internal import ChatEvents

/// What the records are: the option of every command that does not convert them.
struct FormatOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the records are: \(SourceName.names); auto unless it is said.", valueName: "format"),
    completion: .list(SourceName.allValueStrings), transform: SourceName.parse)
  var name = SourceName.auto

  /// Nil for `auto`.
  var format: Format? { name.format }
}

/// The format that `--from` names: one of those that some route reads, or `auto`.
struct SourceName {
  /// Nil for `auto`.
  let format: Format?

  static let auto = SourceName(format: nil)

  init(format: Format?) { self.format = format }

  init?(argument: String) {
    if argument == "auto" {
      format = nil
    } else if let found = Routes.sources.first(where: { $0.name == argument }) {
      format = found
    } else {
      return nil
    }
  }

  /// Reads the option's value.
  ///
  /// - Throws: an error that names the formats there are, and the one that was probably meant.
  static func parse(_ argument: String) throws -> SourceName {
    if let name = SourceName(argument: argument) { return name }
    throw unknown(argument, allValueStrings)
  }

  /// The names in one line.
  static var names: String { allValueStrings.joined(separator: ", ") }

  var defaultValueDescription: String { format?.name ?? "auto" }
  static var allValueStrings: [String] { ["auto"] + Routes.sources.map(\.name) }
}

/// The format that `--to` names: one of those that some route writes.
struct TargetName {
  let format: Format

  init?(argument: String) {
    guard let found = Routes.targets.first(where: { $0.name == argument }) else { return nil }
    format = found
  }

  /// Reads the option's value.
  ///
  /// - Throws: an error that names the formats there are, and the one that was probably meant.
  static func parse(_ argument: String) throws -> TargetName {
    if let name = TargetName(argument: argument) { return name }
    throw unknown(argument, allValueStrings)
  }

  /// The names in one line.
  static var names: String { allValueStrings.joined(separator: ", ") }

  static var allValueStrings: [String] { Routes.targets.map(\.name) }
}

/// The error of a name that no format has.
private func unknown(_ name: String, _ names: [String]) -> ValidationError {
  let meant = NearestName.hint(among: names, for: name)
  return ValidationError("There is no format '\(name)'.\(meant) There are: \(names.joined(separator: ", ")).")
}
