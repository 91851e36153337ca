import Foundation
import Testing

/// Folders, lists, packed files, and many tasks that work on them.
@Suite struct ManyInputsTests {
  let scratch = Scratch()

  init() throws {
    let folder = scratch.folder.appending(path: "folder/inner")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, visitor) in [("c", "v3"), ("a", "v1"), ("inner/b", "v4"), (".hidden", "v9"), ("b", "v2")] {
      try scratch.write(Sample.lines(visitor), to: "folder/\(name)")
    }
  }

  @Test func theFilesOfAFolderAreReadByName() throws {
    let run = try convert("folder")
    #expect(run.status == 0)
    #expect(visitors(run) == ["v1", "v2", "v3", "v4"])
  }

  @Test func aFolderWithoutFilesIsNoInput() throws {
    try FileManager.default.createDirectory(atPath: scratch.path("empty"), withIntermediateDirectories: false)
    let run = try convert("empty", "folder")
    #expect(run.status == 66)
    #expect(visitors(run).count == 4)
    #expect(run.errors.contains("empty"))
  }

  @Test func aListNamesFiles() throws {
    try scratch.write("folder/c\r\n\nfolder/a\n", to: "list")
    #expect(visitors(try convert("--files-from", "list")) == ["v3", "v1"])
    #expect(
      visitors(
        try Tool.shell("chatevents convert --to rudderstack --files-from - < list", at: scratch.folder))
        == ["v3", "v1"])
    #expect(try convert("--files-from", "missing").status == 66)
  }

  @Test(arguments: [
    "gzip -c", "gzip -1c | tee -a twice | cat - twice", "gzip -c | { cat; head -c 512 /dev/zero; }",
  ])
  func packedInputIsUnpacked(packing: String) throws {
    let script = "cat folder/a folder/b | \(packing) > packed; chatevents convert --to rudderstack packed"
    let run = try Tool.shell(script, at: scratch.folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(visitors(run) == (packing.contains("twice") ? ["v1", "v2", "v1", "v2"] : ["v1", "v2"]))
    #expect(
      try Tool.shell("cat packed | chatevents convert --to rudderstack", at: scratch.folder).output
        == run.output)
  }

  @Test func packedInputThatIsCutOffIsAReadError() throws {
    let script = "gzip -c folder/a | head -c 30 > packed; chatevents convert --to rudderstack packed folder/b"
    let run = try Tool.shell(script, at: scratch.folder)
    #expect(run.status == 74)
    #expect(visitors(run) == ["v2"])
    #expect(run.errors.contains("chatevents: error: cannot read packed: the gzip data is cut off"))
  }

  @Test(arguments: ["1", "2", "7"])
  func theNumberOfTasksChangesNothing(jobs: String) throws {
    try scratch.write(String(repeating: Sample.many + Sample.bad, count: 2), to: "many")
    let run = try Tool.run(
      "convert", "--to", "rudderstack", "--jobs", jobs, "--rejects", "rejects", "--summary", "many", "folder",
      at: scratch.folder)
    let once = try Tool.run("convert", "--to", "rudderstack", input: Sample.many).output
    #expect(run.status == 1)
    #expect(run.output == once + once + (try convert("folder").output))
    let lines = try scratch.text("rejects").matches(of: /"source":"many","line":(\d+)/).map(\.1)
    #expect(lines == ["20001", "40002"])
    #expect(run.errors.contains("records read 40006 = converted 40004 + skipped 0 + rejected 2\n"))
  }

  private func convert(_ arguments: String...) throws -> Run {
    try Tool.run(["convert", "--to", "rudderstack"] + arguments, at: scratch.folder)
  }

  private func visitors(_ run: Run) -> [Substring] { run.text.matches(of: /"userId":"(\w+)"/).map(\.1) }
}
