internal import ArgumentParser
internal import ChatEvents

/// Refuses command lines that the argument parser would misread, or answer with something else first.
///
/// It keeps the last value of an option that appears twice and drops the others, takes `--summary json` for a flag and a file, and
/// reports that an option is missing rather than that one is unknown. What an option takes, and whether it may be repeated, is taken from the
/// command's own declarations.
enum Usage {
  /// Returns what is wrong with a command line; nil if nothing is.
  ///
  /// - Parameter words: the command line after the command's name.
  static func refusal(of command: any ParsableCommand.Type, _ words: some Collection<String>) throws
    -> String?
  {
    let options = words.prefix { $0 != "--" }.filter { $0.hasPrefix("-") && $0 != "-" }
    // Declarations take some time to read.
    if options.isEmpty || options.contains(where: isAnswered) { return nil }
    let declarations = try Declarations(of: command)
    let read = declarations.read(words)
    for case .unknown(let name) in read {
      return "unknown option '\(name)'\(hint(for: name, among: declarations))"
    }
    return repetition(in: read) ?? read.indices.lazy.compactMap { fault(at: $0, in: read) }.first
  }

  /// Whether a word asks for help or for a script, whatever else is on the command line.
  private static func isAnswered(_ word: String) -> Bool {
    ["--help", "-h", "--version", "--experimental-dump-help"].contains(word) || word.hasPrefix("---")
      || word.hasPrefix("--generate-completion-script")
  }

  private static func repetition(in words: [Declarations.Word]) -> String? {
    var given: Set<String> = []
    for case .option(let option, _) in words where !option.isRepeating {
      if !given.insert(option.title).inserted { return "\(option.title) appears twice; give it once" }
    }
    return nil
  }

  private static func fault(at index: Int, in words: [Declarations.Word]) -> String? {
    guard case .option(let option, let value) = words[index] else { return nil }
    if option.takesValue {
      if value == nil { return "missing value for \(option.title)" }
      if value == "", option.namesFile {
        let kind = option.completionKind?.directory == nil ? "file" : "folder"
        return "\(option.title) is empty; name a \(kind), or omit the option"
      }
      return nil
    }
    if option.title == "--summary", let value {
      return "invalid value '\(value)' for --summary (values: \(SummaryFlag.names))"
    }
    if value != nil { return "\(option.title) takes no value" }
    if option.title == "--summary", index + 1 < words.count, case .argument(let form) = words[index + 1],
      SummaryFlag.allCases.contains(where: { $0.rawValue == form })
    {
      return "--summary takes its form after an equals sign: --summary=\(form)"
    }
    return nil
  }

  /// Names of other programs and commands for options that have another name here.
  private static let synonyms = [
    "--from": "--as", "--as": "--from", "--threads": "--jobs", "--workers": "--jobs", "--parallel": "--jobs",
    "--colour": "--color", "--tz": "--timezone", "--head": "--limit", "--max-records": "--limit",
    "--silent": "--quiet", "--outfile": "--output", "--out-dir": "--output-dir", "--user": "--visitor-id",
    "--mail": "--email", "--check": "--verify",
  ]

  /// Returns the question whether another option was meant.
  private static func hint(for name: String, among declarations: Declarations) -> String {
    if let synonym = synonyms[name], declarations.option(named: synonym) != nil {
      return NearestName.hint(at: synonym)
    }
    return NearestName.hint(
      among: declarations.options.flatMap(\.spellings).filter { $0.hasPrefix("--") }, for: name)
  }
}

/// What is wrong with a command line, in one style, whoever found it.
enum UsageError {
  /// Returns what is wrong: a clause, and perhaps lines below it.
  static func message(for error: any Error, of command: any ParsableCommand.Type) -> String {
    let text = command.message(for: error)
    if let (value, option, reason) = invalidValue(text) {
      let intro = "invalid value '\(value)' for \(option)"
      if let reason { return "\(intro): \(reason)" }
      let declared = try? Declarations(of: command).option(named: option)
      guard let values = declared?.allValues, !values.isEmpty else {
        return intro + (expectation(of: option).map { ": expected \($0)" } ?? "")
      }
      return
        "\(intro) (values: \(values.joined(separator: ", ")))\(NearestName.hint(among: values, for: value))"
    }
    if text.hasPrefix("Missing expected argument '") {
      return "missing argument \(text.dropFirst(27).prefix { $0 != "'" && $0 != " " })"
    }
    return text.prefix(1).lowercased() + text.dropFirst(1).trimmedStop
  }

  /// Returns the parts of what the argument parser says of a value: the value, the option, and why it is refused if a reason is given.
  private static func invalidValue(_ text: String) -> (value: String, option: String, reason: String?)? {
    let (start, middle) = ("The value '", "' is invalid for '")
    guard text.hasPrefix(start), let range = text.ranges(of: middle).first else { return nil }
    let value = text[..<range.lowerBound].dropFirst(start.count)
    let rest = text[range.upperBound...]
    guard let end = rest.firstIndex(of: "'") else { return nil }
    let option = rest[..<end].prefix { $0 != " " }
    let tail = rest[end...].dropFirst()
    return (String(value), String(option), tail.hasPrefix(": ") ? String(tail.dropFirst(2)) : nil)
  }

  /// Returns what an option takes whose values cannot be listed.
  private static func expectation(of option: String) -> String? {
    switch option {
    case "--jobs", "-j": "a number from 1 to 256"
    case "--limit": "a number, 1 or more"
    case "--record-limit", "--max-event-size": "a number of bytes up to 1G, such as 4096, 64K or 16M"
    case "--max-rejects": "a number or a percentage, such as 20 or 0.5%"
    case "--older-than": "an age, such as 36h, 90d, 12w or 2y"
    case "--delimiter": "one of , ; | and \\t"
    case "--calls", "--events": "names, separated by commas"
    default: nil
    }
  }

  /// Returns that a name is not one of those that there are, with the one that was probably meant.
  ///
  /// - Parameter list: all of them, or how to list them.
  static func unknown(_ kind: String, _ name: String, among names: [String], _ list: String) -> String {
    "unknown \(kind) '\(name)' (\(list))\(NearestName.hint(among: names, for: name))"
  }
}

extension Substring {
  /// The text without a full stop at its end.
  fileprivate var trimmedStop: Substring { last == "." ? dropLast() : self }
}
