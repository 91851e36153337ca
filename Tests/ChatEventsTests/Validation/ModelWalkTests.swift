import JSONText
import Testing

@testable import ChatEvents

/// The walk over a record, and what it shows to those who look at everything in it.
@Suite struct ModelWalkTests {
  private struct Found: Equatable {
    var texts: [InteroperableText.Finding]
    var diagnostics: [Int?]
    var repeatedKeys: [Int?]
  }

  private func check(_ document: String, _ model: Model = OlarkTranscript.model) -> Found {
    let bytes = Array(document.utf8) + [UInt8](repeating: 0, count: Scanner.padding)
    var diagnostics: [Diagnostic] = []
    var texts = InteroperableText()
    texts.begin(bytes.span, 0..<document.utf8.count)
    let end = ModelCheck(model).check(bytes.span, 0, into: &diagnostics, &texts)
    #expect(end == document.utf8.count)
    return Found(
      texts: texts.findings, diagnostics: diagnostics.map(\.offset),
      repeatedKeys: diagnostics.filter { $0.code.name == "repeated-key" }.map(\.offset))
  }

  private func walk(_ document: String) -> [InteroperableText.Finding] {
    let bytes = Array(document.utf8) + [UInt8](repeating: 0, count: Scanner.padding)
    var texts = InteroperableText()
    texts.check(bytes.span, 0..<document.utf8.count)
    return texts.findings
  }

  /// What a document holds, in places that the model names, in places that it does not, and as keys.
  @Test(arguments: [
    #""\u0000""#, #"["\ud800",1e400]"#, #"{"a":1,"a":2}"#, #"[{"a":"\ufffe"}]"#, "1e999",
    #"{"\ud800":1,"\udfff":2}"#,
    #""\ud83d\ude00""#, #"{"a":{"b":[{"c":1,"c":2}]}}"#,
  ])
  func allThatIsInARecordIsShown(value: String) {
    let places = [
      #""id":\#(value)"#, #""visitor":{"id":"v","customFields":\#(value)}"#,
      #""visitor":{"x":\#(value),"id":"v"}"#,
      #""items":[{"body":\#(value)},{"y":\#(value)}]"#,
      #""operators":{"7":{"nickname":\#(value)},"8":\#(value)}"#,
      #""tags":[\#(value)]"#, #""tags":\#(value)"#, #""own":\#(value),"other":\#(value)"#,
      #""groups":\#(value)"#,
    ]
    for place in places {
      let document = #"{"kind":"Conversation",\#(place)}"#
      #expect(check(document).texts == walk(document), "\(document)")
    }
  }

  /// A key that the model names is an error where it is repeated; any other is found as programs read it.
  @Test(
    arguments: [
      (#"{"kind":"x","own":1,"own":2}"#, [20], []), (#"{"own":1,"kind":"x","\u006fwn":2}"#, [20], []),
      (#"{"kind":"x","ki\u0000nd":1}"#, [12], []), (#"{"ki\u0000nd":1,"kind":"x"}"#, [1, 16], []),
      (#"{"kind":"x","operators":{"1":{},"1":{}}}"#, [32], []), (#"{"kind":"x","kind":"y"}"#, [], [12]),
      (#"{"a":1,"visitor":{"a":1},"items":[{"a":1},{"a":1,"b":2,"a":3}]}"#, [55], []),
    ] as [(String, [Int], [Int])])
  func repeatedKeysAreFound(document: String, texts: [Int], errors: [Int]) {
    let found = check(document)
    #expect(found.texts.map(\.offset) == texts)
    #expect(found.repeatedKeys == errors)
  }

  /// PHP writes an object without members as an empty array.
  @Test func anEmptyArrayIsAnObjectWithoutMembers() {
    for place in [
      #""visitor":{"id":"v","customFields":[]}"#, #""operators":[ ]"#, #""operators":{"7":[]}"#,
      #""groups":[[ ]]"#,
    ] {
      let sound = #"{"kind":"Conversation","visitor":{"id":"v"},\#(place)}"#
        .replacing(#""visitor":{"id":"v"},"visitor""#, with: #""visitor""#)
      #expect(check(sound).diagnostics == [], "\(sound)")
      let wrong = sound.replacing("[]", with: "[1]").replacing("[ ]", with: "[ 1]")
      #expect(check(wrong).diagnostics.count == 1, "\(wrong)")
    }
  }

  /// It lacks what such an object cannot be without, at its place.
  @Test func anEmptyArrayLacksWhatAnObjectMustHave() {
    let model = Model(
      "outer", "",
      [
        Field(
          "inner", .object(Model("inner", "", required: ["id"], [Field("id", .id, .none, "")])), .none, "")
      ])
    #expect(check(#"{"inner":[]}"#, model).diagnostics == [9])
    #expect(check(#"{"inner":{}}"#, model).diagnostics == [9])
    #expect(check(#"{"inner":null}"#, model).diagnostics == [])
  }

  @Test func typesReadAnEmptyArrayAsAnObject() throws {
    let text = #"{"kind":"Conversation","visitor":{"id":"v","customFields":[]},"operators":[],"groups":[[]]}"#
    let transcript = try JSONTextDecoder().decode(OlarkTranscript.self, from: Array(text.utf8))
    #expect(transcript.operators?.isEmpty == true)
    #expect(transcript.visitor?.customFields?.isEmpty == true)
    #expect(transcript.groups?.count == 1)
    #expect(throws: (any Error).self) {
      try JSONTextDecoder().decode(OlarkTranscript.self, from: Array("[]".utf8))
    }
    let filled = text.replacing(#""operators":[]"#, with: #""operators":[1]"#)
    #expect(throws: (any Error).self) {
      try JSONTextDecoder().decode(OlarkTranscript.self, from: Array(filled.utf8))
    }
  }
}
