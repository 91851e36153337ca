internal import ArgumentParser
internal import ChatEvents

/// `chatevents schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a kind of record, or lists them.",
    discussion: HelpText.discussion(
      """
      A schema is one self-contained document of JSON Schema, draft 2020-12.

      Examples:
        chatevents schema
        chatevents schema segment-event
        chatevents schema olark-transcript > olark-transcript.schema.json
      """))

  @Argument(
    help: "Name of a kind of record, or of a part of one.",
    completion: .list(JSONSchema.all.map(\.name)))
  var name: String?

  func run() throws { try TextOutput.write(answer()) }
}
