internal import ArgumentParser
internal import ChatEvents

/// `chatevents explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Prints the mapping table of a route, or explains a diagnostic.",
    discussion: HelpText.discussion(
      """
      Without a route or a code, it lists the routes.

      Examples:
        chatevents explain
        chatevents explain --from olark --to rudderstack
        chatevents explain no-identity
        chatevents explain --codes
      """))

  @Option(help: ArgumentHelp("Format that the route reads.", valueName: "format"))
  var from: SourceName?

  @Option(help: ArgumentHelp("Format that the route writes.", valueName: "format"))
  var to: TargetName?

  @Flag(help: "List all diagnostic codes.")
  var codes = false

  @Flag(help: "Print the generated documentation page (Markdown).")
  var markdown = false

  @Argument(
    help: ArgumentHelp(
      "Code of a diagnostic, shown in brackets after a message.", valueName: "code"),
    completion: .list(Code.all.map(\.name)))
  var code: String?

  mutating func validate() throws {
    if code != nil || codes, from != nil || to != nil {
      throw ValidationError("a code and --codes exclude --from and --to")
    }
    guard let code, Code.named(code) == nil else { return }
    throw ValidationError(
      UsageError.unknown(
        "code", code, among: Code.all.map(\.name), "list them with: chatevents explain --codes"))
  }

  func run() throws { try TextOutput.write(explanation()) }
}
