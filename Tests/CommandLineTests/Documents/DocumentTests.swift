import Foundation
import Testing

/// What the documents claim is so.
///
/// With `CHATEVENTS_RECORD=1` in the environment the examples are written again with what they print now, and every example that
/// differed fails: a person reads the difference first.
@Suite struct DocumentTests {
  let scratch = Scratch()

  @Test func theGuideHasExamples() {
    #expect(Document.all.contains { $0.path == "README.md" })
    #expect(Document.all.contains { $0.path == "Docs/guide.md" && !$0.examples.isEmpty })
  }

  /// One after the other, since an example may continue with the files of the previous one.
  @Test(arguments: Document.all)
  func examplesPrintWhatTheDocumentSays(document: Document) throws {
    for example in document.examples {
      let script = try scratch.write(example.commands.map { $0 + "\n" }.joined(), to: "example")
      // Bash prints each command as it reads it, so that the whole is a transcript like the one in the document.
      let run = try Tool.shell(#"bash -v "$SCRIPT" 2>&1"#, environment: ["SCRIPT": script])
      if ProcessInfo.processInfo.environment["CHATEVENTS_RECORD"] == "1", run.text != example.transcript {
        try document.record(example, as: run.text)
      }
      try expectEqual(run.text, example.transcript, example.place)
    }
  }

  @Test(arguments: Document.all)
  func linksLeadToFiles(document: Document) throws {
    for link in document.links
    where !link.contains("://") && !link.hasPrefix("mailto:") && !link.hasPrefix("#") {
      let path = link.prefix { $0 != "#" }
      let target = Tool.root.appending(path: document.path).deletingLastPathComponent().appending(path: path)
      #expect(
        FileManager.default.fileExists(atPath: target.standardized.plainPath), "\(document.path): \(link)")
    }
  }

  /// The pages that have a table of the formats.
  @Test(arguments: [
    "README.md", "Docs/export.md", "Docs/guide.md", "Docs/privacy.md", "Docs/reading.md",
    "Fixtures/README.md",
  ])
  func aTableOfFormatsHasEachOfThem(path: String) throws {
    let rows = try Document(path: path).lines.filter { $0.hasPrefix("|") }
    for format in Set(try ExplainTests.routes().flatMap { [$0.from, $0.to] }) {
      #expect(rows.contains { $0.contains("`\(format)`") }, "\(format)")
    }
  }

  @Test func thePageOfEachRouteIsUpToDate() throws {
    for (from, to) in try ExplainTests.routes() {
      let run = try Tool.run("explain", "--from", from, "--to", to, "--markdown")
      #expect(run.status == 0)
      let page = Tool.root.appending(path: "Docs/mappings/\(from)-to-\(to).md")
      try expectEqual(Data(contentsOf: page), run.output, "\(page.lastPathComponent) (make docs)")
    }
  }

  @Test func thePageOfTheDiagnosticsIsUpToDate() throws {
    let run = try Tool.run("explain", "--codes", "--markdown")
    #expect(run.status == 0)
    let page = Tool.root.appending(path: "Docs/diagnostics.md")
    try expectEqual(Data(contentsOf: page), run.output, "\(page.lastPathComponent) (make docs)")
  }

  @Test func thePageOfTheJavaScriptAPIIsUpToDate() throws {
    let run = try Tool.run("api", "--markdown")
    #expect(run.status == 0)
    let page = Tool.root.appending(path: "Docs/olark-javascript-api-names.md")
    try expectEqual(Data(contentsOf: page), run.output, "\(page.lastPathComponent) (make docs)")
  }
}

/// One page of the repository.
struct Document: Sendable, CustomTestStringConvertible {
  /// Its path from the root.
  let path: String
  let lines: [Substring]

  var testDescription: String { path }

  /// The pages at the root, in `Docs` and in `Fixtures`.
  static let all = ["", "Docs", "Docs/mappings", "Fixtures"].flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: Tool.root.appending(path: folder).plainPath)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      try? Document(path: folder.isEmpty ? name : "\(folder)/\(name)")
    }
  }

  init(path: String) throws {
    self.path = path
    let text = try String(contentsOf: Tool.root.appending(path: path), encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The targets of its links, but for those in code.
  var links: [Substring] {
    var isCode = false
    return lines.flatMap { line -> [Substring] in
      if line.hasPrefix("```") { isCode.toggle() }
      return isCode ? [] : line.replacing(/`[^`]*`/, with: "")[...].matches(of: /\]\(([^)\s]+)\)/).map(\.1)
    }
  }
}

/// One `console` block of a document: commands behind `$`, each with what it prints.
struct Example: Sendable {
  /// The document and the line.
  let place: String
  let commands: [String]

  /// The commands, each followed by what it prints.
  let transcript: String

  /// The lines of the block.
  let block: [Substring]
}

extension Document {
  /// Its blocks in order; commands that build or change the repository are left out of them.
  var examples: [Example] {
    var examples: [Example] = []
    var rest = lines[...]
    while let start = rest.firstIndex(of: "```console") {
      let block = rest[(start + 1)...].prefix { $0 != "```" }
      rest = rest[block.endIndex...]
      var commands: [String] = []
      var transcript = ""
      var isRun = false
      for line in block {
        if line.hasPrefix("$ ") {
          isRun = line.prefixMatch(of: #/\$ (swift|make|git) /#) == nil
          if isRun { commands.append(String(line.dropFirst(2))) }
        }
        if isRun { transcript += (line.hasPrefix("$ ") ? line.dropFirst(2) : line) + "\n" }
      }
      guard !commands.isEmpty else { continue }
      examples.append(
        Example(
          place: "\(path):\(start + 1)", commands: commands, transcript: transcript, block: Array(block)))
    }
    return examples
  }

  /// Writes an example into the document again, with another transcript of its commands.
  func record(_ example: Example, as transcript: String) throws {
    // A command that was not run has no output in the transcript.
    guard example.block.count(where: { $0.hasPrefix("$ ") }) == example.commands.count else { return }
    var commands = example.commands[...]
    var lines = transcript.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let command = commands.first, line == command else { return String(line) }
      commands.removeFirst()
      return "$ " + line
    }
    guard commands.isEmpty, lines.popLast() == "" else { return }
    let file = Tool.root.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let old = "```console\n" + example.block.map { $0 + "\n" }.joined() + "```\n"
    let new = "```console\n" + lines.map { $0 + "\n" }.joined() + "```\n"
    try Data(text.replacing(old, with: new).utf8).write(to: file)
  }
}
