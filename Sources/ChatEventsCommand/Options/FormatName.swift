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

  /// Reads the option's value.
  ///
  /// - Throws: an error that names the formats there are, and the one that was probably meant.
  static func parse(_ argument: String) throws -> SourceName {
    if argument == "auto" { return auto }
    return SourceName(format: try Routes.sources.named(argument, among: allValueStrings))
  }

  /// The names in one line.
  static let names = allValueStrings.joined(separator: ", ")

  static let allValueStrings = ["auto"] + Routes.sources.map(\.name)
}

/// The format that `--to` names: one of those that some route writes.
struct TargetName {
  let format: Format

  /// Reads the option's value.
  ///
  /// - Throws: an error that names the formats there are, and the one that was probably meant.
  static func parse(_ argument: String) throws -> TargetName {
    TargetName(format: try Routes.targets.named(argument, among: allValueStrings))
  }

  /// The names in one line.
  static let names = allValueStrings.joined(separator: ", ")

  static let allValueStrings = Routes.targets.map(\.name)
}

extension [Format] {
  /// Returns the format of a name.
  ///
  /// - Parameter names: all that could stand there.
  fileprivate func named(_ name: String, among names: [String]) throws -> Format {
    if let format = first(where: { $0.name == name }) { return format }
    let meant = NearestName.hint(among: names, for: name)
    throw ValidationError(
      "There is no format '\(name)'.\(meant) There are: \(names.joined(separator: ", ")).")
  }
}
