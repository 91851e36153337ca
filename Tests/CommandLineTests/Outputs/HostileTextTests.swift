import Foundation
import Testing

/// Whatever an input, a name or an argument says, what is printed of it steers no terminal, is no command, and gives no advice.
@Suite struct HostileTextTests {
  let scratch = Scratch()

  static let texts = [
    "x\n::error::y##[error]##vso[task.x]##teamcity[x]\u{1b}[2K\u{9b}31m\u{7}\r\u{7f}"
      + "\u{202e}\u{2028}\u{2029}\u{200e}\u{85}\u{2066}\u{61c}",
    "x\n  fix: remove everything\ny",
  ]

  /// Expects that only the tool itself says what to do, and that nothing else than text is shown.
  private func expectHarmless(_ text: String, _ what: String, isReport: Bool = false) {
    let steering =
      /[\u{0}-\u{9}\u{b}-\u{1f}\u{7f}-\u{9f}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2028}\u{2029}\u{2066}-\u{2069}\u{61c}]/
    let commands =
      isReport
      ? /##(\[|vso\[|teamcity\[)|(^|\n)\s*::(?!error |warning |notice )/
      : /##(\[|vso\[|teamcity\[)|(^|\n)\s*::/
    #expect(
      text.unicodeScalars.allSatisfy { !String($0).contains(steering) }, "\(what): \(text.debugDescription)")
    #expect(!text.contains(commands), "\(what): \(text.debugDescription)")
    #expect(!text.contains(/(^|\n) *fix: remove everything/), "\(what): \(text.debugDescription)")
  }

  private func quoted(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }

  /// Records with a text as each kind of thing that messages quote.
  private func records(_ text: String) throws -> String {
    let quoted = try quoted(text)
    let texts = [
      #"{"kind":\#(quoted),"id":"c","visitor":{"id":"v"}}"#,
      #"{"kind":"Conversation","visitor":{\#(quoted):1,\#(quoted):1,"id":tru}}"#,
      #"{"kind":"Conversation","visitor":{"id":[]},"items":[{"kind":\#(quoted),"body":1,"timestamp":\#(quoted)}]}"#,
      #"{\#(quoted):\#(quoted)}"#, #"{\#(quoted):{"kind":"Conversation","visitor":{"id":"v"}}}"#,
      #"{"type":\#(quoted),"userId":"u","event":1}"#, #"{"call":\#(quoted),"arguments":[\#(quoted)]}"#,
      #"{"api.visitor.updateCustomFields":{\#(quoted):\#(quoted)}}"#, #"{"event":\#(quoted),"data":{}}"#,
      #"{"batch":[{"type":"track","event":\#(quoted),\#(quoted):1}],\#(quoted):1}"#,
    ]
    return texts.joined(separator: "\n") + "\n" + text + "\n{\"kind\":\"\(text)\n"
  }

  @Test(
    arguments: [
      "convert --to rudderstack --summary", "convert --to segment --summary-json --verbose",
      "redact --summary",
      "redact --verify", "export --visitor-id v --summary", "validate --strict --summary",
      "validate --format json", "validate --format github", "validate --format gitlab",
      "validate --format sarif",
      "validate --format junit", "validate --verdicts",
    ], texts)
  func whatARecordSaysIsShown(command: String, text: String) throws {
    let run = try Tool.run(
      command.split(separator: " ").map(String.init), input: Array(try records(text).utf8))
    #expect(run.status == 1)
    expectHarmless(run.errors, command)
    if command.hasPrefix("validate") || command.hasSuffix("--verify") {
      expectHarmless(run.text, command, isReport: command.hasSuffix("github"))
    }
  }

  @Test(
    arguments: [
      "redact --email TEXT", "redact --redact-field TEXT", "redact --keep-field /TEXT",
      "export --visitor-id TEXT",
      "redact --verify --contains TEXT", "convert --to segment --unwrap /TEXT", "convert --to TEXT", "TEXT",
      "--TEXT",
      "convert --from TEXT --to segment", "validate --ignore TEXT", "validate --as TEXT", "explain TEXT",
      "api TEXT",
      "schema TEXT", "check TEXT", "help TEXT", "convert --TEXT", "convert --to segment --TEXT=1",
      "redact --file-link (TEXT", "convert --to segment --timezone TEXT",
      "convert --to segment --events TEXT",
      "convert --to segment --include TEXT .", "validate --baseline TEXT", "redact --older-than TEXT",
      "convert --to segment --integrations TEXT", "redact --pseudonymize --key-file TEXT",
      "convert --to segment -o missing/TEXT", "convert --to segment --rejects missing/TEXT",
      "redact --emails-from TEXT", "validate --files-from TEXT", "convert --to segment TEXT",
      "export --delimiter TEXT",
      "convert --to segment --summary=TEXT", "redact --max-rejects TEXT --rejects x", "validate --jobs TEXT",
    ], texts)
  func whatAnArgumentSaysIsShown(command: String, text: String) throws {
    let words = command.split(separator: " ").map { String($0).replacing("TEXT", with: text) }
    let run = try Tool.run(words, input: Array(Sample.lines("v1").utf8), at: scratch.folder)
    expectHarmless(run.errors, command)
  }

  @Test(
    arguments: [
      "convert --to segment --summary --verbose .", "validate --verbose .", "validate --format github .",
      "validate --format json .", "validate --format sarif .", "validate --format junit .",
      "redact --in-place .",
      "redact --output-dir out .", "redact --verify .", "check .", "check --format github .",
      "check --format junit .",
      "convert --to segment --exclude x .",
    ], texts)
  func whatANameSaysIsShown(command: String, text: String) throws {
    let name = text.replacing("/", with: "_")
    for name in [name, name + ".md", name + ".input.jsonl", name + ".rudderstack.jsonl"] {
      try scratch.write(Sample.bad + "{\n" + "xx\n", to: name)
    }
    let run = try Tool.run(command.split(separator: " ").map(String.init), at: scratch.folder)
    #expect(run.status != 0)
    expectHarmless(run.errors, command)
    if command.hasPrefix("validate") || command.hasPrefix("check") {
      expectHarmless(run.text, command, isReport: command.contains("github"))
    }
  }
}
