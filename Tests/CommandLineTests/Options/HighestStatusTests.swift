import Foundation
import Testing

/// Where several things go wrong, all are reported, the rest is done, and the highest status counts.
@Suite struct HighestStatusTests {
  let scratch = Scratch()

  init() throws {
    try scratch.write(Sample.lines("v1", "v2"), to: "good.jsonl")
    try scratch.write(Sample.bad, to: "bad.jsonl")
  }

  @Test(arguments: [["missing", "bad.jsonl", "good.jsonl"], ["good.jsonl", "bad.jsonl", "missing"]])
  func aMissingInputOutweighsAReject(files: [String]) throws {
    let run = try Tool.run(["convert", "--to", "rudderstack"] + files, at: scratch.folder)
    #expect(run.status == 66)
    #expect(run.lines.count == 2)
    #expect(run.errors.contains("cannot open missing"))
    #expect(run.errors.contains("bad.jsonl:1:"))
  }

  @Test(.enabled(if: Tool.isLinux))
  func aFullDiskOutweighsAMissingInput() throws {
    let run = try Tool.shell(
      "chatevents convert --to rudderstack missing bad.jsonl good.jsonl > /dev/full", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.errors.contains("cannot open missing"))
    #expect(run.errors.contains("bad.jsonl:1:"))
    #expect(run.errors.contains("cannot write to standard output"))
  }

  @Test(.enabled(if: Tool.isLinux))
  func aFullDiskBehindTheRejectsOutweighsTheReject() throws {
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--rejects", "/dev/full", "bad.jsonl", "missing", "good.jsonl",
      at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.lines.count == 2)
  }

  @Test(.enabled(if: Tool.isLinux))
  func aReadErrorOutweighsAMissingInputAndTheRestIsConverted() throws {
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "missing", "/proc/self/mem", "good.jsonl", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.lines.count == 2)
    #expect(run.errors.contains("cannot read /proc/self/mem"))
  }
}
