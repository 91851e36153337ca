/// The discussion of a command, laid out for the terminal.
///
/// The argument parser wraps every line. So a paragraph is one line, and an example that is too long is broken before, where a shell
/// takes it for one command.
enum HelpText {
  /// Returns a discussion whose examples fit: lines that are indented.
  ///
  /// - Parameter width: the columns of the terminal.
  static func discussion(_ text: String, width: Int = width) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map {
        $0.hasPrefix("  chatevents ") || $0.contains(" | chatevents ") ? broken($0, at: width) : String($0)
      }
      .joined(separator: "\n")
  }

  /// The width for which the argument parser lays out help.
  static var width: Int {
    Environment.value(of: "COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      ?? Descriptor.standardOutput.columns ?? 80
  }

  /// Breaks a command between its words. A line that fills the last column would be wrapped.
  private static func broken(_ command: Substring, at width: Int) -> String {
    if command.count < width { return String(command) }
    var lines: [String] = []
    var line = " "
    for word in words(command) {
      // What follows needs room for a blank and a backslash.
      if line.count + 1 + word.count + 2 >= width, !line.allSatisfy(\.isWhitespace) {
        lines.append(line)
        line = "     "
      }
      line += " \(word)"
    }
    return (lines + [line]).joined(separator: " \\\n")
  }

  /// Returns the words of a command, with what is in quotes in one.
  private static func words(_ command: Substring) -> [Substring] {
    var isQuoted = false
    return command.split { character in
      if character == "'" { isQuoted.toggle() }
      return character == " " && !isQuoted
    }
  }
}
