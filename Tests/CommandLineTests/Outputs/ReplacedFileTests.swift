import Foundation
import Testing

/// What stays of a file that is replaced, and where a link leads to one.
@Suite struct ReplacedFileTests {
  let scratch = Scratch()

  init() throws {
    try Tool.prepare("mkdir -p sub/deep; ln -s sub there", at: scratch)
    try scratch.write(RedactTests.personal, to: "in")
  }

  /// Runs a script and expects a line of Python to hold behind it.
  private func expect(_ fact: String, after script: String, status: Int32 = 0) throws {
    let run = try Tool.shell(
      """
      \(script); status=$?
      python3 -c "import os, stat; raise SystemExit(not (\(fact)))" || echo wrong; ls -lAR; exit $status
      """, at: scratch.folder)
    #expect(!run.text.hasPrefix("wrong"), "\(script): \(run.text)\(run.errors)")
    #expect(run.status == status, "\(script): \(run.errors)")
  }

  /// A link that leads nowhere yet stays, and the file is made where it leads to.
  @Test(arguments: [
    ("ln -s new link", "new"), ("ln -s sub/new link", "sub/new"), ("ln -s there/new link", "sub/new"),
    ("ln -s there/../new link", "new"),
    ("ln -s next link; ln -s sub/last next; ln -s new sub/last", "sub/new"),
    ("ln -s $PWD/sub/deep/new link", "sub/deep/new"),
    ("ln -s sub/up link; ln -s ../new sub/up", "new"),
  ])
  func throughALinkThatLeadsNowhereTheFileIsMade(links: String, target: String) throws {
    for command in [
      "redact -o link in", "convert --to rudderstack -o link in", "export --email jo@example.org -o link in",
      "export --email jo@example.org --profile link in", "validate -o link in",
      "validate --write-baseline link in",
      "redact --rejects link in", "redact --output-dir . plain/link",
    ] {
      try expect(
        "os.path.islink('link') and stat.S_ISREG(os.lstat('\(target)').st_mode)",
        after: """
          rm -rf link next sub/last sub/up \(target) plain; mkdir plain; cp in plain/link; \(links)
          chatevents \(command) > /dev/null; [ $? -lt 2 ]
          """)
    }
    #expect(try Tool.shell("find . -name '*part'", at: scratch.folder).text == "")
  }

  @Test(arguments: [
    "ln -s missing/new link", "ln -s link link", "ln -s b link; ln -s link b", "ln -s in/new link",
  ])
  func throughALinkThatCanLeadNowhereNothingIsMade(links: String) throws {
    try expect(
      "os.path.islink('link') and not os.path.exists('new')",
      after: "\(links); chatevents redact -o link in", status: 74)
    #expect(try Tool.shell("find . -name '*part'", at: scratch.folder).text == "")
  }

  /// Only the superuser may give a file to somebody; for everybody else the owner stays as it is in any case.
  @Test(arguments: [0o600, 0o640, 0o444, 0o666, 0o751], TemporaryFileTests.commands)
  func permissionsAndOwnerStay(mode: Int, command: String) throws {
    let name = command.contains("--output-dir") ? "out/file" : "file"
    try expect(
      """
      stat.S_IMODE(os.stat('\(name)').st_mode) == 0o\(String(mode, radix: 8)) \
      and '%d:%d' % (os.stat('\(name)').st_uid, os.stat('\(name)').st_gid) == open('owner').read().strip() \
      and os.stat('\(name)').st_ino != int(open('inode').read())
      """,
      after: """
        mkdir out; for name in file out/file; do cp in $name; chmod \(String(mode, radix: 8)) $name; done
        chown 12345:23456 file out/file 2> /dev/null
        python3 -c "import os; s = os.stat('\(name)'); open('owner', 'w').write(f'{s.st_uid}:{s.st_gid}'); \
        open('inode', 'w').write(str(s.st_ino))"
        umask 077; chatevents \(command.replacing("FILE", with: "file")) > /dev/null; [ $? -lt 2 ]
        """)
  }

  /// What holds people's texts is for its owner alone, whatever the mask allows.
  @Test(arguments: [
    ("redact -o new in", 0o600), ("redact --rejects new in", 0o600), ("redact --output-dir . sub/new", 0o600),
    ("export --email jo@example.org -o new in", 0o600),
    ("export --email jo@example.org --profile new in", 0o600),
    ("export --email jo@example.org --rejects new in", 0o600),
    ("convert --to rudderstack -o new in", 0o644), ("convert --to rudderstack --rejects new in", 0o644),
    ("validate -o new in", 0o644), ("validate --write-baseline new in", 0o644),
  ])
  func aNewFileIsForThoseWhoMayReadIt(command: String, mode: Int) throws {
    try expect(
      "stat.S_IMODE(os.stat('new').st_mode) == 0o\(String(mode, radix: 8))",
      after: "cp in sub/new; umask 022; chatevents \(command) > /dev/null; [ $? -lt 2 ]")
  }
}
