import Testing

@testable import ChatEvents

/// What becomes of data of which no model says what it is.
@Suite struct LooseRedactionTests {
  private func custom(_ fields: String) throws -> String {
    let lines = try redacted(#"{"kind":"Conversation","visitor":{"customFields":\#(fields)}}"#)
    let line = try #require(lines.first)
    return String(line.dropFirst(#"{"kind":"Conversation","visitor":{"customFields":"#.count).dropLast(2))
  }

  @Test(arguments: [
    (#"{"email":"no address"}"#, #"{"email":"<redacted>"}"#),
    (#"{"First Name":"Jo","LAST_NAME":"Blo"}"#, #"{"First Name":"<redacted>","LAST_NAME":"<redacted>"}"#),
    (#"{"ph\u006fne":5550100}"#, #"{"ph\u006fne":"<redacted>"}"#),
    (
      #"{"phones":["none",5,[true,"x"],{"a":"b"}]}"#,
      #"{"phones":["<redacted>","<redacted>",[true,"<redacted>"],{"a":"<redacted>"}]}"#
    ),
    // A route takes a user name that is not 0 for what the visitor is called.
    (#"{"user_name":0,"userId":0,"login_id":7}"#, #"{"user_name":0,"userId":0,"login_id":"<redacted>"}"#),
    (#"{"phone":true,"ip":null}"#, #"{"phone":true,"ip":null}"#),
    (#"{"plan":"gold","n":12.50}"#, #"{"plan":"gold","n":12.50}"#),
    (
      #"{"a":[["jo@x.org"],{"b":"from 192.0.2.7, again"}]}"#,
      #"{"a":[["<redacted>"],{"b":"from <redacted>, again"}]}"#
    ),
    (#"{"jo@x.org":1,"ann@x.org":2}"#, #"{"<redacted>":1,"<redacted>":2}"#),
    (#""jo\u0040x.org""#, #""<redacted>""#),
    (#"{"url":"https:\/\/x.org\/?m=jo%40x.org&a=1"}"#, #"{"url":"https:\/\/x.org\/?m=<redacted>&a=1"}"#),
  ])
  func membersAreJudgedByTheirNamesAndTextsByTheirForm(fields: String, expected: String) throws {
    #expect(try custom(fields) == expected)
    #expect(try custom(expected) == expected)
  }

  @Test func numbersOutsideOfTextAreNotLookedAt() throws {
    #expect(try custom(#"{"order":4915112345678}"#) == #"{"order":4915112345678}"#)
  }
}
