import Testing

@testable import ChatEvents

/// JSON that is the whole text of a string is redacted as if it stood there.
@Suite struct TextInStringTests {
  private func custom(_ value: String) throws -> String {
    let start = #"{"kind":"Conversation","visitor":{"customFields":{"#
    let line = try #require(try redacted("\(start)\(value)}}}").first)
    return String(line.dropFirst(start.count).dropLast(3))
  }

  @Test(arguments: [
    (#""a":"{\"email\":\"x\",\"n\":5.0}""#, #""a":"{\"email\":\"<redacted>\",\"n\":5.0}""#),
    (#""a":"{\"phone\":5550100}""#, #""a":"{\"phone\":\"<redacted>\"}""#),
    // Another member says that the object is about a person, or the name of the string does.
    (
      #""a":"{\"name\":\"Kim\",\"phone\":\"5\"}""#,
      #""a":"{\"name\":\"<redacted>\",\"phone\":\"<redacted>\"}""#
    ),
    (#""profile":"{\"name\":\"Kim\"}""#, #""profile":"{\"name\":\"<redacted>\"}""#),
    (#""a":"{\"name\":\"Hat\",\"price\":5}""#, #""a":"{\"name\":\"Hat\",\"price\":5}""#),
    (
      #""a":" \n[{\"dob\":\"5\"},\"at jo@x.org\"]\r\n""#,
      #""a":" \n[{\"dob\":\"<redacted>\"},\"at <redacted>\"]\r\n""#
    ),
    (#""a":"{\"b\":\"{\\\"phone\\\":7}\"}""#, #""a":"{\"b\":\"{\\\"phone\\\":\\\"<redacted>\\\"}\"}""#),
    (#""a":"{\"jo@x.org\":\"\\u00e9\"}""#, #""a":"{\"<redacted>\":\"\\u00e9\"}""#),
    // No JSON: what is cut off, what has more behind it, and words in brackets.
    (#""a":"{\"name\":\"Kim\",\"dob\":\"5\"""#, #""a":"{\"name\":\"Kim\",\"dob\":\"5\"""#),
    (#""a":"{\"dob\":\"5\"} of jo@x.org""#, #""a":"{\"dob\":\"5\"} of <redacted>""#),
    (#""a":"[call 555-123-4567]""#, #""a":"[call <redacted>]""#),
    (#""a":"{}","b":"[]","c":"{""#, #""a":"{}","b":"[]","c":"{""#),
  ])
  func theTextOfAStringIsReadAsJSON(value: String, expected: String) throws {
    #expect(try custom(value) == expected)
    #expect(try custom(expected) == expected)
  }

  @Test func aMessageOfJSONIsRedactedAndSelected() throws {
    let chat = { (name: String, email: String) in
      #"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":"{\"name\":\"\#(name)\",\"email\":\"\#(email)\"}"}]}"#
    }
    let mark = "<redacted>"
    #expect(try redacted(chat("Kim", "kim@x.org")) == [chat(mark, mark)])
    let select = { (settings: inout RedactionSettings) in settings.selection.emails = ["kim@x.org"] }
    #expect(try redacted(chat("Kim", "kim@x.org"), select) == [chat(mark, mark)])
    #expect(try redacted(chat("Ann", "ann@x.org"), select) == [chat("Ann", "ann@x.org")])
  }

  @Test(arguments: [
    ("Phone", "ext. 5", "<redacted>"), ("Your name?", "Kim", "<redacted>"),
    ("Name (optional)", "Kim", "<redacted>"),
    ("Company name", "Kim", "Kim"), ("Question", "at jo@x.org", "at <redacted>"), ("", "Kim", "Kim"),
  ])
  func whatAFieldAsksForSaysWhatItsValueIs(name: String, value: String, expected: String) throws {
    for number in 1...3 {
      let chat = { (value: String) in
        #"{"_type":"chat_meta","id":9,"client_additional0\#(number)_value":"\#(value)","client_additional0\#(number)_name":"\#(name)"}"#
      }
      #expect(try redacted(chat(value)) == [chat(expected)])
    }
  }
}
