internal import ArgumentParser
internal import ChatEvents

/// The format that `--from` names: one of those that some route reads, or `auto`.
struct SourceName: ExpressibleByArgument {
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

  var defaultValueDescription: String { format?.name ?? "auto" }
  static var allValueStrings: [String] { ["auto"] + Routes.sources.map(\.name) }
}

/// The format that `--to` names: one of those that some route writes.
struct TargetName: ExpressibleByArgument {
  let format: Format

  init?(argument: String) {
    guard let found = Routes.targets.first(where: { $0.name == argument }) else { return nil }
    format = found
  }

  static var allValueStrings: [String] { Routes.targets.map(\.name) }
}
