import Testing

/// An array whose elements lack commas between them: all of them are read, and the array is reported once.
@Suite struct MissingCommaTests {
  let scratch = Scratch()

  static let separators = ["\n", " ", "", "\r\n", "\n\n  \t", "\r\n    "]

  @Test(arguments: separators, [2, 3, 4, 9])
  func allElementsAreConvertedAndTheCommaIsReportedOnce(separator: String, count: Int) throws {
    let visitors = (1...count).map { "v\($0)" }
    let array = "[\(separator)\(visitors.map(Sample.transcript).joined(separator: separator))\(separator)]"
    let run = try convert(array)
    #expect(try run.output == convert(visitors.map(Sample.transcript).joined(separator: "\n")).output)
    #expect(run.status == 1)
    #expect(run.errors.matches(of: /: error: .* \[missing-comma\]\n  fix: s/).count == 1)
    #expect(run.errors.contains("records read \(count) = converted \(count) + skipped 0 + rejected 0\n"))
  }

  @Test func thePlaceIsThatOfTheFirstElementWithoutAComma() throws {
    let run = try convert(
      "[\(Sample.transcript("a")),\r\n \(Sample.transcript("b"))\n  \(Sample.lines("c", "d"))]")
    #expect(
      run.errors.hasPrefix("<stdin>:3:3: error: missing comma between array elements [missing-comma]\n"))
    #expect(run.lines.count == 4)
  }

  @Test func eachArrayIsReported() throws {
    let array = "[\(Sample.lines("a", "b", "c"))]"
    let run = try convert(array + array + "\n" + array)
    #expect(run.errors.matches(of: /\[missing-comma\]/).count == 3)
    #expect(run.lines.count == 9)
  }

  /// What is broken is a reject of its own, with its own fault, and takes no neighbour with it.
  @Test(arguments: [#"{"a":01}"#, #"{"a":"x"#, "[1]", "7", #""text""#, "nope", "{}"])
  func aBrokenElementCostsItself(element: String) throws {
    let run = try convert(
      "[\n\(Sample.lines("a", "b"))\(element)\n\(Sample.lines("c"))\(Sample.lines("d"))]\n")
    #expect(run.lines.count == 4)
    #expect(run.errors.contains("+ rejected 1\n"))
    #expect(run.errors.matches(of: /\[missing-comma\]/).count == 1)
  }

  @Test func theRejectsFileHoldsRecordsOnly() throws {
    let run = try Tool.shell(
      "printf '%s' '[\(Sample.transcript("a")) \(Sample.transcript("b")) 5]' > in; "
        + "chatevents convert --to rudderstack --rejects rejects in > out; cat rejects", at: scratch.folder)
    #expect(run.lines.count == 1)
    #expect(run.text.contains(#""code":"unknown-shape""#))
  }

  @Test(arguments: ["1", "2", "3", "8"])
  func theNumberOfJobsChangesNothing(jobs: String) throws {
    let some = (0..<60_000).map { Sample.transcript("v\($0)") + ($0 % 1000 == 7 ? "" : ",") + "\n" }.joined()
    let none = (0..<30_000).map { Sample.transcript("w\($0)") + "\n" }.joined()
    let line = (0..<30_000).map { Sample.transcript("x\($0)") }.joined()
    try scratch.write("[\(some.dropLast(2))]\n[\n\(none)]\n[\(line)]\n", to: "in")
    let run = try Tool.shell(
      "gzip -kf in; for file in in in.gz; do chatevents convert --to rudderstack --jobs \(jobs) --summary $file "
        + "2> errors | wc -l; grep -c '\\[missing-comma' errors; grep 'records read' errors; done",
      at: scratch.folder)
    let expected = ["120000", "3", "records read 120000 = converted 120000 + skipped 0 + rejected 0"]
    #expect(run.lines == expected + expected)
  }

  @Test func validateReportsItAndCountsNoInvalidRecord() throws {
    let run = try Tool.run("validate", "--summary", input: "[\n\(Sample.lines("a", "b", "c"))]\n")
    #expect(run.status == 1)
    #expect(run.text.matches(of: /\[missing-comma\]/).count == 1)
    #expect(run.errors.hasPrefix("records read 3 = valid 3 + invalid 0\n  errors: missing-comma 1\n"))
  }

  @Test(arguments: ["redact", "redact --verify", "export --visitor-id b"])
  func otherCommandsReadAllElementsToo(command: String) throws {
    let run = try Tool.shell(
      "printf '[%s\\n%s\\n%s]' '\(Sample.transcript("a"))' '\(Sample.transcript("b"))' '\(Sample.transcript("c"))' "
        + "| chatevents \(command) --summary")
    #expect(run.status == 1)
    #expect((run.errors + run.text).matches(of: /\[missing-comma\]/).count == 1)
    #expect(run.errors.contains("records read 3 = "))
  }

  private func convert(_ input: String) throws -> Run {
    try Tool.run("convert", "--to", "rudderstack", "--summary", input: input)
  }
}
