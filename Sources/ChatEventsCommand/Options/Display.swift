internal import ArgumentParser

/// How messages look: the options that every command has.
struct DisplayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Whether to color messages.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(name: .customLong("no-progress"), help: "Show no progress.")
  var noProgress = false

  @Flag(name: .shortAndLong, help: "Show no progress, warnings or notes; errors only.")
  var quiet = false

  /// The choice for the standard error that this process has.
  var resolved: Display {
    var display = Display(color, showsProgress: !noProgress && !quiet)
    display.isQuiet = quiet
    return display
  }

  /// Warns of something before a run begins.
  func warn(_ text: String) {
    var messages = Messages(resolved)
    messages.warning(text)
  }

  /// Warns if others than its owner can read a file that holds a secret.
  func warnOfReaders(of path: String) {
    guard let status = FileStatus(path: path), status.kind == .regular, status.permissions & 0o044 != 0 else {
      return
    }
    warn("others can read the key in \(path.shownFileName)\n  fix: chmod 600 \(path.shownFileName)\n")
  }

  /// Reports why a run cannot begin, and returns what ends the command.
  func failure(_ reason: String, fix: String? = nil, _ status: ExitStatus) -> ExitCode {
    var messages = Messages(resolved)
    messages.error(reason, fix: fix)
    return ExitCode(status)
  }
}

extension Display {
  /// Makes the choice for what messages go to: the standard error that this process has.
  init(_ color: ColorChoice, showsProgress: Bool, on descriptor: Descriptor = .standardError) {
    let isTerminal = descriptor.isTerminal
    let isDumb = Environment.value(of: "TERM") == "dumb"
    let isUnwanted = Environment.value(of: "NO_COLOR").map { !$0.isEmpty } ?? false
    let isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto: isTerminal && !isDumb && !isUnwanted
      }
    self.init(isColored: isColored, showsProgress: isTerminal && !isDumb && showsProgress)
  }
}

/// When messages are coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// How messages look on this stream.
struct Display: Sendable {
  var isColored: Bool
  var showsProgress: Bool
  /// Whether warnings and notes are not shown.
  var isQuiet = false

  /// Colours the words by which a reader finds the parts of a report.
  func decorated(_ report: String) -> String {
    guard isColored else { return report }
    return report.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if let range = line.firstRange(of: ": error: ") {
        return
          "\u{1b}[1m\(line[..<range.lowerBound]):\u{1b}[0m \u{1b}[1;31merror:\u{1b}[0m \(line[range.upperBound...])"
      }
      if line.hasPrefix("  fix: ") { return "  \u{1b}[36mfix:\u{1b}[0m \(line.dropFirst(7))" }
      return String(line)
    }.joined(separator: "\n")
  }
}
