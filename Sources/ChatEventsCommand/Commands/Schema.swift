internal import ArgumentParser
internal import ChatEvents

/// `chatevents schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a kind of record, or lists them.",
    discussion: """
      A schema is one document of JSON Schema, draft 2020-12, which refers to no other.

      Examples:
        chatevents schema
        chatevents schema segment-event
        chatevents schema olark-transcript > olark-transcript.schema.json
      """)

  @Argument(
    help: "The name of a kind of record, or of something that records hold.",
    completion: .list(JSONSchema.all.map(\.name)))
  var name: String?

  func run() throws { try TextOutput.write(answer()) }
}
