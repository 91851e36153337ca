import Testing

/// Texts that share one long line, inside a string or not, cost what they weigh.
///
/// The limit is of processor time, so a busy machine does not matter; what it is for takes minutes.
@Suite struct SharedLineTests {
  static let stretches = [
    "12 345 ", "1-", "true ", "{} ", "[ ", "[1] ", "1, ", #"\"a\" \"b\" "#, "data=1 ", "data=1&", "x=1&",
    "&data=1 ",
    "null-1", "]", "}", ":", "e1", #"{\"kind\":\"Conversation\"},"#,
  ]

  @Test(arguments: stretches)
  func aLongMessageIsNotReadAsRecords(stretch: String) throws {
    try expectReadOnce(stretch, "convert --to rudderstack")
  }

  @Test(arguments: ["validate", "redact"])
  func itIsNotForOtherCommandsEither(command: String) throws { try expectReadOnce("1-", command) }

  private func expectReadOnce(_ stretch: String, _ command: String) throws {
    let scratch = Scratch()
    let body = String(repeating: stretch, count: 1_200_000 / stretch.utf8.count)
    try scratch.write(
      Sample.transcript("v1") + "\n"
        + #"{"kind":"Conversation","visitor":{"id":"v2"},"items":[{"body":"\#(body)"}]}"# + "\n"
        + Sample.lines("v3"), to: "chats")
    let run = try Tool.shell(
      """
      ulimit -t 60
      for jobs in 1 2; do chatevents \(command) --jobs $jobs chats > out$jobs 2> errors$jobs; echo $?; done
      cmp out1 out2 && cmp errors1 errors2 && wc -l < out1
      """, at: scratch.folder)
    let status = run.lines.first ?? ""
    #expect(Array(run.lines.prefix(2)) == [status, status])
    #expect(status == "0" || status == "1")
    #expect(run.lines.count == 3, "\(stretch): \(run.errors)")
  }

  /// Each value is a reject, in an input of one line.
  @Test(arguments: ["1 ", "1-", "{} ", #""a" "#, "[1]", #"{"data":"1"}"#])
  func valuesOnOneLineAreReadOnce(value: String) throws {
    let scratch = Scratch()
    let count = 10_000
    try scratch.write(String(repeating: value, count: count) + Sample.transcript("v"), to: "values")
    let run = try Tool.shell(
      """
      ulimit -t 60
      for jobs in 1 2; do
        chatevents convert --to rudderstack --jobs $jobs --summary values 2> errors | wc -l; grep 'records read' errors
      done
      """, at: scratch.folder)
    let rejected = value == "1-" ? count - 1 : count
    #expect(run.lines.count == 4)
    #expect(run.lines.prefix(2) == run.lines.suffix(2))
    #expect(
      value == "1-"
        || run.lines.last == "records read \(count + 1) = converted 1 + skipped 0 + rejected \(rejected)")
  }
}
