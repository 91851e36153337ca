import JSONText
import Testing

@testable import ChatEvents

/// A pointer leads from a document to what is inside it, and an asterisk to all of it.
@Suite struct UnwrapPointerTests {
  @Test(arguments: [
    ("", []), ("/", [""]), ("/a", ["a"]), ("/a/b", ["a", "b"]), ("/a~1b", ["a/b"]), ("/m~0n", ["m~n"]),
    ("/~01", ["~1"]), ("/~1~0~1", ["/~/"]), ("/*/x", ["*", "x"]), ("//a/", ["", "a", ""]),
    ("/é/0", ["é", "0"]),
  ])
  func tokensAreSeparatedBySlashes(text: String, tokens: [String]) throws {
    let pointer = try UnwrapPointer(text)
    #expect(pointer.tokens == tokens)
    #expect(pointer.text == text)
    #expect(UnwrapPointer(tokens).text == text)
  }

  @Test(arguments: [
    ("a", "a pointer must begin with a slash: /a"),
    ("body/data", "a pointer must begin with a slash: /body/data"),
    ("/a~", "in a pointer, ~ must be followed by 0 (for ~) or 1 (for /)"),
    ("/~2", "in a pointer, ~ must be followed by 0 (for ~) or 1 (for /)"),
    ("/a~/b", "in a pointer, ~ must be followed by 0 (for ~) or 1 (for /)"),
  ])
  func whatIsNoPointerIsRefused(text: String, message: String) {
    #expect(throws: UnwrapPointer.Fault(description: message)) { try UnwrapPointer(text) }
  }

  @Test(arguments: [
    ("/a", #"{"a":1}"#, ["1"]), ("/a/b", #"{"a":{"b":[2]}}"#, ["[2]"]), ("/a", #"{"\u0061":"x"}"#, [#""x""#]),
    ("/1", "[5,6]", ["6"]), ("/*", "[5,6]", ["5", "6"]), ("/*", #"{"a":5,"b":6}"#, ["5", "6"]),
    ("/*/x", #"[{"x":1},{"x":2}]"#, ["1", "2"]), ("/*/x", #"{"a":{"x":1},"b":{"y":2},"c":3}"#, ["1"]),
    ("/", #"{"":7}"#, ["7"]), ("/a~1b", #"{"a/b":8}"#, ["8"]), ("/0", #"{"0":9}"#, ["9"]),
    ("", #""x""#, [#""x""#]),
  ])
  func aPointerLeadsToValues(pointer: String, text: String, values: [String]) throws {
    let targets = try targets(pointer, text)
    #expect(targets.map(\.text) == values)
    #expect(targets.allSatisfy { $0.isReached })
  }

  @Test(arguments: [
    ("/a", "{}"), ("/a", #"{"b":1}"#), ("/a", #"{"a":null}"#), ("/a/b", #"{"a":1}"#), ("/2", "[5,6]"),
    ("/01", "[5,6]"), ("/-", "[5]"), ("/-1", "[5]"), ("/+0", "[5]"), ("/*", "[]"), ("/*", "{}"),
    ("/*/x", "[{}]"),
    ("", "{}"), ("", "[]"), ("/a", #""a""#), ("/99999999999999999999", "[5]"),
  ])
  func itMayLeadNowhere(pointer: String, text: String) throws {
    #expect(try targets(pointer, text).isEmpty)
  }

  @Test func elementsFromWhichItLeadsNowhereAreNotLost() throws {
    let targets = try targets("/r/*/x", #"{"r":[{"x":1},{"y":2},3,{"x":null},{"x":4}]}"#)
    #expect(targets.map(\.text) == ["1", #"{"y":2}"#, "3", #"{"x":null}"#, "4"])
    #expect(targets.map(\.isReached) == [true, false, false, false, true])
  }

  @Test func aKeyThatIsThereTwiceIsRefused() {
    #expect(throws: JSONFault(.repeatedKey, at: 7)) { try targets("/a", #"{"a":1,"a":2}"#) }
    #expect(throws: Never.self) { try targets("/b", #"{"a":1,"a":2,"b":3}"#) }
  }

  @Test(arguments: [
    ("/a/b", "--unwrap /a/b"), ("", "--unwrap ''"), ("/*", "--unwrap '/*'"), ("/a b", "--unwrap '/a b'"),
    ("/it's", #"--unwrap '/it'\''s'"#), ("/$x", "--unwrap '/$x'"), ("/m~0n", "--unwrap '/m~0n'"),
  ])
  func theOptionIsWrittenForAShell(pointer: String, option: String) throws {
    #expect(try UnwrapPointer(pointer).option == option)
  }

  private func targets(_ pointer: String, _ text: String) throws -> [(text: String, isReached: Bool)] {
    let bytes = padded(text)
    let value = SoundText.slice(bytes.span, 0)
    return try UnwrapPointer(pointer).targets(in: value, bytes.span).map {
      (String(decoding: bytes[$0.value.range], as: UTF8.self), $0.isReached)
    }
  }
}
