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

  static let pages: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.plainPath)
    return (files ?? []).map { $0.replacing(".txt", with: "").replacing("chatevents-", with: "") }.sorted()
  }()

  private func help(_ page: String, columns: Int) throws -> [Substring] {
    let words = page == "chatevents" ? ["--help"] : [page, "--help"]
    let run = try Tool.run(words, environment: ["COLUMNS": "\(columns)"])
    #expect(run.status == 0)
    return run.text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The discussion alone: what is above the usage.
  private func discussion(_ page: String, columns: Int) throws -> [Substring] {
    Array(try help(page, columns: columns).prefix { !$0.hasPrefix("USAGE: ") })
  }

  @Test(arguments: pages)
  func noLineOfADiscussionIsLong(page: String) throws {
    for columns in [40, 80, 120] {
      for line in try discussion(page, columns: columns) { #expect(line.count < columns, "\(line)") }
    }
    let examples = try discussion(page, columns: 120).filter { $0.hasPrefix("  ") }
    for line in examples { #expect(line.count <= 76, "\(line)") }
  }

  /// A line ends where the next word would not fit, or a paragraph ends: no word is left alone on a line.
  @Test(arguments: pages, [40, 80, 120])
  func paragraphsAreFilled(page: String, columns: Int) throws {
    let lines = try discussion(page, columns: columns)
    #expect(lines.count > 2)
    for (line, next) in zip(lines, lines.dropFirst())
    where !line.isEmpty && !line.hasPrefix(" ") && !next.isEmpty && !next.hasPrefix(" ") {
      let word = next.prefix { $0 != " " }
      let isEnd = line.hasSuffix(":")
      #expect(isEnd || line.count + 1 + word.count >= columns, "\(line) / \(next)")
    }
  }

  /// A shell takes the lines of an example for the same command at every width.
  @Test(arguments: pages)
  func examplesSurviveANarrowTerminal(page: String) throws {
    func commands(_ columns: Int) throws -> [String] {
      let lines = try discussion(page, columns: columns).drop { $0 != "Examples:" }.dropFirst()
      let text = lines.prefix { $0.hasPrefix("  ") }.joined(separator: "\n")
      return text.replacing(#/ \\\n +/#, with: " ").split(separator: "\n").map { String($0.dropFirst(2)) }
    }
    let wide = try commands(120)
    #expect(!wide.isEmpty)
    #expect(try commands(40) == wide)
    #expect(try commands(80) == wide)
    for command in wide { #expect(command.contains("chatevents"), "\(command)") }
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
