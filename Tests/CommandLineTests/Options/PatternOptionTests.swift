import Testing

/// Options that take a regular expression: what is said of one that cannot be used.
@Suite struct PatternOptionTests {
  private static let ahead =
    "looks ahead, which is not supported; include the following text in the expression"
  private static let behind =
    "looks behind, which is not supported; include the preceding text in the expression"
  private static let property =
    "is a Unicode property, which is not supported; write '\\w', '\\d', '[^\\W\\d_]' for a letter, or a class of your own"
  private static let reference = "refers to a group, which is not supported; repeat the group's expression"
  private static let noGroup =
    "is not a group; '(?' may be followed by ':', '<name>', or the flags i, m and s"

  @Test(arguments: [
    ("x(?=y)", "'(?=' at character 2 \(ahead)"), ("x(?!y)", "'(?!' at character 2 \(ahead)"),
    ("(?<=x)y", "'(?<=' at character 1 \(behind)"), ("(?<!x)y", "'(?<!' at character 1 \(behind)"),
    ("a(?>b)", "'(?>' at character 2 is an atomic group, which is not supported; write '(?:'"),
    ("(?|a|b)", "'(?|' at character 1 resets group numbers, which is not supported; write '(?:'"),
    (
      "(?(1)a|b)",
      "'(?(' at character 1 is a condition, which is not supported; write both cases with '|'"
    ),
    ("a(?#b)", "'(?#' at character 2 is a comment, which is not supported; remove it"),
    ("(?<n>a)(?P=n)", "'(?P=' at character 8 \(reference)"),
    ("a(?R)?", "'(?R' at character 2 calls a group, which is not supported; repeat the group's expression"),
    ("a(?&n)", "'(?&' at character 2 calls a group, which is not supported; repeat the group's expression"),
    ("a(?P>n)", "'(?P>' at character 2 calls a group, which is not supported; repeat the group's expression"),
    ("(?x)a b", "'(?x' at character 1 \(noGroup)"), ("(?i-m-s)a", "'(?i-m-' at character 1 \(noGroup)"),
    ("(?'n'a)", "'(?'' at character 1 \(noGroup)"), ("(?1)", "'(?1' at character 1 \(noGroup)"),
    ("(?<>a)", "'(?<>' at character 1 has no name in angle brackets; write '(?:'"),
    ("(?<a b>c)", "'(?<a ' at character 1 has no name in angle brackets; write '(?:'"),
    ("(?<a", "'(?<a' at character 1 has no name in angle brackets; write '(?:'"),
    ("(a)\\1", "'\\1' at character 4 \(reference)"), ("\\k<n>", "'\\k' at character 1 \(reference)"),
    ("\\g1", "'\\g' at character 1 \(reference)"),
    ("é\\p{L}", "'\\p' at character 2 \(property)"), ("\\PL", "'\\P' at character 1 \(property)"),
    ("a\\Z", "'\\Z' at character 2 is not supported; write '$'"),
    ("\\h", "'\\h' at character 1 is not supported; write '[ \\t]'"),
    ("\\v", "'\\v' at character 1 is not supported; write '\\R'"),
    ("\\N", "'\\N' at character 1 is not supported; write '.'"),
    ("\\X", "'\\X' at character 1 is not supported; write '.'"),
    ("\\0", "'\\0' at character 1 is not supported; write '\\x{0}'"),
    ("\\Qa", "'\\Q' at character 1 is not supported; write a backslash before each character"),
    ("\\q", "'\\q' at character 1 has no meaning here; write 'q' for the character"),
    ("a\\", "'\\' at character 2 escapes nothing; write '\\\\' for the character"),
    ("\\x4", "'\\x4' at character 1 needs 2 hexadecimal digits; put numbers of other lengths in braces"),
    (
      "\\u00g0",
      "'\\u00' at character 1 needs 4 hexadecimal digits; put numbers of other lengths in braces"
    ),
    ("\\x{}", "'\\x{' at character 1 needs 2 hexadecimal digits; put numbers of other lengths in braces"),
    ("\\x{110000}", "'\\x{110000}' at character 1 is not the number of a character"),
    ("\\ud83d\\udc4d", "'\\ud83d' at character 1 is not the number of a character"),
    ("(yes", "'(' at character 1 opens an unclosed group; write '\\(' for the character"),
    ("(?i", "'(' at character 1 opens an unclosed group; write '\\(' for the character"),
    ("yes)", "')' at character 4 has no opening parenthesis; write '\\)' for the character"),
    ("*a", "'*' at character 1 repeats nothing; write '\\*' for the character"),
    ("a|+", "'+' at character 3 repeats nothing; write '\\+' for the character"),
    ("({2})", "'{2}' at character 2 repeats nothing; write '\\{' for the character"),
    ("(?i)?", "'?' at character 5 repeats nothing; write '\\?' for the character"),
    ("^*", "'^*' at character 1 repeats an assertion, which has no length"),
    ("a\\b+", "'\\b+' at character 2 repeats an assertion, which has no length"),
    ("a++", "'a++' at character 1 is possessive, which is not supported; remove the last '+'"),
    ("(ab)?+", "'(ab)?+' at character 1 is possessive, which is not supported; remove the last '+'"),
    ("a**", "'a**' at character 1 repeats a repetition; write '(?:a*)' for the first"),
    ("xa{2}{3}", "'a{2}{3}' at character 2 repeats a repetition; write '(?:a{2})' for the first"),
    ("a{2,1}", "'{2,1}' at character 2 has a maximum below its minimum"),
    ("a{1001}", "'{1001}' at character 2 repeats more than 1000 times"),
    ("a{99999999999999999999,}", "'{99999999999999999999,}' at character 2 repeats more than 1000 times"),
    ("[]", "'[]' at character 1 is an empty class; write '\\]' for the character"),
    ("[^]a]", "'[^]' at character 1 is an empty class; write '\\]' for the character"),
    ("x[a", "'[' at character 2 opens an unclosed class; write '\\[' for the character"),
    ("[[:alpha:]]", "'[' at character 2 is inside a class; write '\\[' for the character"),
    ("[a&&b]", "'&&' at character 3 combines classes, which is not supported; write '\\&' for the character"),
    ("[a--b]", "'--' at character 3 combines classes, which is not supported; write '\\-' for the character"),
    ("[a~~b]", "'~~' at character 3 combines classes, which is not supported; write '\\~' for the character"),
    ("[c-a]", "'c-a' at character 2 is a range in reverse order"),
    ("[a-\\d]", "'a-\\d' at character 2 is not a range; write '\\-' for the character"),
    ("[\\b]", "'\\b' at character 2 is not allowed in a class"),
    ("[\\R]", "'\\R' at character 2 is not allowed in a class"),
  ])
  func whatIsNoExpressionIsAUsageError(pattern: String, message: String) throws {
    let run = try Tool.run("convert", "--to", "segment", "--consent-granted", pattern, input: "")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    let line =
      "chatevents: error: invalid value '\(pattern)' for --consent-granted: \(message)"
    #expect(run.errors.split(separator: "\n").first.map(String.init) == line)
  }

  @Test(arguments: ["", "no|", ".*", "^"])
  func oneThatIsFoundInAnEmptyTextIsAUsageError(pattern: String) throws {
    let run = try Tool.run("convert", "--to", "segment", "--consent-withdrawn", pattern, input: "")
    #expect(run.status == 64)
    #expect(
      run.errors.contains("for --consent-withdrawn: it matches the empty text"))
  }

  @Test func oneThatIsTooLargeIsAUsageError() throws {
    let run = try Tool.run("redact", "--file-link", "(a{1000}){1000}", input: "")
    #expect(run.status == 64)
    #expect(
      run.errors.contains(
        "for --file-link: it has more than 5000 parts with its repetitions expanded"
      ))
  }

  @Test func linksAreLookedThroughForTheSame() throws {
    let run = try Tool.run("redact", "--file-link", "x(?=y)", input: "")
    #expect(run.status == 64)
    #expect(run.errors.contains("for --file-link: '(?=' at character 2 \(Self.ahead)\n"))
  }

  /// An engine that goes back would be busy with this for longer than anyone waits.
  @Test func whatVisitorsWriteKeepsNothingBusy() throws {
    let letters = String(repeating: "a", count: 100_000)
    let record =
      #"{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[{"kind":"MessageToOperator","body":""#
      + "https://x.org/\(letters)! \(letters)!" + #""}]}"#
    let converted = try Tool.run(
      "convert", "--to", "segment", "--events", "started", "--consent-granted", "(a+)+$", input: record)
    #expect(converted.status == 0)
    #expect(!converted.text.contains("consent"))
    let redacted = try Tool.run("redact", "--file-link", "(a|a)*b$", input: record)
    #expect(redacted.status == 0)
    #expect(redacted.text.contains(letters))
  }
}
