import Testing

@testable import ChatEvents

/// What other languages print is named where it stops being JSON.
@Suite struct NearJSONTests {
  @Test(arguments: [
    ("{'a': 1}", "single quotes are not JSON; Python's repr prints them"),
    ("{\"a\": 'x'}", "single quotes are not JSON; Python's repr prints them"),
    ("[{\"a\":['x']}]", "single quotes are not JSON; Python's repr prints them"),
    ("{\"a\":NaN}", "NaN is not JSON"),
    ("{\"a\":-Infinity}", "-Infinity is not JSON"), ("{\"a\":[1,Infinity]}", "Infinity is not JSON"),
    ("{\"a\":None}", "None is not JSON"), ("{\"a\":True}", "True is not JSON"),
    ("{\"a\": False}", "False is not JSON"),
    ("{\"a\":undefined}", "undefined is not JSON"), ("[{\"a\":1},None]", "None is not JSON"),
    ("{\\\"a\\\":1}", "the quotes are escaped: this is the content of a JSON string"),
    ("{\"b\":{\\\"a\\\":1}}", "the quotes are escaped: this is the content of a JSON string"),
    ("{\"a\":nul}", "expected a value"), ("{a:1}", "expected a key in double quotes"),
    ("{\"a\":01}", "expected a valid JSON number"),
    ("{\"a\":-x}", "expected a valid JSON number"),
  ])
  func itIsNamed(text: String, message: String) {
    #expect(ReadItems(text).messages.first == message)
  }

  @Test func whatIsCutOffNamesItsFirstLine() {
    for text in ["{}\n{\"a\":\n \"b\"", "{}\n[", "{}\n{\"a", "{}\n  {\"a\": [1,\n\n"] {
      let last = ReadItems(text).messages.last
      #expect(
        last?.contains(
          text.hasSuffix("[")
            ? "the input ends inside an array" : "the record that begins on line 2 ends inside a value")
          == true,
        "\(text)")
    }
  }
}
