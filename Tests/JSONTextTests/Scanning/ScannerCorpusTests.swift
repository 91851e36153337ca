import JSONText
import Testing

/// Small texts on either side of the grammar, in the manner of the JSONTestSuite (github.com/nst/JSONTestSuite).
@Suite struct ScannerCorpusTests {
  @Test(arguments: sound) func isJSON(text: String) {
    #expect(fault(of: text) == nil)
    #expect(ReferenceParser.parse(Array(text.utf8)) != nil)
  }

  @Test(arguments: unsound) func isNoJSON(text: String) {
    #expect(fault(of: text) != nil)
    #expect(tapeFault(of: Array(text.utf8)) != nil || text.utf8.starts(with: [0xef, 0xbb, 0xbf]))
    #expect(ReferenceParser.parse(Array(text.utf8)) == nil)
  }

  // A line is a kind of text: numbers, names, arrays, objects, strings. The formatter would give each text its own.
  // swift-format-ignore
  private static let sound = [
    "0", "-0", "-1", "10", "1.0", "-0.0", "0.1", "1e1", "1E1", "1e+1", "1E-1", "0e1", "0e+1", "123.456e78", "1.5E300",
    "123456789012345678901234567890", "-9223372036854775809", "0.00000000000000000000000000001", "1e9999",
    "true", "false", "null", " true ", "\ttrue", "\r\ntrue\n",
    "[]", "[ ]", "[\n]", "[[]]", "[[],[]]", "[1]", "[ 1 , 2 ]", "[null,true,false]", "[\"\"]", "[[[[[[[[]]]]]]]]",
    "{}", "{ }", "{\"\":0}", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":1,\"a\":2}", "{ \"a\" : 1 , \"b\" : 2 }",
    "{\"\\u0061\":1}", "{\"a\\nb\":null}", "{\"x\":[{\"y\":[{}]}]}",
    "\"\"", "\"a\"", "\" \"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"/\"", "\"\\b\\f\\n\\r\\t\"",
    "\"\\u0000\"", "\"\\u001F\"", "\"\\uFFFF\"", "\"\\uabcD\"", "\"\\\\u0000\"", "\"\\\\\\\"\"", "\"\\\\a\"",
    "\"\\ud834\\udd1e\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\ud800\"", "\"\\ud800a\"", "\"\\ude00\\ud83d\"",
    "\"é\"", "\"€\"", "\"😀\"", "\"\u{7f}\"", "\"\u{80}\"", "\"\u{2028}\u{2029}\"", "\"\u{fffd}\"", "\"\u{10ffff}\"",
    "\"\u{feff}\"", "\"{}[]:,\"", "\"'\"", "\"&\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
  ]

  // swift-format-ignore
  private static let unsound = [
    "", " ", "\u{feff}1", "\u{a0}1", "\u{2028}1", "\u{c}1", "1\u{c}", "\u{0}", "1\u{0}", "[1]\u{0}",
    "+1", "-", "--1", "00", "01", "-01", "012", "1.", ".1", "-.1", "1.e1", "1e", "1E", "1e+", "1e-", "1ee1", "1e1.5",
    "0x1", "1_000", "1,000", "1a", "1 000", "NaN", "nan", "Infinity", "-Infinity", "inf", "１", "0.1.2", "2.e3", "-+1",
    "True", "TRUE", "tru", "truee", "nul", "nulll", "Null", "fals", "undefined", "none", "t", "n", "f",
    "[", "]", "[1", "[1,", "[1,]", "[,]", "[,1]", "[1,,2]", "[1 2]", "[1]]", "[[]", "[1;2]", "[1:2]", "[\"a\"", "[\"a",
    "[a]", "(1)", "[1)", "[}", "{]", "[1}", "{\"a\":1]", "[\"a\":1]", "[1,\n", "[*]", "[//c\n1]", "[1/**/]",
    "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\",1}", "{\"a\":1 \"b\":2}",
    "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{[]:1}", "{\"a\"::1}", "{\"a\":1,,\"b\":2}", "{\"a\":1;\"b\":2}",
    "{\"a\":1}}", "{\"a\":a}", "{\"a\":1}{", "{\"a\" 1}", "{:1}", "{\"a\":}", "{\"a\":,}", "{\"a\"=1}", "{#}",
    "\"", "\"a", "a", "'a'", "\"\\\"", "\"\\", "\"\\x00\"", "\"\\a\"", "\"\\0\"", "\"\\'\"", "\"\\U0041\"", "\"\\ \"",
    "\"\\u\"", "\"\\u0\"", "\"\\u00\"", "\"\\u000\"", "\"\\u00G0\"", "\"\\u 000\"", "\"\\u-000\"", "\"\\u+000\"",
    "\"\\u00\\u00\"", "\"\\u００００\"", "\"\\é\"", "\"a\tb\"", "\"a\nb\"", "\"a\rb\"", "\"\u{0}\"", "\"\u{1f}\"",
    "\"a\"b", "\"a\" \"b\"", "\"\\ud800\\u\"", "\"\\ud800\\u1\"", "\"\\ud800\\u1x\"", "1 2", "{} {}", "[] []", "null null",
  ]
}
