import Foundation
import Testing

/// JSON that every program reads alike: `convert --i-json`, and what `validate` says of other JSON.
@Suite struct InteroperableJSONTests {
  let scratch = Scratch()

  private func convert(_ input: String, to target: String = "rudderstack", _ options: String...) throws -> Run
  {
    try Tool.run(["convert", "--to", target] + options, input: Array(input.utf8))
  }

  static func chat(_ members: String) -> String {
    #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},\#(members)}"# + "\n"
  }

  @Test(arguments: [
    (#""tags":["\ud800"]"#, #""tags":["\ufffd"]"#), (#""tags":["a\u0000b"]"#, #""tags":["ab"]"#),
    (#""tags":["\uFFFE"]"#, #""tags":["\ufffd"]"#),
    ("\"tags\":[\"\u{ffff}\"]", "\"tags\":[\"\u{fffd}\"]"),
    (#""tags":["\ud83d\ude00 \\u0000"]"#, #""tags":["\ud83d\ude00 \\u0000"]"#),
    (#""items":[{"x\udc00":1}]"#, #""items":[{"x\ufffd":1}]"#),
  ])
  func onlyWhatAllReadIsWritten(members: String, written: String) throws {
    let run = try convert(Self.chat(members), "--i-json")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.text.contains(written), "\(run.text)")
    // Without the option it is kept as it is.
    #expect(try convert(Self.chat(members)).text.contains(members))
  }

  @Test(arguments: [
    (#""items":[{"a":1,"a":2}]"#, 70, "/items/0/a"), (#""tags":[[{"a":1,"\u0061":2}]]"#, 70, "/tags/0/0/a"),
    (#""unread":{"x":1,"x\u0000":1}"#, 70, "/unread/x\\u0000"),
  ])
  func aRepeatedKeyRejectsItsRecord(members: String, column: Int, pointer: String) throws {
    let input = Self.chat(members) + Sample.lines("v2")
    let rejects = scratch.path("rejects")
    let run = try convert(input, "--i-json", "--rejects", rejects)
    #expect(run.status == 1)
    #expect(run.lines.count == 1)
    #expect(run.errors.contains("[repeated-key]"))
    #expect(run.errors.hasPrefix("<stdin>:1:\(column): error: "), "\(run.errors)")
    let reject = try scratch.text("rejects")
    #expect(reject.contains(#""pointer":"\#(pointer)""#), "\(reject)")
    #expect(try convert(input).lines.count == 2)
  }

  /// Each container, and a batch, whose calls share the reject.
  @Test func everyContainerIsLookedThrough() throws {
    let bad = #"{"type":"identify","userId":"u","traits":{"x":{"a":1,"a":2}}}"#
    let good = #"{"type":"identify","userId":"u","traits":{"x":"\ud800"}}"#
    for (input, count) in [
      ("[\(good),\(bad)]", 2), (#"{"batch":[\#(good),\#(bad)]}"#, 0), (#"{"batch":[\#(good),\#(good)]}"#, 4),
    ] {
      let run = try convert(input, to: "olark-js", "--i-json")
      #expect(run.lines.count == count, "\(input)")
      #expect(run.errors.contains("[repeated-key]") == input.contains(bad))
      #expect(!run.text.contains("ud800"))
    }
    let escaped = bad.replacing(#"""#, with: #"\""#)
    let form = try convert(#"{"data":"\#(escaped)"}"#, to: "olark-js", "--i-json")
    #expect(form.errors.contains("at /traits/x/a [repeated-key]"))
  }

  @Test func aNumberThatIsTooLargeIsAWarning() throws {
    let run = try convert(Self.chat(#""tags":[1e400,-1e400,1e308]"#), "--i-json")
    #expect(run.status == 0)
    #expect(run.text.contains(#""tags":[1e400,-1e400,1e308]"#))
    #expect(
      run.errors == """
        chatevents: warning: the number is too large for a double (2 times) [not-interoperable]
          fix: write a smaller number, or a string

        """)
    #expect(try convert(Self.chat(#""tags":[1e400]"#)).errors == "")
  }

  /// What is written is read by a parser that knows no lone surrogates and no repeated keys.
  @Test func whatIsWrittenIsReadByOthers() throws {
    let chat = Self.chat(
      #""items":[{"kind":"MessageToOperator","timestamp":"5","body":"\ud83d \u0000 \ufffe \udc00x"}]"#)
    for (target, options) in [
      ("segment", ["--i-json"]), ("rudderstack", ["--i-json", "--lossless"]),
      ("segment", ["--i-json", "--format", "batch"]),
    ] {
      let run = try Tool.run(["convert", "--to", target] + options, input: Array(chat.utf8))
      let script = """
        import json, sys
        def once(members):
            assert len(dict(members)) == len(members), members
            return dict(members)
        texts = []
        for line in sys.stdin:
            texts.append(json.dumps(json.loads(line, object_pairs_hook=once), ensure_ascii=False))
            texts[-1].encode()
            assert "\\0" not in texts[-1] and "\\ufffe" not in texts[-1]
        assert any("\\ufffd  \\ufffd \\ufffdx" in text for text in texts)
        """
      try scratch.write(script, to: "read.py")
      try scratch.write(run.output, to: "events")
      let read = try Tool.shell("python3 read.py < events", at: scratch.folder)
      #expect(read.status == 0, "\(read.errors)")
      #expect(!run.output.isEmpty)
    }
  }

  @Test func jobsChangeNothing() throws {
    let chats = (0..<3_000).map {
      Self.chat(#""tags":["\ud800\#($0)","\u0000"\#($0 % 7 == 0 ? #",{"a":1,"a":2}"# : "")]"#)
    }.joined()
    let one = try convert(chats, "--i-json", "--jobs", "1")
    let many = try convert(chats, "--i-json", "--jobs", "4")
    #expect(one.output == many.output)
    #expect(one.errors == many.errors)
    #expect(one.lines.count == 3_000 - 429)
  }

  @Test(arguments: [
    (#""tags":["\ud800"]"#, ["/tags/0"]),
    (#""tags":["a","\u0000"],"unread":{"x":1,"x":2}"#, ["/tags/1", "/unread/x"]),
    (#""unread":[1e400]"#, ["/unread/0"]),
    ("\"tags\":[\"\u{fffe}\"]", ["/tags/0"]), (#""tags":["\ud83d\ude00"],"x":1e308"#, []),
    (#""groups":[{"id":"g","x":{"y":1,"y":1}}]"#, ["/groups/0/x/y"]),
  ])
  func validateWarnsOfWhatOthersDoNotRead(members: String, pointers: [String]) throws {
    let run = try Tool.run("validate", "--format", "json", input: Self.chat(members))
    let warnings = run.lines.filter { $0.contains("not-interoperable") }
    #expect(warnings.count == pointers.count)
    for (warning, pointer) in zip(warnings, pointers) {
      #expect(warning.contains(#""pointer":"\#(pointer)""#), "\(warning)")
      #expect(warning.contains(#""severity":"warning""#))
    }
    #expect(run.status == 0)
    #expect(
      try Tool.run("validate", "--strict", input: Self.chat(members)).status == (pointers.isEmpty ? 0 : 1))
  }

  /// A key of a member that is checked is an error, and is not told a second time.
  @Test func aRepeatedKeyIsToldOnce() throws {
    let run = try Tool.run(
      "validate", input: #"{"kind":"Conversation","visitor":{"id":"v","city":"a","city":"b"}}"#)
    #expect(run.text.contains("[repeated-key]"))
    #expect(!run.text.contains("not-interoperable"))
    #expect(run.status == 1)
  }
}
