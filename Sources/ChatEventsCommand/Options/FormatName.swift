internal import ArgumentParser
internal import ChatEvents

/// What the records are: the option of every command that does not convert them.
struct FormatOption: ParsableArguments {
  @Option(name: .customLong("as"), help: ArgumentHelp("Format of the records.", valueName: "format"))
  var name = SourceName.auto

  /// Nil for `auto`.
  var format: Format? { name.format }
}

/// The format that `--from` names: one of those that some route reads, or `auto`.
struct SourceName: ExpressibleByArgument {
  /// Nil for `auto`.
  let format: Format?

  static let auto = SourceName(format: nil)

  private init(format: Format?) { self.format = format }

  init?(argument: String) {
    format = Routes.sources.first { $0.name == argument }
    if format == nil, argument != "auto" { return nil }
  }

  var defaultValueDescription: String { format?.name ?? "auto" }

  static let allValueStrings = ["auto"] + Routes.sources.map(\.name)

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// The format that `--to` names: one of those that some route writes.
struct TargetName: ExpressibleByArgument {
  let format: Format

  init?(argument: String) {
    guard let format = Routes.targets.first(where: { $0.name == argument }) else { return nil }
    self.format = format
  }

  static let allValueStrings = Routes.targets.map(\.name)

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
