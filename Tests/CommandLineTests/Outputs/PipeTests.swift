import Testing

/// The tool between other programs in a pipeline.
@Suite struct PipeTests {
  let scratch = Scratch()

  @Test(arguments: ["ndjson", "pretty"])
  func aClosedPipeEndsTheRunQuietly(format: String) throws {
    try scratch.write(Sample.many, to: "many.jsonl")
    let run = try Tool.shell(
      "chatevents convert --to rudderstack --format \(format) many.jsonl | head -n 1; echo ${PIPESTATUS[0]}",
      at: scratch.folder)
    #expect(run.lines.count == 2)
    #expect(run.lines.last == "0")
    #expect(run.errors == "")
  }

  @Test(arguments: ["convert --to rudderstack good.jsonl", "explain", "explain --to rudderstack", "api"])
  func aPipeThatWasClosedBeforeEndsTheRunQuietly(command: String) throws {
    try scratch.write(Sample.lines("v1"), to: "good.jsonl")
    let run = try Tool.shell(
      "mkfifo pipe; exec 3<>pipe 4>pipe 3>&-; chatevents \(command) >&4", at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test func largeInputPassesThroughPipes() throws {
    try scratch.write(Sample.many + Sample.bad, to: "many.jsonl")
    let run = try Tool.shell(
      "cat many.jsonl | chatevents convert --to rudderstack | cat; echo ${PIPESTATUS[1]}", at: scratch.folder)
    #expect(run.lines.count == 20_001)
    #expect(run.lines.last == "1")
    #expect(run.errors.hasPrefix("<stdin>:20001:34: error: "))
  }

  @Test func eachRecordIsConvertedBeforeMoreIsRead() throws {
    try scratch.write(Sample.lines("v1"), to: "first.jsonl")
    try scratch.write(Sample.lines("v2"), to: "second.jsonl")
    // The second record is sent only when the first event has come. The limit ends a run that would wait forever.
    let script = """
      mkfifo in out
      chatevents convert --to rudderstack < in > out &
      exec 3> in 4< out
      cat first.jsonl >&3; read -r -t 300 event <&4; echo "$event"
      cat second.jsonl >&3; exec 3>&-; cat <&4
      wait $!
      """
    let run = try Tool.shell(script, at: scratch.folder)
    #expect(run.status == 0)
    #expect(
      run.text == (try Tool.run("convert", "--to", "rudderstack", input: Sample.lines("v1", "v2")).text))
  }

  @Test func aCapturedWebhookBodyIsConverted() throws {
    let script = """
      printf 'data=%%7B%%22kind%%22%%3A%%22Conversation%%22%%2C%%22visitor%%22%%3A%%7B%%22id%%22%%3A%%22v1%%22%%7D%%7D\\n' \
      | chatevents convert --to rudderstack
      """
    let run = try Tool.shell(script)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.count == 1)
    #expect(run.text == (try Tool.run("convert", "--to", "rudderstack", input: Sample.transcript("v1")).text))
  }

  @Test func onlyEventsGoToStandardOutput() throws {
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--summary", "--color", "always", "missing", "-",
      input: Sample.bad + Sample.lines("v1") + "garbage\n" + Sample.lines("v2"))
    #expect(
      run.output == (try Tool.run("convert", "--to", "rudderstack", input: Sample.lines("v1", "v2")).output))
    #expect(run.lines.allSatisfy { $0.hasPrefix(#"{"type":"track","event":"Conversation","#) })
    #expect(run.text.hasSuffix("}\n"))
  }
}
