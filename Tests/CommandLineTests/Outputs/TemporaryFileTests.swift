import Foundation
import Testing

/// The file that a command writes until all is done: it stands in nobody's way, and never stays.
@Suite struct TemporaryFileTests {
  let scratch = Scratch()

  /// Every command that replaces a file, which has the name in place of `FILE`.
  static let commands = [
    "convert --to rudderstack -o FILE in", "redact -o FILE in", "redact --in-place FILE",
    "redact --output-dir out FILE", "export --email jo@example.org -o FILE in",
    "export --email jo@example.org --profile FILE in", "validate -o FILE in",
    "validate --write-baseline FILE in", "convert --to rudderstack --rejects FILE in",
  ]

  init() throws {
    try Tool.prepare("mkdir out folder", at: scratch)
    try scratch.write(RedactTests.personal, to: "in")
  }

  /// Returns the names of all files, also of hidden ones.
  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.plainPath).sorted()
  }

  /// Prepares a file that a command replaces, and returns the command with its name.
  private func prepare(_ command: String, _ name: String) throws -> String {
    try scratch.write(RedactTests.personal, to: name)
    return "chatevents " + command.replacing("FILE", with: name)
  }

  /// In a container each run may have the same number. A script has it before it becomes the tool.
  @Test(arguments: commands)
  func whatARunThatWasKilledHasLeftBlocksNone(command: String) throws {
    let command = try prepare(command, "file")
    let run = try Tool.shell(
      """
      for name in .file.$$.part .chatevents.$$.part out/.file.$$.part; do echo old > $name; done
      exec \(command)
      """, at: scratch.folder)
    #expect(run.status <= 1, "\(run.errors)")
    #expect(try scratch.text(command.contains("--output-dir") ? "out/file" : "file") != RedactTests.personal)
    #expect(try files().filter { $0.hasSuffix("part") }.count == 2)
  }

  @Test(arguments: commands, [255, 254, 240])
  func aNameMayBeAsLongAsTheSystemTakes(command: String, length: Int) throws {
    let name = String(repeating: "n", count: length)
    let run = try Tool.shell(try prepare(command, name), at: scratch.folder)
    #expect(run.status <= 1, "\(run.errors)")
    #expect(
      try scratch.text(command.contains("--output-dir") ? "out/" + name : name) != RedactTests.personal)
    #expect(try files() == ["folder", "in", name, "out"])
  }

  /// A path that is longer than the system takes at once: the folder is walked to in parts.
  @Test(arguments: commands)
  func aPathMayBeLongerThanTheSystemTakesAtOnce(command: String) throws {
    let part = String(repeating: "d", count: 250)
    try Tool.prepare(
      "for step in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do mkdir \(part); cd \(part); done",
      at: scratch)
    let path = Array(repeating: part, count: 18).joined(separator: "/") + "/file"
    let fill =
      "import os; [os.chdir('\(part)') for _ in range(18)]; open('file', 'w').write(open('in').read())"
      .replacing("import os;", with: "import os; text = open('in').read();").replacing(
        "open('in').read())", with: "text)")
    let show =
      "import os; [os.chdir('\(part)') for _ in range(18)]; print(open('file').read()); print(os.listdir())"
    let run = try Tool.shell(
      """
      python3 -c "\(fill)"
      chatevents \(command.replacing("FILE", with: path)) || [ $? = 1 ] || exit
      [ -f out/file ] || python3 -c "\(show)"
      """, at: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.text.hasPrefix(RedactTests.personal))
    #expect(run.text.isEmpty == command.contains("--output-dir"))
    #expect(!run.text.contains("part'"))
  }

  @Test(arguments: [
    "convert --to rudderstack -o new --rejects missing/rejects in",
    "redact -o new --rejects missing/rejects in",
    "convert --to rudderstack -o new --rejects folder in", "redact --in-place --rejects missing/rejects in",
    "export --email jo@example.org -o new --rejects missing/rejects in",
    "export --email jo@example.org -o new --profile missing/profile in",
    "export --email jo@example.org --profile new --rejects folder in",
    "export --email jo@example.org -o new --profile other --rejects missing/rejects in",
    "validate -o missing/new in", "validate -o new --write-baseline missing/new in",
  ])
  func nothingIsLeftIfAnotherFileCannotBeOpened(command: String) throws {
    let run = try Tool.shell("chatevents \(command)", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.errors.contains("chatevents: error: cannot write "), "\(run.errors)")
    #expect(try files().filter { $0 != "new" || !command.hasPrefix("validate") } == ["folder", "in", "out"])
    #expect(try scratch.text("in") == RedactTests.personal)
  }

  @Test func noRejectsAreLostIfTheProfileCannotBeOpened() throws {
    try scratch.write("of an earlier run", to: "rejects")
    let run = try Tool.shell(
      "chatevents export --email jo@example.org --rejects rejects --profile missing/profile in",
      at: scratch.folder)
    #expect(run.status == 74)
    #expect(try scratch.text("rejects") == "of an earlier run")
  }

  @Test(arguments: ["-o missing/new", "-o new/", "-o in/new", "-o missing/"])
  func aFileThatCannotBeMadeIsStatus74(option: String) throws {
    let run = try Tool.shell("chatevents redact \(option) < in", at: scratch.folder)
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("chatevents: error: cannot write "), "\(run.errors)")
    #expect(try files() == ["folder", "in", "out"])
  }

  /// A file that nothing is replaced in is opened for writing and left again.
  @Test func anyNumberOfFilesIsRewritten() throws {
    try scratch.write(RedactTests.clean, to: "clean")
    let run = try Tool.shell(
      """
      for number in {1..300}; do cp clean folder/$number.jsonl; done; cp in folder/z.jsonl
      ulimit -n 40; chatevents redact --in-place folder
      """, at: scratch.folder)
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(try scratch.text("folder/z.jsonl") == RedactTests.clean)
  }
}
