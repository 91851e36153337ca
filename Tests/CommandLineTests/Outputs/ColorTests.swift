import Testing

/// Colour is for terminals, and for those who ask for it.
@Suite struct ColorTests {
  static let escape = "\u{1b}["

  @Test func messagesAreColouredOnRequest() throws {
    let colored = try convert("--color", "always").errors
    let plain = try convert("--color", "never").errors
    #expect(colored.contains("\u{1b}[1;31merror:\u{1b}[0m"))
    #expect(colored.replacing(/\u{1b}\[[0-9;]*m/, with: "") == plain)
    #expect(plain.hasPrefix("<stdin>:1:34: error: "))
  }

  @Test func messagesToAFileAreNotColoured() throws {
    #expect(!(try convert().errors.contains(Self.escape)))
    #expect(!(try convert("--color", "auto").errors.contains(Self.escape)))
  }

  @Test func aRequestOutweighsTheEnvironment() throws {
    let run = try convert("--color", "always", environment: ["NO_COLOR": "1", "TERM": "dumb"])
    #expect(run.errors.contains(Self.escape))
  }

  @Test func eventsAreNeverColoured() throws {
    let run = try Tool.run("convert", "--to", "rudderstack", "--color", "always", input: Sample.lines("v1"))
    #expect(run.status == 0)
    #expect(!run.text.contains(Self.escape))
  }

  #if os(Linux)
    /// What a terminal sees; its size and line ends are `script`'s, which exists in this form on Linux alone.
    @Test(arguments: [
      ("TERM=xterm", true), ("TERM=xterm NO_COLOR=", true), ("TERM=xterm NO_COLOR=1", false),
      ("TERM=dumb", false),
    ])
    func onATerminalTheEnvironmentDecides(variables: String, isColored: Bool) throws {
      let file = "Fixtures/olark/refused/no-kind.input.json"
      let command = "env \(variables) chatevents convert --to rudderstack \(file)"
      let run = try Tool.shell("script -qec '\(command)' /dev/null < /dev/null")
      #expect(run.status == 1)
      #expect(run.text.contains("unknown kind of record"))
      #expect(run.text.contains(Self.escape) == isColored)
    }
  #endif

  private func convert(_ options: String..., environment: [String: String] = [:]) throws -> Run {
    try Tool.run(
      ["convert", "--to", "rudderstack"] + options, input: Array(Sample.bad.utf8), environment: environment)
  }
}
