import Testing

@testable import ChatEvents

/// How large and how deep an expression may be.
@Suite struct PatternSizeTests {
  @Test(arguments: [
    "(a{1000}){1000}", "((((a{1000}){1000}){1000}){1000}){1000}", "(((((){1000}){1000}){1000}){1000}){1000}",
    "(a{0,1000}){6}", String(repeating: "a", count: 5001),
  ])
  func oneThatIsTooLargeIsRefusedAtOnce(pattern: String) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }
    #expect(
      error?.description == "it has more than 5000 parts with its repetitions expanded; lower the repetitions"
    )
  }

  @Test func groupsAreNotNestedWithoutEnd() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count)
    }
    _ = try TextPattern(nested(100))
    for count in [101, 100_000] {
      let error = #expect(throws: TextPatternError.self) { try TextPattern(nested(count)) }
      #expect(error?.description == "'(' at character 101 is nested in more than 100 groups")
    }
  }
}
