extension OlarkAPI {
  /// Returns entries as text: one line each with kind, name and title, under the headings of their categories.
  ///
  /// A text of the chat box has no title; its meaning is shown instead.
  public static func list(_ entries: [Entry]) -> String {
    let sections = categories.compactMap { category -> String? in
      let own = entries.filter { $0.category == category.title }
      guard let width = own.map(\.name.count).max() else { return nil }
      let lines = own.map { entry in
        let title = entry.titles.isEmpty ? entry.meaning : entry.titles.joined(separator: ", ")
        return "  \(entry.kind.rawValue.padded(to: 8))  \(entry.name.padded(to: width))  \(title)\n"
      }
      return "\(category.title)\n\(lines.joined())"
    }
    return sections.joined(separator: "\n")
  }
}

extension OlarkAPI.Entry {
  /// The complete entry, as readable text.
  public var explanation: String {
    var text = """
      \(name)
      A \(kind) of "\(category)"\(titles.isEmpty ? "" : ", titled \(quotedTitles)").

      \(meaning).\(precondition.map { "\nNeeds: \($0)." } ?? "")

      \(taken)
      In JavaScript: \(javaScript)

      """
    if let example {
      text += "As a record: \(example)\n"
    } else {
      text += "It needs a function, so it has no JSON record.\n"
    }
    return text + "\nSource: \(source).\n"
  }

  /// The section of Olark's page that describes it.
  public var source: String {
    // The texts are listed in the section of the language.
    let sections = titles.isEmpty ? "\"Configure the default language\"" : quotedTitles
    return "Olark, \"Javascript API\", \(sections), read in November 2026"
  }

  private var quotedTitles: String { titles.map { "\"\($0)\"" }.joined(separator: ", ") }

  /// What is given behind the name, in words.
  private var taken: String {
    if kind == .setting, let value = arguments.first {
      let otherwise = standard.map { "Default: \"\($0)\".\n" } ?? ""
      return "Its value: \(value.type.words).\n" + otherwise
        + value.type.members.map { $0.lines(depth: 1) }.joined()
    }
    if arguments.isEmpty { return "It takes nothing.\n" }
    return "It takes:\n" + arguments.map { $0.lines(depth: 1) }.joined()
  }
}

extension OlarkAPI.Member {
  /// A line on the member, and those on what is in it, further to the right.
  fileprivate func lines(depth: Int) -> String {
    let parameters: String =
      if case .function(let parameters) = type, !parameters.isEmpty {
        " of \(parameters.map(\.name).joined(separator: ", "))"
      } else {
        ""
      }
    let presence = isRequired ? "" : ", optional"
    let line = "\(name): \(type.words)\(parameters)\(presence). \(meaning).\n"
    return String(repeating: "  ", count: depth) + line
      + type.members.map { $0.lines(depth: depth + 1) }.joined()
  }
}
