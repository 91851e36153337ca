public import ArgumentParser  // for the conformance of a public type, below
public import ChatEvents

/// `chatevents api`.
struct API: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api",
    abstract: "Looks up Olark's JavaScript API.",
    discussion: HelpText.discussion(
      """
      With a name, prints its arguments, what a callback receives, and what it means. \
      Without one, or with the beginning of names, lists them.

      Examples:
        chatevents api
        chatevents api --kind callback
        chatevents api system.hb_custom_style
        chatevents api locale --json
      """))

  @Argument(
    help: "A name, or the beginning of names up to a dot, such as api.chat or locale.",
    completion: .list(OlarkAPI.entries.map(\.name)))
  var name: String?

  @Option(help: "Kind of names to look up.")
  var kind: OlarkAPI.Kind?

  @Flag(help: "Print one JSON object per name, one per line.")
  var json = false

  @Flag(help: "Print the generated documentation page (Markdown).")
  var markdown = false

  func validate() throws {
    guard !markdown || (name == nil && kind == nil && !json) else {
      throw ValidationError("--markdown prints everything; omit the other arguments")
    }
  }

  func run() throws { try TextOutput.write(answer()) }
}

extension OlarkAPI.Kind: ExpressibleByArgument {}
