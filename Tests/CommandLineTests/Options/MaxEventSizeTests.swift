import Foundation
import Testing

/// How large an event may be, for which service, and what is advised if it is larger.
@Suite struct MaxEventSizeTests {
  let scratch = Scratch()

  /// A chat with one message of so many letters.
  static func chat(_ size: Int) -> String {
    let body = String(repeating: "x", count: size)
    return #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[{"kind":"MessageToOperator","#
      + #""timestamp":"1307116657.1","body":"\#(body)"}]}"# + "\n"
  }

  private func convert(_ options: String, _ input: String) throws -> Run {
    let words = options.split(separator: " ").map(String.init)
    // The day of the chat, which is not old then.
    return try Tool.run(
      ["convert"] + words, input: Array(input.utf8), environment: ["SOURCE_DATE_EPOCH": "1307116657"])
  }

  @Test(arguments: [33_000, 100_000, 3_900_000])
  func aLongChatFitsIntoABodyForRudderStack(size: Int) throws {
    let run = try convert("--to rudderstack --format batch", Self.chat(size))
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.count == 1)
    #expect(try convert("--to rudderstack", Self.chat(size)).errors == "")
    #expect(
      try Tool.run(
        "validate", "--as", "rudderstack", input: convert("--to rudderstack", Self.chat(size)).text
      ).status == 0)
  }

  @Test func whatNoBodyHoldsIsRejected() throws {
    let run = try convert("--to rudderstack --format batch", Self.chat(4_000_000) + Self.chat(5))
    #expect(run.status == 1)
    #expect(run.errors.contains("over rudderstack's limit of 3999988 [event-too-large]"))
    #expect(run.lines.count == 1)
  }

  @Test(arguments: [
    ("--to rudderstack --max-event-size 32K", 32_768), ("--to rudderstack --max-event-size=1000", 1000),
    ("--to segment --max-event-size 64K", 65_536), ("--to segment --max-event-size 2000", 2000),
    ("--to segment", 32_767),
  ])
  func theLimitIsTheLargestEvent(options: String, limit: Int) throws {
    let events = options.contains("segment") ? " --events sent" : ""
    let short = try #require(convert(options + events, Self.chat(0)).lines.first).utf8.count
    for (more, status) in [(0, 0), (1, 1)] {
      let chat = Self.chat(limit - short + more)
      let batch = try convert("\(options)\(events) --format batch", chat)
      #expect(batch.status == Int32(status), "\(more)")
      #expect(batch.lines.count == 1 - status)
      let line = try convert(options + events, chat)
      #expect(line.status == 0)
      #expect(line.lines.first?.utf8.count == limit + more)
      #expect(line.errors.contains("event-too-large") == (status == 1))
    }
  }

  @Test func aLimitOfTheCallerIsNamed() throws {
    let batch = try convert("--to rudderstack --format batch --max-event-size 200", Self.chat(5))
    #expect(
      batch.errors.contains(
        #/: error: an event of \d+ bytes is over --max-event-size 200 \[event-too-large\]/#))
    #expect(
      batch.errors.hasSuffix(
        "  fix: shorten it: remove long members from the record, or raise --max-event-size\n"))
    let line = try convert("--to rudderstack --max-event-size 200", Self.chat(5))
    #expect(
      line.errors.hasPrefix(
        "chatevents: warning: an event is over --max-event-size of 200 bytes [event-too-large]\n"))
  }

  /// Each option that a fix names is one that the same command line takes.
  @Test(arguments: [
    ("--to segment", ["--no-bodies"]), ("--to segment --no-bodies", []),
    ("--to segment --format batch", ["--no-bodies"]),
    ("--to rudderstack", []), ("--to rudderstack --lossless", ["--lossless"]),
    ("--to rudderstack --format batch", []),
    ("--to rudderstack --timestamps --format json", []),
  ])
  func onlyOptionsOfTheRouteAreAdvised(options: String, advised: [String]) throws {
    let run = try convert(options + " --max-event-size 150", Self.chat(5))
    let fix = try #require(run.errors.split(separator: "\n").first { $0.hasPrefix("  fix: ") })
    let named = fix.matches(of: #/--[a-z-]+/#).map { String($0.output) }
    #expect(named == advised + ["--max-event-size"])
  }

  @Test func validateAdvisesNoOptionOfConvert() throws {
    let call = #"{"type":"track","userId":"u","event":"\#(String(repeating: "x", count: 40_000))"}"#
    let run = try Tool.run("validate", "--as", "segment", "--no-progress", input: call)
    #expect(run.text.contains("[event-too-large]"))
    #expect(!run.text.contains("fix: shorten it: use --"))
    #expect(run.text.contains("fix: shorten it: remove long members"))
  }

  @Test(arguments: [
    (
      "--to olark-js --max-event-size 5K",
      "--max-event-size applies to services only: --to segment, --to rudderstack"
    ),
    (
      "--to olark --max-event-size 5K",
      "--max-event-size applies to services only: --to segment, --to rudderstack"
    ),
    (
      "--to segment --max-event-size 1M",
      "--max-event-size exceeds what a request to segment can hold, 499988 bytes\n"
    ),
    (
      "--to rudderstack --max-event-size 4M",
      "exceeds what a request to rudderstack can hold, 3999988 bytes\n"
    ),
    ("--to rudderstack --max-event-size 0", "--max-event-size"),
    ("--to rudderstack --max-event-size x", "--max-event-size"),
    ("--to segment --max-event-size 1 --max-event-size 2", "--max-event-size appears twice"),
  ])
  func whatMakesNoSenseIsAUsageError(options: String, message: String) throws {
    let run = try convert(options, Self.chat(5))
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
