internal import ArgumentParser
internal import ChatEvents

/// The tool.
@main
struct Tool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chatevents",
    abstract: "Turns live-chat records into analytics events, and back.",
    discussion: """
      Reads JSON from files or standard input and writes one event a line, or a
      report of what is wrong, to standard output. Everything else (errors, summaries,
      progress) goes to standard error.

      Examples:
        chatevents convert --to rudderstack transcripts.jsonl > events.jsonl
        chatevents convert --to rudderstack --rejects bad.jsonl chats.jsonl
        chatevents validate --strict fixtures/
        chatevents explain --from olark --to rudderstack
        chatevents api api.visitor.getDetails
        chatevents schema segment-event
        chatevents check fixtures/

      Exit status: 0 all done; 1 something was rejected, or is wrong; 64 wrong usage;
      66 an input could not be opened; 70 a defect of the tool; 74 reading or writing
      failed.
      """,
    version: Revision.version,
    subcommands: [
      Convert.self, Validate.self, Check.self, Redact.self, Export.self, Schema.self, Explain.self, API.self,
    ])

  static func main() async {
    CurrentProcess.occupyClosedStreams()
    Signals.letWritesFail()
    Interrupts.watch()
    let arguments = CurrentProcess.arguments.map(Self.known)
    do {
      try await runPlain(arguments)
    } catch {
      end(with: error)
    }
    if let form = arguments.first(where: { $0.hasPrefix("--summary=") }) {
      end(
        with: ValidationError(
          "There is no form '\(form.dropFirst(10))' of --summary. There are: text, json."))
    }
    if let first = arguments.first, !first.hasPrefix("-"), first != "help" {
      refuseUnknownCommand(first)
      refuseRepetition(of: first, arguments.dropFirst())
    }
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
    end(with: ExitCode.success)
  }

  /// Ends the run with what the argument parser has to say: help, or what is wrong with the command line.
  ///
  /// The parser would print it itself, without a check, and would lose what a full disk or a pipe does not take.
  private static func end(with error: any Error) -> Never {
    // The parser would look for a message, among all that it knows of the commands.
    if let status = error as? ExitCode { CurrentProcess.end(status.final) }
    let status = exitCode(for: error)
    let text = fullMessage(for: error)
    if !text.isEmpty {
      if status == .success {
        do {
          try TextOutput.write(text + "\n")
        } catch {
          CurrentProcess.end(exitCode(for: error).final)
        }
      } else {
        var messages = Messages(Display(.never, showsProgress: false))
        messages.write(quotedOnOneLine(in: text) + "\n")
      }
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

  /// Ends the run if an option is given twice that does not add up.
  private static func refuseRepetition(of name: String, _ words: some Collection<String>) {
    guard let command = configuration.subcommands.first(where: { $0._commandName == name }) else { return }
    do {
      guard let refusal = try Repetition.refusal(of: command, words) else { return }
      var messages = Messages(Display(.auto, showsProgress: false))
      messages.write(
        "Error: \(refusal)\nUsage: \(usageString(for: command))\n"
          + "  See 'chatevents \(name) --help' for more information.\n")
      end(with: ExitCode(.usage))
    } catch {
      end(with: error)
    }
  }

  /// Ends the run where the first argument is no command, and says which one was probably meant.
  private static func refuseUnknownCommand(_ name: String) {
    let names = configuration.subcommands.map { $0._commandName }
    guard !names.contains(name) else { return }
    let meant = NearestName.hint(among: names, for: name)
    end(
      with: ValidationError(
        "There is no command '\(name)'.\(meant) There are: \(names.joined(separator: ", "))."))
  }
}
