internal import ArgumentParser
internal import ChatEvents

/// The tool.
@main
struct Tool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chatevents",
    abstract: "Converts live-chat records to analytics events, and back.",
    discussion: HelpText.discussion(
      """
      Reads JSON from files or standard input. Writes events, one per line, or a report \
      of problems to standard output. Errors, summaries and progress go to standard \
      error.

      Examples:
        chatevents convert --to rudderstack chats.jsonl > events.jsonl
        chatevents convert --to rudderstack --rejects bad.jsonl chats.jsonl
        chatevents validate --strict fixtures/
        chatevents explain --from olark --to rudderstack
        chatevents api api.visitor.getDetails
        chatevents schema segment-event
        chatevents check fixtures/

      Exit status: 0 success; 1 records were rejected, or problems were found; 64 wrong \
      usage; 66 an input could not be opened; 70 a defect of the tool; 74 reading or \
      writing failed.
      """),
    version: Revision.version,
    subcommands: [
      Convert.self, Validate.self, Check.self, Redact.self, Export.self, Schema.self, Explain.self, API.self,
    ])

  static func main() async {
    CurrentProcess.occupyClosedStreams()
    Signals.letWritesFail()
    let arguments = CurrentProcess.arguments.map(Self.known)
    let named = configuration.subcommands.first { $0._commandName == arguments.first }
    do {
      try await runPlain(arguments)
      try refuse(arguments, of: named)
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error, of: named ?? Tool.self)
    }
    end(with: ExitCode.success, of: Tool.self)
  }

  /// Ends the run with what the argument parser has to say: help, or what is wrong with the command line.
  ///
  /// The parser would print it itself, without a check, and would lose what a full disk or a pipe does not take.
  private static func end(with error: any Error, of command: any ParsableCommand.Type) -> Never {
    // The parser would look for a message, among all that it knows of the commands.
    if let status = error as? ExitCode { CurrentProcess.end(status.final) }
    let status = exitCode(for: error)
    if status == .success {
      do {
        try TextOutput.write(fullMessage(for: error) + "\n")
      } catch {
        CurrentProcess.end(exitCode(for: error).final)
      }
    } else {
      let name = command == Tool.self ? "" : " \(command._commandName)"
      let text = quotedOnOneLine(in: UsageError.message(for: error, of: command))
      var messages = Messages(Display(.auto, showsProgress: false))
      messages.write(
        "chatevents: error: \(text)\nUsage: \(usageString(for: command))\n"
          + "  See 'chatevents\(name) --help' for more information.\n", isDecorated: true)
    }
    CurrentProcess.end(status.final)
  }

  /// Returns what the argument parser has to say with each word of the command line that it quotes on one line.
  private static func quotedOnOneLine(in text: String) -> String {
    let words = CurrentProcess.arguments.flatMap { word in
      [word]
        + (word.firstIndex(of: "=").map { [String(word[..<$0]), String(word[$0...].dropFirst())] } ?? [])
    }
    return words.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) { text, word in
      let shown = word.shownFileName
      return shown == word ? text : text.replacing(word, with: shown)
    }
  }

  /// Runs the command of a plain command line, which ends by throwing its status; returns if the line is not plain.
  private static func runPlain(_ arguments: [String]) async throws {
    let words = arguments.dropFirst()
    switch arguments.first {
    case "convert": if let command = Convert(plain: words) { try await command.run() }
    case "validate": if let command = Validate(plain: words) { try await command.run() }
    case "redact": if let command = Redact(plain: words) { try await command.run() }
    case "export": if let command = Export(plain: words) { try await command.run() }
    default: break
    }
  }

  /// Returns a word in the form that the argument parser knows: a flag with a value is none.
  static func known(_ word: String) -> String {
    switch word {
    case "--summary=json": "--summary-json"
    case "--summary=text": "--summary"
    default: word
    }
  }

  /// Refuses what the argument parser would misread.
  private static func refuse(_ arguments: [String], of command: (any ParsableCommand.Type)?) throws {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    let names = configuration.subcommands.map { $0._commandName }
    if let first = words.first, !first.hasPrefix("-"), first != "help", !names.contains(first) {
      throw ValidationError(
        UsageError.unknown(
          "command", first, among: names, "commands: \(names.joined(separator: ", "))"))
    }
    if let command, let refusal = try Usage.refusal(of: command, words.dropFirst()) {
      throw ValidationError(refusal)
    }
  }
}
