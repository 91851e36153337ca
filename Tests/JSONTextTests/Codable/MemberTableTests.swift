import Foundation
import JSONText
import Testing

/// A record with an optional and a required member, and a part that holds two.
private struct Note: Codable, Equatable {
  struct Origin: Equatable {
    var city: String?
    var isMobile: Bool?
  }

  var id = 0
  var origin = Origin()
  var text: String?
  var unknown: JSONObject = [:]

  static let table = MemberTable<Note>([
    CodedMember(required: "id", \.id),
    CodedMember(CodedMember("city", \.city), of: \.origin),
    CodedMember(CodedMember("mobile", \.isMobile), of: \.origin),
    CodedMember("text", \.text),
  ])

  init() {}

  init(from decoder: any Decoder) throws { unknown = try Self.table.decode(&self, from: decoder) }

  func encode(to encoder: any Encoder) throws {
    try Self.table.encode(self, keeping: unknown, to: encoder)
  }
}

@Suite struct MemberTableTests {
  private static let text = #"{"id":7,"city":"Bern","mobile":true,"text":"a b","later":[1.10]}"#

  @Test func eachMemberComesIntoItsProperty() throws {
    let note = try JSONTextDecoder().decode(Note.self, from: Self.text)
    #expect(note.id == 7)
    #expect(note.origin == Note.Origin(city: "Bern", isMobile: true))
    #expect(note.text == "a b")
    #expect(note.unknown.keys == ["later"])
    #expect(String(decoding: try JSONTextEncoder().encode(note), as: UTF8.self) == Self.text)
  }

  @Test func otherCodersReachTheSameProperties() throws {
    let note = try JSONTextDecoder().decode(Note.self, from: Self.text)
    #expect(try JSONDecoder().decode(Note.self, from: try JSONEncoder().encode(note)).text == "a b")
    #expect(try JSONDecoder().decode(Note.self, from: Data(#"{"id":7,"city":null}"#.utf8)).id == 7)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Note.self, from: Data("{}".utf8)) }
  }

  /// Of several faults the first of the table is reported, whatever the order of the text.
  @Test(arguments: [
    (#"{"mobile":1,"city":2,"id":7}"#, "type-mismatch", "/city"),
    (#"{"mobile":1}"#, "missing-member", ""),
    (#"{"mobile":1,"id":null}"#, "type-mismatch", "/id"),
    (#"{"mobile":1,"city":"a","c\u0069ty":"b","id":7}"#, "repeated-key", ""),
    (#"{"\ud800":1,"city":2}"#, "lone-surrogate", ""),
    (#"["id"]"#, "type-mismatch", ""),
  ])
  func theFirstFaultOfTheTableIsReported(text: String, code: String, pointer: String) {
    let error = #expect(throws: JSONError.self) { try JSONTextDecoder().decode(Note.self, from: text) }
    #expect(error?.code == code)
    if !pointer.isEmpty { #expect(error?.pointer.description == pointer) }
  }
}
