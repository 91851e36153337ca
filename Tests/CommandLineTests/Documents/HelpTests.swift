import Foundation
import Testing

/// What the tool says of itself, compared as whole text with the files in `Help`.
///
/// With `CHATEVENTS_RECORD=1` in the environment the files are written anew, and every comparison fails: a person reads
/// the difference first.
@Suite struct HelpTests {
  static let folder = Tool.root.appending(path: "Tests/CommandLineTests/Documents/Help")

  @Test func theHelpOfTheToolIsAsRecorded() throws {
    let run = try Tool.run("--help")
    try compare(run, "chatevents")
    let commands = run.lines.drop { $0 != "SUBCOMMANDS:" }.compactMap {
      $0.prefixMatch(of: #/  ([a-z]+) /#)?.1
    }
    #expect(!commands.isEmpty)
    for command in commands.map(String.init) {
      let help = try Tool.run(command, "--help")
      try compare(help, "chatevents-\(command)")
      #expect(try Tool.run("help", command).output == help.output)
    }
  }

  @Test func everyRecordedCommandIsThere() throws {
    let help = try Tool.run("--help").text
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.plainPath)
    #expect(files.contains("chatevents.txt"))
    for file in files where file != "chatevents.txt" {
      let command = try #require(file.wholeMatch(of: /chatevents-([a-z]+)\.txt/)).1
      #expect(help.contains("\n  \(command) "), "no command has the help \(file)")
    }
  }

  @Test func withoutArgumentsTheToolHelps() throws {
    #expect(try Tool.run().output == Tool.run("--help").output)
    #expect(try Tool.run("-h").output == Tool.run("--help").output)
  }

  @Test func theVersionIsANumber() throws {
    let run = try Tool.run("--version")
    #expect(run.text.wholeMatch(of: /\d+\.\d+\.\d+( \([0-9a-f]+(-dirty)?\))?\n/) != nil)
    #expect(run.status == 0)
  }

  @Test func theVersionIsTheLastOneInTheListOfChanges() throws {
    let version = try #require(Tool.run("--version").text.firstMatch(of: /[0-9.]+/)).output
    let headings = try Document(path: "CHANGELOG.md").lines.filter { $0.hasPrefix("## ") }
    #expect(headings.first == "## Unreleased")
    #expect(headings.dropFirst().first?.hasPrefix("## \(version) - ") == true)
  }

  private func compare(_ run: Run, _ name: String) throws {
    #expect(run.status == 0)
    #expect(run.errors == "")
    let file = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["CHATEVENTS_RECORD"] == "1" {
      try Data(run.output).write(to: file)
      Issue.record(
        "recorded \(file.lastPathComponent): read the difference and run again without CHATEVENTS_RECORD")
    } else {
      try expectEqual(run.output, Data(contentsOf: file), file.lastPathComponent)
    }
  }
}
