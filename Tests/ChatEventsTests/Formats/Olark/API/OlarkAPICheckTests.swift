import JSONText
import Testing

@testable import ChatEvents

/// Calls and settings, held against the catalogue.
@Suite struct OlarkAPICheckTests {
  /// The examples of Olark's page, as records.
  @Test(arguments: [
    #"{"setting":"features.attention_grabber","value":true}"#,
    #"{"setting":"features.attention_grabber","value":false}"#,
    #"{"setting":"CalloutBubble.bubble_image_url","value":"path/to/file"}"#,
    #"{"setting":"CalloutBubble.bubble_width","value":100}"#,
    #"{"setting":"CalloutBubble.bubble_height","value":25}"#,
    ##"{"setting":"system.hb_primary_color","value":"#744da8"}"##,
    #"{"setting":"system.hb_position","value":"left"}"#,
    ##"{"setting":"system.hb_custom_style","value":{"general":{"fonts":[""],"corners":"","secondaryColor":"#ffe6ff"}}}"##,
    #"{"setting":"system.hb_custom_style","value":{"general":{"fonts":["Bitter","serif"],"corners":"","secondaryColor":""}}}"#,
    #"{"setting":"system.hb_custom_style","value":{"general":{"fonts":[""],"corners":"hard","secondaryColor":""}}}"#,
    #"{"setting":"system.hb_custom_style","value":{"general":{"fonts":[""],"corners":"soft","secondaryColor":""}}}"#,
    #"{"setting":"system.hb_chatbox_size","value":"sm"}"#,
    #"{"setting":"system.hb_chatbox_size","value":"dr"}"#,
    #"{"setting":"system.localization","value":"en-US"}"#,
    #"{"setting":"system.allowed_domains","value":"*.yourdomain.com,*.yourotherdomain.com"}"#,
    #"{"setting":"locale.welcome_title","value":"Foo"}"#,
    #"{"setting":"WelcomeAssist.welcome_messages","value":["hello world","another message!","a 3rd message!"]}"#,
    #"{"setting":"system.ask_for_name","value":"hidden"}"#,
    #"{"setting":"box.inline","value":true}"#,
    #"{"call":"api.box.show"}"#,
    #"{"call":"api.box.expand","arguments":[]}"#,
    #"{"call":"api.box.setLocale","arguments":["en-US"]}"#,
    #"{"call":"api.chat.setOperatorGroup","arguments":[{"group":"abcdef123456"}]}"#,
    #"{"call":"api.chat.sendMessageToVisitor","arguments":[{"body":"Let me know if you have any questions."}]}"#,
    #"{"call":"api.chat.sendNotificationToOperator","arguments":[{"body":"this visitor is hesitating"}]}"#,
    #"{"call":"api.chat.updateVisitorNickname","arguments":[{"snippet":"is visible"}]}"#,
    #"{"call":"api.chat.updateVisitorNickname","arguments":[{"snippet":"","hidesDefault":true}]}"#,
    #"{"call":"api.chat.updateVisitorStatus","arguments":[{"snippet":"has 10 items in cart"}]}"#,
    #"{"call":"api.chat.updateVisitorStatus","arguments":[{"snippet":["has 10 items in cart","value of items is $38"]}]}"#,
    #"{"call":"api.visitor.updateFullName","arguments":[{"fullName":"John Doe"}]}"#,
    #"{"call":"api.visitor.updateEmailAddress","arguments":[{"emailAddress":"johndoe@olark.com"}]}"#,
    #"{"call":"api.visitor.updatePhoneNumber","arguments":[{"phoneNumber":"(123) 456-7890"}]}"#,
    #"{"call":"api.visitor.updateCustomFields","arguments":[{"internalCustomerId":"2194832109"}]}"#,
  ])
  func anExampleOfThePageIsSound(record: String) throws {
    #expect(OlarkAPI.problems(in: try JSONValue(parsing: record)) == [])
  }

  /// What is nearly one of them, the way to what is wrong, the code, and what is said.
  @Test(arguments: [
    (
      #"{"setting":"system.hb_custom_style","value":{"general":{"fonts":"Bitter"}}}"#,
      "/value/general/fonts", "type-mismatch", "expected an array of strings, found a string"
    ),
    (
      #"{"setting":"system.hb_custom_style","value":{"general":{"fonts":["Bitter",1]}}}"#,
      "/value/general/fonts/1", "type-mismatch", "expected a string, found a number"
    ),
    (
      #"{"setting":"system.hb_custom_style","value":{"general":{"corners":"round"}}}"#,
      "/value/general/corners", "value-not-allowed", #"expected one of "soft", "hard", """#
    ),
    (
      #"{"setting":"system.hb_custom_style","value":{"general":{"secondaryColor":"pink"}}}"#,
      "/value/general/secondaryColor", "value-not-allowed", ##"expected a colour such as "#744da8" or """##
    ),
    (
      #"{"setting":"system.hb_custom_style","value":{"general":{"secondaryColor":16}}}"#,
      "/value/general/secondaryColor", "type-mismatch",
      ##"expected a colour such as "#744da8" or "", found a number"##
    ),
    (
      #"{"setting":"system.hb_custom_style","value":{}}"#,
      "/value", "missing-member", #"expected a member "general""#
    ),
    (
      #"{"setting":"system.hb_custom_style","value":{"general":[]}}"#,
      "/value/general", "type-mismatch", "expected an object, found an array"
    ),
    (
      ##"{"setting":"system.hb_primary_color","value":"#744da"}"##,
      "/value", "value-not-allowed", ##"expected a colour such as "#744da8""##
    ),
    (
      #"{"setting":"system.hb_primary_color","value":"744da8"}"#,
      "/value", "value-not-allowed", ##"expected a colour such as "#744da8""##
    ),
    (
      #"{"setting":"CalloutBubble.bubble_height","value":-1}"#,
      "/value", "value-not-allowed", "expected a non-negative integer"
    ),
    (
      #"{"setting":"WelcomeAssist.welcome_delay_in_seconds","value":-30}"#,
      "/value", "value-not-allowed", "expected a non-negative integer"
    ),
    (
      #"{"setting":"CalloutBubble.bubble_width","value":"100"}"#,
      "/value", "type-mismatch", "expected a non-negative integer, found a string"
    ),
    (
      #"{"setting":"CalloutBubble.bubble_width","value":99.5}"#,
      "/value", "type-mismatch", "expected a non-negative integer, found a number"
    ),
    (#"{"setting":"box.inline"}"#, "", "missing-member", #"expected a member "value""#),
    (
      #"{"setting":"box.inline","value":1}"#, "/value", "type-mismatch",
      "expected true or false, found a number"
    ),
    (
      #"{"call":"api.chat.updateVisitorStatus","arguments":[{"snippet":["a",2]}]}"#,
      "/arguments/0/snippet/1", "type-mismatch", "expected a string, found a number"
    ),
    (
      #"{"call":"api.chat.updateVisitorStatus","arguments":[{"snippet":2}]}"#,
      "/arguments/0/snippet", "type-mismatch", "expected a string or an array of strings, found a number"
    ),
    (
      #"{"call":"api.chat.sendNotificationToOperator","arguments":[{"body":null}]}"#,
      "/arguments/0", "missing-member", #"expected a member "body""#
    ),
    (
      #"{"call":"api.chat.sendNotificationToOperator","arguments":["hello"]}"#,
      "/arguments/0", "type-mismatch", "expected an object, found a string"
    ),
    (
      #"{"call":"api.chat.sendNotificationToOperator","arguments":[]}"#,
      "/arguments", "missing-argument", "expected an argument: an object"
    ),
    (
      #"{"call":"api.visitor.updateCustomFields"}"#,
      "", "missing-argument", "expected an argument: an object with members of any name"
    ),
    (
      #"{"call":"api.box.show","arguments":[true]}"#,
      "/arguments/0", "extra-argument", "too many arguments"
    ),
    (
      #"{"call":"api.box.show","arguments":{}}"#, "/arguments", "type-mismatch",
      "expected an array, found an object"
    ),
    (#"{"call":7}"#, "/call", "type-mismatch", "expected a string, found a number"),
    (#"{"call":"system.group"}"#, "/call", "wrong-use", "the name belongs to a setting"),
    (#"{"setting":"api.box.show"}"#, "/setting", "wrong-use", "the name belongs to a method"),
    (#"{"arguments":[]}"#, "", "missing-member", #"expected a member "call" or "setting""#),
    (
      #"{"call":"api.box.show","setting":"system.group"}"#,
      "/setting", "unknown-member", "expected a call or a setting, found both"
    ),
    ("[]", "", "type-mismatch", "expected an object, found an array"),
  ])
  func aNearMissIsRefusedAtItsPlace(record: String, way: String, code: String, message: String) throws {
    let problems = OlarkAPI.problems(in: try JSONValue(parsing: record))
    #expect(problems.count == 1)
    #expect(problems.first?.pointer.description == way)
    #expect(problems.first?.code.name == code)
    #expect(problems.first?.message == message)
  }

  /// A misspelt name, and what is advised.
  @Test(arguments: [
    (#"{"call":"api.visitor.updateFullname"}"#, "unknown-name", #"write "api.visitor.updateFullName""#),
    (#"{"call":"updateEmailAddress"}"#, "unknown-name", #"write "api.visitor.updateEmailAddress""#),
    (#"{"setting":"system.hb_chat_box_size"}"#, "unknown-name", #"write "system.hb_chatbox_size""#),
    (#"{"setting":"locale.welcome_titel"}"#, "unknown-name", #"write "locale.welcome_title""#),
    (#"{"call":"no.such.thing.at.all"}"#, "unknown-name", "list the names with: chatevents api"),
    (
      #"{"call":"api.chat.updateVisitorNickname","arguments":[{"snippet":"","hideDefault":true}]}"#,
      "unknown-member", #"write "hidesDefault""#
    ),
    (#"{"setting":"system.hb_position","value":"lefft"}"#, "value-not-allowed", #"write "left""#),
    (#"{"setting":"system.localization","value":"en-UK"}"#, "value-not-allowed", #"write "en-US""#),
  ])
  func theNearestNameIsAdvised(record: String, code: String, fix: String) throws {
    let problem = try #require(OlarkAPI.problems(in: try JSONValue(parsing: record)).first)
    #expect(problem.code.name == code)
    #expect(problem.fix == fix)
  }

  /// What needs a function, and where.
  @Test(arguments: [
    (#"{"call":"api.visitor.getDetails"}"#, [""]),
    (#"{"call":"api.chat.onMessageToVisitor","arguments":["function"]}"#, ["/arguments/0"]),
    (
      #"{"call":"api.rules.defineRule","arguments":[{"id":"1","description":"offer help","perVisit":true}]}"#,
      ["/arguments/0", "/arguments/0"]
    ),
    (
      #"{"call":"api.rules.defineRule","arguments":[{"id":"2","description":"hide","condition":"x","action":{},"perPage":true}]}"#,
      ["/arguments/0/condition", "/arguments/0/action"]
    ),
  ])
  func aFunctionIsAskedForWhereJSONCannotHoldIt(record: String, ways: [String]) throws {
    let problems = OlarkAPI.problems(in: try JSONValue(parsing: record))
    #expect(problems.map(\.code.name) == ways.map { _ in "function-needed" })
    #expect(problems.map(\.pointer.description) == ways)
  }

  @Test func theRestOfACallThatNeedsAFunctionIsLookedAtToo() throws {
    let rule = #"{"call":"api.rules.defineRule","arguments":[{"id":1,"description":"hide","perPage":"yes"}]}"#
    let ways = OlarkAPI.problems(in: try JSONValue(parsing: rule)).map(\.pointer.description)
    #expect(ways == ["/arguments/0/id", "/arguments/0/perPage", "/arguments/0", "/arguments/0"])
  }

  @Test(arguments: OlarkAPI.entries) func theCataloguesOwnExamplesAreSound(entry: OlarkAPI.Entry) {
    #expect((entry.example == nil) == entry.needsFunction)
    if let example = entry.example { #expect(OlarkAPI.problems(in: example) == []) }
  }
}
