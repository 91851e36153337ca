import Foundation
import TestSupport
import Testing

@testable import ChatEventsCommand

@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("", []), (" \t\r\n", []), ("--calls  identify\n", ["--calls", "identify"]),
    (#"--integrations '{"All": false}'"#, ["--integrations", #"{"All": false}"#]),
    (#"a"b c"'d e'f"#, ["ab cd ef"]), (#""" ''"#, ["", ""]), (#""\"\\\$\`\n""#, [#""\$`\n"#]),
    (#"a\ b \"c \\"#, ["a b", "\"c", "\\"]), ("a\\\nb \"c\\\nd\" 'e\\\nf'", ["ab", "cd", "e\\\nf"]),
    ("\\\n", []), ("$HOME *.json # a;b", ["$HOME", "*.json", "#", "a;b"]), ("Zoë\\🙂 'é'", ["Zoë🙂", "é"]),
    ("a\r\nb\r\n", ["a", "b"]),
  ])
  func aTextIsSplitAsByAShell(text: String, words: [String]) throws {
    #expect(try ShellWords.split(text) == words)
  }

  @Test(arguments: [
    ("'a", ShellWords.Fault.openQuote("'")), ("\"a", .openQuote("\"")), ("\"a\\", .openQuote("\"")),
    ("\"a\\\"", .openQuote("\"")), ("a 'b' \"", .openQuote("\"")), ("a\\", .lastBackslash),
  ])
  func whatIsNotClosedIsNamed(text: String, fault: ShellWords.Fault) {
    #expect(throws: fault) { try ShellWords.split(text) }
  }

  /// Random texts of what has a meaning, and little else, as `sh` splits them.
  @Test func theShellAgrees() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Seeded(seed)
    let letters = ["a", "b", "Ä", " ", " ", "\t", "'", "\"", "\\", "\\$", "\\`", "\\\n"]
    let texts = (0..<3_000).compactMap { _ -> String? in
      let text = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
      // What a shell would expand, and a line's end where it ends a command, stand behind a backslash or not at all.
      let isPlain = !text.contains(#/(^|[^\\])(\\\\)*[$`\n]/#)
      return isPlain && (try? ShellWords.split(text)) != nil ? text : nil
    }
    try #require(texts.count > 300, "seed \(seed)")
    let found = try shellWords(of: texts)
    try #require(found.count == texts.count, "seed \(seed)")
    for (text, words) in zip(texts, found) {
      #expect(try ShellWords.split(text) == words, "seed \(seed): \(text.debugDescription)")
    }
  }

  /// Has `sh` split texts, and returns the words of each.
  private func shellWords(of texts: [String]) throws -> [[String]] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    // A word is written between 1 and 2, the words of a text before 3: bytes that stand in no text.
    let script = texts.map { "show \($0)\nend\n" }.joined()
    let functions = #"""
      show() { for word; do printf '\1%s\2' "$word"; done; }
      end() { printf '\3'; }

      """#
    try (functions + script).write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-f", file.path(percentEncoded: false)]
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\u{3}", omittingEmptySubsequences: false)
      .dropLast().map { text in
        text.split(separator: "\u{2}", omittingEmptySubsequences: false).dropLast().map {
          String($0.dropFirst())
        }
      }
  }
}
