internal import ArgumentParser
internal import ChatEvents

/// `chatevents explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Prints the table of a route, or what a diagnostic means.",
    discussion: """
      Without a route or a code it lists the routes that there are.

      Examples:
        chatevents explain
        chatevents explain --from olark --to rudderstack
        chatevents explain no-identity
        chatevents explain --codes
      """)

  @Option(
    help: ArgumentHelp("The format that the route reads: \(SourceName.names).", valueName: "format"),
    completion: .list(SourceName.allValueStrings), transform: SourceName.parse)
  var from: SourceName?

  @Option(
    help: ArgumentHelp("The format that the route writes: \(TargetName.names).", valueName: "format"),
    completion: .list(TargetName.allValueStrings), transform: TargetName.parse)
  var to: TargetName?

  @Flag(help: "List the codes of all diagnostics.")
  var codes = false

  @Flag(help: "Print the page of the documents, in Markdown.")
  var markdown = false

  @Argument(
    help: ArgumentHelp(
      "The code of a diagnostic, as it stands in brackets behind a message.", valueName: "code"),
    completion: .list(Code.all.map(\.name)))
  var code: String?

  mutating func validate() throws {
    if code != nil || codes, from != nil || to != nil {
      throw ValidationError("Ask for a route or for a diagnostic, not for both.")
    }
    guard let code, Code.named(code) == nil else { return }
    let names = Code.all.map(\.name)
    let meant = NearestName.hint(among: names, for: code)
    throw ValidationError(
      "There is no diagnostic '\(code)'.\(meant) List them with: chatevents explain --codes")
  }

  func run() throws { try TextOutput.write(explanation()) }
}
