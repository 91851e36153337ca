import Foundation
import Testing

/// Two files of a command that are the same are refused before anything is touched.
@Suite struct SameFileTests {
  let scratch = Scratch()

  static let chat = #"{"kind":"Conversation","id":"c","visitor":{"id":"v1"}}"# + "\n"
  static let broken = #"{"kind":"Conversation","id":"c","visitor":{"id":{}}}"# + "\n"

  /// What each command needs so that it runs, and so that an option does something.
  static func command(_ name: String, with option: String = "") -> [String] {
    switch (name, option) {
    case ("convert", "--secret-key-file"): ["convert", "--to", "userlike-js"]
    case ("convert", _): ["convert", "--to", "rudderstack"]
    case ("redact", "--key-file"): ["redact", "--pseudonymize"]
    case ("redact", "--contains-from"): ["redact", "--verify"]
    case ("export", _): ["export", "--email", "a@x.org"]
    default: [name]
    }
  }

  /// Prepares a folder with links to itself and to its files.
  private func fill() throws {
    try scratch.write(Self.chat, to: "in")
    try scratch.write("in\n", to: "list")
    try scratch.write("0123456789abcdef0123456789abcdef", to: "key")
    let files = FileManager.default
    let folder = scratch.folder
    try files.createDirectory(at: folder.appending(path: "sub"), withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: scratch.path("here"), withDestinationPath: ".")
    for name in ["in", "key", "list", "new", "x"] {
      try files.createSymbolicLink(atPath: scratch.path("to-\(name)"), withDestinationPath: "sub/../\(name)")
      if files.fileExists(atPath: scratch.path(name)) {
        try files.linkItem(atPath: scratch.path(name), toPath: scratch.path("hard-\(name)"))
      }
    }
  }

  /// Other names of a file.
  private func spellings(of name: String, exists: Bool) -> [String] {
    let all = [
      name, "./\(name)", "sub/../\(name)", scratch.path(name), "here/\(name)", "here/./here//\(name)",
      "to-\(name)",
    ]
    return exists ? all + ["hard-\(name)"] : all
  }

  private func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.plainPath))
  }

  /// Expects a refusal that has changed nothing.
  private func expectRefusal(_ words: [String], _ said: String) throws {
    let before = try names()
    let run = try Tool.run(words, input: Array(Self.chat.utf8), at: scratch.folder)
    #expect(run.status == 64, "\(words): \(run.errors)")
    #expect(run.errors.contains(said), "\(words): \(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.output.isEmpty)
    #expect(try names() == before, "\(words)")
    #expect(try scratch.text("in") == Self.chat)
    #expect(try scratch.text("key").hasPrefix("0123"))
    #expect(try scratch.text("list") == "in\n")
  }

  @Test func outputAndRejectsAreTwoFiles() throws {
    try fill()
    for name in ["convert", "redact", "export"] {
      for other in spellings(of: "new", exists: false) {
        let words = Self.command(name) + ["-o", "new", "--rejects", other, "in"]
        try expectRefusal(words, "--output new and --rejects \(other) are the same file; name two")
        try expectRefusal(Self.command(name) + ["--rejects", "new", "-o", other, "in"], "are the same file")
      }
    }
  }

  /// Every option that names a file, of every command: a new one is in this list by itself.
  @Test(arguments: DeclaredOption.all.filter { $0.namesFile && $0.title != "--output" })
  func anOutputIsNoOtherFileOfTheCommand(option: DeclaredOption) throws {
    try fill()
    for (name, exists) in [("key", true), ("list", true), ("new", false)] {
      for other in spellings(of: name, exists: exists) {
        let words = Self.command(option.command, with: option.title)
        try expectRefusal(words + [option.title, name, "--output", other, "in"], option.title)
      }
    }
  }

  @Test func everyCommandHasItsFilesCompared() {
    let titles = Set(DeclaredOption.all.filter(\.namesFile).map(\.title))
    #expect(
      titles == [
        "--output", "--rejects", "--key-file", "--secret-key-file", "--files-from", "--emails-from",
        "--visitor-ids-from", "--contains-from", "--profile", "--baseline", "--write-baseline",
        "--plan",
      ])
  }

  @Test func anInputIsNoOutput() throws {
    try fill()
    for name in ["convert", "validate", "redact", "export"] {
      for option in name == "validate" ? ["--output"] : ["--output", "--rejects"] {
        for other in spellings(of: "in", exists: true) {
          let words = Self.command(name) + [option, other]
          try expectRefusal(
            words + ["in"], "\(option) \(other) would overwrite the input in; name another file")
          try expectRefusal(words + ["--files-from", "list"], "would overwrite the input in")
        }
        for other in spellings(of: "new", exists: false) {
          try expectRefusal(
            Self.command(name) + [option, "new", other], "would overwrite the input \(other)")
        }
        try expectRefusal(Self.command(name) + [option, "in", "."], "would overwrite the input ./hard-in")
      }
    }
  }

  @Test(arguments: [
    "convert --to rudderstack --rejects /dev/stdout in > out",
    "convert --to rudderstack --rejects out in > out", "convert --to rudderstack --rejects out in >> ./out",
    "convert --to rudderstack --rejects /dev/stdout in | cat > out",
    "convert --to rudderstack -o out --rejects /dev/stdout in > out",
    "convert --to rudderstack --rejects out in 2> out", "validate -o out in 2>> out",
    "convert --to rudderstack - < in >> in", "convert --to rudderstack < in >> here/in",
    "convert --to rudderstack . >> in", "convert --to rudderstack --files-from list >> to-in",
    "redact in >> in", "redact -o in < in", "redact -o /dev/stdin < in",
    "redact --pseudonymize --key-file key in >> key", "redact --files-from list >> list",
    "redact --rejects /dev/fd/3 in 3>> in", "export --email a@x.org in >> in",
  ])
  func aStandardStreamIsAFileToo(command: String) throws {
    try fill()
    let run = try Tool.shell(
      "chatevents \(command); echo ${PIPESTATUS[0]} >> status", at: scratch.folder)
    #expect(try scratch.text("status") == "64\n", "\(command): \(run.errors)")
    #expect(try scratch.text("in") == Self.chat)
    #expect(try scratch.text("key") == "0123456789abcdef0123456789abcdef")
    #expect(try scratch.text("list") == "in\n")
  }

  /// What one purpose has read of standard input, the other has not.
  @Test(arguments: [
    ["redact", "--files-from", "-", "-"], ["redact", "--files-from", "-", "in", "-"],
    ["convert", "--to", "userlike-js", "--secret-key-file", "-"],
    ["convert", "--to", "userlike-js", "--secret-key-file", "-", "--files-from", "-"],
  ])
  func standardInputHasOnePurpose(words: [String]) throws {
    try fill()
    try expectRefusal(words, "standard input")
  }

  @Test(arguments: [
    "convert --to rudderstack -o /dev/null --rejects /dev/null bad; [ $? = 1 ]",
    "convert --to rudderstack --rejects /dev/null bad > /dev/null; [ $? = 1 ]",
    "convert --to rudderstack bad in > all 2>&1; [ $? = 1 ] && [ $(wc -l < all) -ge 2 ]",
    "convert --to rudderstack --rejects /dev/stderr bad 2>&1 > /dev/null | grep -q '\"code\"'",
    "redact in in - < in | wc -l | grep -q 3", "redact -o X --rejects x bad; [ -f X ] && [ -f x ]",
    "redact -o sub/new --rejects new bad; [ -f sub/new ] && [ -f new ]",
    "redact --files-from list --files-from list | wc -l | grep -q 2",
    "redact --files-from - < list | wc -l | grep -q 1",
  ])
  func whatIsNotLostIsAllowed(command: String) throws {
    try scratch.write(Self.chat, to: "in")
    try scratch.write(Self.broken, to: "bad")
    try scratch.write("in\n", to: "list")
    try FileManager.default.createDirectory(
      at: scratch.folder.appending(path: "sub"), withIntermediateDirectories: true)
    let run = try Tool.shell("chatevents \(command) || echo wrong", at: scratch.folder)
    #expect(!run.text.contains("wrong"), "\(command): \(run.text)\(run.errors)")
    #expect(!run.errors.contains("same file"))
  }

  @Test func aCaseWritesNoFileThatItReads() throws {
    try scratch.write(Self.chat, to: "c.input.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("c.rudderstack.jsonl"), withDestinationPath: "c.input.jsonl")
    let run = try Tool.run("check", "--update", ".", at: scratch.folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("would overwrite the input ./c.input.jsonl"))
    #expect(try scratch.text("c.input.jsonl") == Self.chat)
  }
}
