internal import ArgumentParser
internal import ChatEvents

/// `chatevents explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the table of a route.",
    discussion: """
      Without a route it lists those that there are.

      Examples:
        chatevents explain
        chatevents explain --from olark --to rudderstack
      """)

  @Option(
    help: ArgumentHelp("The format that the route reads: \(SourceName.names).", valueName: "format"),
    completion: .list(SourceName.allValueStrings), transform: SourceName.parse)
  var from: SourceName?

  @Option(
    help: ArgumentHelp("The format that the route writes: \(TargetName.names).", valueName: "format"),
    completion: .list(TargetName.allValueStrings), transform: TargetName.parse)
  var to: TargetName?

  @Flag(help: "Print the page of the documents, in Markdown.")
  var markdown = false

  func run() throws {
    let routes = Routes.all.filter { route in
      (from?.format).map { $0 == route.from } ?? true && to.map { $0.format == route.to } ?? true
    }
    guard !routes.isEmpty else {
      throw ValidationError("There is no such route; list them with: chatevents explain")
    }
    let text: String
    if from == nil && to == nil && !markdown {
      text = routes.map { "\($0.from.name) -> \($0.to.name): \($0.summary)\n" }.joined()
    } else {
      text = routes.map { markdown ? $0.markdown : $0.explanation }.joined(separator: "\n")
    }
    try TextOutput.write(text)
  }
}
