import Foundation
import Testing

@testable import ChatEventsCommand

/// How much was read is shown on a terminal, and only where it garbles nothing.
@Suite struct ProgressTests {
  let scratch = Scratch()

  @Test(arguments: [
    (200, "[##########----------] 50 %, 0:02 left, 50 MB read, 25 MB/s"),
    (60, "[##########----------] 50 %, 0:02 left, 50 MB read, 25 MB/s"),
    (59, "50 %, 0:02 left, 50 MB read, 25 MB/s"),
    (37, "50 %, 0:02 left, 50 MB read, 25 MB/s"), (36, "50 %, 0:02 left, 50 MB read"),
    (28, "50 %, 0:02 left, 50 MB read"), (27, "50 %, 0:02 left"), (16, "50 %, 0:02 left"), (15, "50 %"),
    (5, "50 %"), (4, ""), (0, ""),
  ])
  func theLineFitsTheTerminal(width: Int, line: String) {
    #expect(Progress.line(read: 50_000_000, of: 100_000_000, in: 2, width: width) == line)
  }

  @Test(
    arguments: [
      (nil, 2, 80, "50 MB read, 25 MB/s"), (0, 2, 80, "50 MB read, 25 MB/s"), (nil, 2, 12, "50 MB read"),
      (50_000_000, 2, 50, "100 %, 0:00 left, 50 MB read, 25 MB/s"),
      // A file that has grown since.
      (10_000_000, 2, 50, "100 %, 0:00 left, 50 MB read, 25 MB/s"),
      (50_000_000_000, 1, 50, "0 %, 16:39 left, 50 MB read, 50 MB/s"),
      (5_000_000_000_000, 5, 60, "0 %, 99:59:59 left, 50 MB read, 10 MB/s"),
      (500_000_000_000, 5, 60, "0 %, 13:53:15 left, 50 MB read, 10 MB/s"),
    ] as [(Int?, Double, Int, String)])
  func theTimeLeftIsShownIfTheSizeIsKnown(total: Int?, seconds: Double, width: Int, line: String) {
    #expect(Progress.line(read: 50_000_000, of: total, in: seconds, width: width) == line)
  }

  /// Runs a command on a terminal of its own for longer than a second, and returns what appears there.
  private func onTerminal(_ command: String, columns: Int = 80, term: String = "xterm") throws -> String {
    try scratch.write(Sample.lines("v1"), to: "one")
    let script = """
      import fcntl, os, pty, struct, sys, termios, time
      child, terminal = pty.fork()
      if child == 0:
          fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack("HHHH", 24, \(columns), 0, 0))
          os.environ["TERM"] = "\(term)"
          os.execvp("bash", ["bash", "-c", sys.argv[1]])
      shown = b""
      while True:
          try:
              part = os.read(terminal, 4096)
          except OSError:
              break
          if not part:
              break
          shown += part
      os.waitpid(child, 0)
      sys.stdout.buffer.write(shown)
      """
    let source = "(cat one; sleep 1.3; cat one; sleep 0.3; cat one) > pipe & "
    try scratch.write(script, to: "terminal.py")
    try scratch.write("rm -f pipe; mkfifo pipe; \(source)\(command)", to: "command.sh")
    return try Tool.shell("python3 terminal.py 'exec bash command.sh'", at: scratch.folder).text
  }

  @Test(arguments: [
    "convert --to rudderstack pipe > out", "convert --to rudderstack -o out pipe",
    "convert --to rudderstack --dry-run pipe", "redact pipe | cat > out", "validate -o out pipe",
  ])
  func itIsShownWhereTheOutputGoesElsewhere(command: String) throws {
    let shown = try onTerminal("chatevents \(command)")
    #expect(shown.contains("\r\u{1b}[K0 MB read, 0 MB/s"), "\(shown)")
    #expect(shown.contains("\r\u{1b}[K0 MB read, 0 MB/s\r\u{1b}[K"), "\(shown)")
  }

  @Test(arguments: [
    "convert --to rudderstack pipe", "redact pipe", "validate pipe", "export --visitor-id v1 pipe",
    "convert --to rudderstack --quiet -o out pipe", "convert --to rudderstack -q -o out pipe",
    "convert --to rudderstack --no-progress -o out pipe", "convert --to rudderstack -o out pipe 2> errors",
    "convert --to rudderstack -o - pipe",
  ])
  func itIsNotShownAmongTheOutputOrIfNotWanted(command: String) throws {
    let shown = try onTerminal("chatevents \(command)")
    #expect(!shown.contains("MB"), "\(shown)")
    #expect(!shown.contains("\u{1b}[K"))
  }

  @Test func aTerminalWithoutCommandsShowsNone() throws {
    #expect(try !onTerminal("chatevents convert --to rudderstack -o out pipe", term: "dumb").contains("MB"))
  }

  @Test func aNarrowTerminalGetsAShortLine() throws {
    let shown = try onTerminal("chatevents convert --to rudderstack -o out pipe", columns: 12)
    #expect(shown.contains("0 MB read") && !shown.contains("MB/s"), "\(shown)")
  }

  @Test func quietHidesWarningsAndNotesButNotErrors() throws {
    let input = Sample.lines("v1") + Sample.bad
    for quiet in ["--quiet", "-q"] {
      let run = try Tool.run("redact", quiet, "--email", "nobody@example.org", "--verbose", input: input)
      #expect(run.status == 0)
      #expect(run.errors == "")
      let rejected = try Tool.run("convert", "--to", "rudderstack", quiet, "--summary", input: input)
      #expect(rejected.errors.contains("[no-identity]\n"))
      #expect(rejected.errors.contains("records read 2"))
      // The reason of a failure is no mere warning.
      let strict = try Tool.run("redact", quiet, "--email", "nobody@example.org", "--strict", input: input)
      #expect(strict.status == 1)
      #expect(strict.errors.contains("--email nobody@example.org"))
    }
  }
}
