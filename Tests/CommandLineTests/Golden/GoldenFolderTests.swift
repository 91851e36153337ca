import ChatEvents
import Testing

@testable import ChatEventsCommand

@Suite struct GoldenFolderTests {
  @Test func filesAreCasesByTheirNames() throws {
    let folder = GoldenFolder(files: [
      "b.segment.jsonl", "b.input.txt", "a.input.jsonl", "a.args", "b.diagnostics.txt", "b.rudderstack.jsonl",
    ])
    #expect(folder.problems == [])
    #expect(folder.cases.map(\.name) == ["a", "b"])
    #expect(folder.cases.map(\.input) == ["a.input.jsonl", "b.input.txt"])
    #expect(folder.cases.map(\.targets) == [[], [.segment, .rudderstack]])
    #expect(folder.cases.map(\.hasOptions) == [true, false])
    #expect(folder.cases.map(\.hasDiagnostics) == [false, true])
    let last = try #require(folder.cases.last)
    #expect(last.events(to: .segment) == "b.segment.jsonl")
    #expect(last.options == "b.args")
    #expect(last.diagnostics == "b.diagnostics.txt")
  }

  @Test func theNameOfACaseMayHaveAPoint() {
    let folder = GoldenFolder(files: ["v1.2.input.json", "v1.2.olark-js.jsonl", "v1.2.args"])
    #expect(folder.problems == [])
    #expect(folder.cases.map(\.targets) == [[.olarkJS]])
  }

  @Test func whatLooksLikeNoPartOfACaseIsPassedOver() {
    let files = ["README.md", "key.txt", "data.jsonl", "data.json", ".jsonl", "args", "input.json"]
    let folder = GoldenFolder(files: files + ["a.input.json", "a.segment.jsonl"])
    #expect(folder.problems == [])
    #expect(folder.cases.count == 1)
  }

  @Test(arguments: [
    ("b.segment.jsonl", "its input is missing: b.input.json, .input.jsonl or .input.txt"),
    ("b.args", "its input is missing: b.input.json, .input.jsonl or .input.txt"),
    ("b.diagnostics.txt", "its input is missing: b.input.json, .input.jsonl or .input.txt"),
    ("b.input.json.gz", "the name of an input ends with .input.json, .input.jsonl or .input.txt"),
    ("a.input.jsonl", "the case has the input a.input.json already"),
    ("a.segment.json", "the case a has no such part"), ("a.segment.jsonl~", "the case a has no such part"),
    (
      "a.segmet.jsonl",
      "no route writes a format 'segmet' (formats: olark, olark-js, segment, rudderstack, userlike-js); did you mean 'segment'?"
    ),
    (
      "a.userlike.jsonl",
      "no route writes a format 'userlike' (formats: olark, olark-js, segment, rudderstack, userlike-js)"
    ),
  ])
  func aStrayFileIsNamed(file: String, message: String) {
    let folder = GoldenFolder(files: [file, "a.input.json", "a.segment.jsonl"])
    #expect(folder.problems == [GoldenFolder.Problem(file: file, message: message)])
    #expect(folder.cases.count == 1)
  }
}
