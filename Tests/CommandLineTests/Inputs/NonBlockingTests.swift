import Testing

/// Standard streams that do not block, as programs that share them can make them.
@Suite struct NonBlockingTests {
  let scratch = Scratch()

  static let convert = "convert --to rudderstack"

  /// Enough transcripts that their events fill a pipe of a mebibyte.
  static let many = String(repeating: Sample.lines("v1"), count: 5_000)

  /// What the scripts have in common: they end with the tool's status on standard error's last line.
  private static let start = """
    import fcntl, os, select, socket, subprocess, sys, termios

    def stream(kind, size=None):
        if kind == "socket":
            reader, writer = (end.detach() for end in socket.socketpair())
        else:
            reader, writer = os.pipe()
            if size and hasattr(fcntl, "F_SETPIPE_SZ"):
                fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, size)
        os.set_blocking(writer, False)
        return reader, writer

    def run(command, **streams):
        return subprocess.Popen(["chatevents"] + command.split(), **streams)

    def everything(reader):
        pieces = []
        while piece := os.read(reader, 4096):
            pieces.append(piece)
        return b"".join(pieces)

    kind, command = sys.argv[1:]

    """

  /// Reads what the tool writes to a stream, and says whether the stream was left as it was.
  private static let output = """
    reader, writer = stream(kind, 4096)
    # Its end shows that the tool has ended; this process keeps the stream to look at it.
    alive, held = os.pipe()
    os.set_blocking(reader, False)
    tool = run(command, stdin=open("input"), pass_fds=[held], **{sys.argv[0]: writer})
    os.close(held)
    while True:
        ready, _, _ = select.select([reader, alive], [], [])
        if reader in ready:
            sys.stdout.buffer.write(os.read(reader, 4096))
        elif alive in ready:
            break
    assert not os.get_blocking(writer), "the stream blocks now"
    sys.exit(tool.wait())

    """

  @Test(
    arguments: ["pipe", "socket"],
    [
      convert, "convert --to rudderstack --format json", "redact", "export --visitor-id v1",
      "validate --strict",
      "validate --format sarif",
    ])
  func allOutputArrives(kind: String, command: String) throws {
    try scratch.write(Self.many + String(repeating: Sample.bad, count: 2_000), to: "input")
    let expected = try Tool.shell("chatevents \(command) < input", at: scratch.folder)
    let run = try script(Self.output, kind, command, "stdout")
    #expect(run.output == expected.output)
    #expect(run.errors == expected.errors)
    #expect(run.status == expected.status)
    #expect(run.output.count > 1 << 17 || command.hasPrefix("export"))
  }

  @Test(arguments: [
    "convert --help", "--help", "api --markdown", "explain --codes", "explain --to segment",
    "schema segment-event", "--generate-completion-script bash", "--version",
  ])
  func allTextArrives(command: String) throws {
    try scratch.write("", to: "input")
    let expected = try Tool.shell("chatevents \(command)", at: scratch.folder)
    let run = try script(Self.output, "pipe", command, "stdout")
    #expect(run.output == expected.output)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test(
    arguments: ["pipe", "socket"],
    [
      convert + " --summary", convert + " --color always", "redact --summary-json", "validate --summary -",
    ])
  func allMessagesArrive(kind: String, command: String) throws {
    try scratch.write(String(repeating: Sample.bad + "{\n", count: 2_000), to: "input")
    let expected = try Tool.shell("chatevents \(command) < input > /dev/null", at: scratch.folder)
    let run = try script(
      Self.output.replacing("**{", with: "stdout=subprocess.DEVNULL, **{"), kind, command, "stderr")
    #expect(run.text == expected.errors)
    #expect(run.status == expected.status)
    #expect(run.output.count > 1 << 16 || command.hasPrefix("validate"))
  }

  /// Each piece is sent when the one before was read, so that the tool finds nothing to read again and again.
  @Test(
    arguments: ["pipe", "socket"], [convert, "validate --strict", "convert --to rudderstack --files-from -"])
  func inputThatComesInPiecesIsReadToItsEnd(kind: String, command: String) throws {
    try scratch.write(Sample.lines("v1"), to: "one")
    try scratch.write(
      command.hasSuffix("-") ? String(repeating: "one\n", count: 60) : Sample.lines("v1", "v2") + Sample.bad,
      to: "input")
    let expected = try Tool.shell("chatevents \(command) < input", at: scratch.folder)
    let run = try script(Self.pieces, kind, command)
    #expect(run.output == expected.output)
    #expect(run.errors == expected.errors)
    #expect(run.status == expected.status)
  }

  private static let pieces = """
    writer, reader = reversed(stream(kind))
    os.set_blocking(reader, False)
    tool = run(command, stdin=reader)
    for byte in open("input", "rb").read():
        os.write(writer, bytes([byte]))
        while tool.poll() is None and select.select([reader], [], [], 0)[0]:
            os.sched_yield()
    os.close(writer)
    sys.exit(tool.wait())

    """

  @Test func packedInputThatComesInPiecesIsUnpacked() throws {
    try scratch.write(Sample.lines("v1", "v2"), to: "plain")
    let packed = try Tool.shell("gzip -c plain > input; gzip -c plain >> input", at: scratch.folder)
    #expect(packed.status == 0)
    let run = try script(Self.pieces, "pipe", Self.convert)
    #expect(run.text.matches(of: /"userId":"(\w+)"/).map(\.1) == ["v1", "v2", "v1", "v2"])
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test(arguments: ["pipe", "socket"], [convert, "redact", "validate --strict"])
  func aReaderThatGoesEndsTheRunQuietly(kind: String, command: String) throws {
    try scratch.write(
      command.hasPrefix("validate") ? String(repeating: Sample.bad, count: 2_000) : Self.many, to: "input")
    let run = try script(
      """
      reader, writer = stream(kind)
      tool = run(command, stdin=open("input"), stdout=writer)
      os.close(writer)
      os.read(reader, 1000)
      os.close(reader)
      sys.exit(tool.wait())

      """, kind, command)
    #expect(run.status == (command.hasPrefix("validate") ? 1 : 0))
    #expect(run.errors == "")
  }

  @Test(arguments: ["pipe", "socket"])
  func withNobodyWhoReadsMessagesEverythingElseIsDone(kind: String) throws {
    let bad = String(repeating: Sample.bad, count: 2_000)
    try scratch.write(Sample.lines("v1") + bad + Sample.lines("v2"), to: "input")
    let run = try script(
      """
      reader, writer = stream(kind)
      tool = run(command, stdin=open("input"), stderr=writer)
      os.close(writer)
      os.read(reader, 1000)
      os.close(reader)
      sys.exit(tool.wait())

      """, kind, Self.convert + " --rejects rejects")
    #expect(run.status == 1)
    #expect(run.lines.count == 2)
    #expect(try scratch.text("rejects").split(separator: "\n").count == 2_000)
  }

  /// Runs a script by Python; its arguments are the kind of the stream and the tool's command.
  private func script(
    _ body: String, _ kind: String, _ command: String, _ stream: String = ""
  ) throws -> Run {
    let text = (Self.start + body).replacing("sys.argv[0]", with: "'\(stream)'")
    try scratch.write(text, to: "script.py")
    return try Tool.shell("exec python3 script.py \(kind) '\(command)'", at: scratch.folder)
  }
}
