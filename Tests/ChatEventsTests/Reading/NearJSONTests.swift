import Testing

@testable import ChatEvents

/// What other languages print is named where it stops being JSON.
@Suite struct NearJSONTests {
  @Test(arguments: [
    ("{'a': 1}", "JSON has no single quotes; Python prints them"),
    ("{\"a\": 'x'}", "JSON has no single quotes; Python prints them"),
    ("[{\"a\":['x']}]", "JSON has no single quotes; Python prints them"), ("{\"a\":NaN}", "JSON has no NaN"),
    ("{\"a\":-Infinity}", "JSON has no -Infinity"), ("{\"a\":[1,Infinity]}", "JSON has no Infinity"),
    ("{\"a\":None}", "JSON has no None"), ("{\"a\":True}", "JSON has no True"),
    ("{\"a\": False}", "JSON has no False"),
    ("{\"a\":undefined}", "JSON has no undefined"), ("[{\"a\":1},None]", "JSON has no None"),
    ("{\\\"a\\\":1}", "the quotes are escaped: this is the inside of a JSON string"),
    ("{\"b\":{\\\"a\\\":1}}", "the quotes are escaped: this is the inside of a JSON string"),
    ("{\"a\":nul}", "expected a value"), ("{a:1}", "expected a key in double quotes"),
    ("{\"a\":01}", "expected a number as JSON writes it"),
    ("{\"a\":-x}", "expected a number as JSON writes it"),
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
            ? "an array is still open" : "the record that begins on line 2 ends inside a value") == true,
        "\(text)")
    }
  }
}
