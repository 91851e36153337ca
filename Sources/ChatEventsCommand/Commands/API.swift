public import ArgumentParser  // for the conformance of a public type, below
public import ChatEvents

/// `chatevents api`.
struct API: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api",
    abstract: "Looks up Olark's JavaScript API.",
    discussion: """
      With a name it tells what the name takes, what a callback receives, and what it
      means. Without one, or with the beginning of names, it lists them.

      Examples:
        chatevents api
        chatevents api --kind callback
        chatevents api system.hb_custom_style
        chatevents api locale --json
      """)

  @Argument(
    help: "A name, or the beginning of names up to a point, such as api.chat or locale.",
    completion: .list(OlarkAPI.entries.map(\.name)))
  var name: String?

  @Option(help: "The kind of names to look at.")
  var kind: OlarkAPI.Kind?

  @Flag(help: "Print one JSON object a line for each name.")
  var json = false

  @Flag(help: "Print the page of the documents, in Markdown.")
  var markdown = false

  func validate() throws {
    guard !markdown || (name == nil && kind == nil && !json) else {
      throw ValidationError("--markdown prints everything; leave out the other arguments.")
    }
  }

  func run() throws { try TextOutput.write(answer()) }
}

extension OlarkAPI.Kind: ExpressibleByArgument {}
