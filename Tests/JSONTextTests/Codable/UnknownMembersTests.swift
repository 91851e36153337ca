import Foundation
import JSONText
import Testing

/// A model in this package's manner.
private struct Visitor: Codable, Equatable {
  var id: String?
  var score: JSONNumber?
  var unknown: JSONObject = [:]

  enum CodingKeys: String, CodingKey, CaseIterable { case id, score }

  init(id: String? = nil, score: JSONNumber? = nil, unknown: JSONObject = [:]) {
    (self.id, self.score, self.unknown) = (id, score, unknown)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decodeIfPresent(String.self, forKey: .id)
    score = try container.decodeIfPresent(JSONNumber.self, forKey: .score)
    unknown = try decoder.unknownMembers(besides: CodingKeys.self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = try encoder.container(keyedBy: CodingKeys.self, keeping: unknown)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(score, forKey: .score)
  }
}

@Suite struct UnknownMembersTests {
  private func roundTrip(_ text: String, _ change: (inout Visitor) -> Void = { _ in }) throws -> String {
    var visitor = try JSONTextDecoder().decode(Visitor.self, from: text)
    change(&visitor)
    return String(decoding: try JSONTextEncoder().encode(visitor), as: UTF8.self)
  }

  @Test(arguments: [
    "{}", #"{"id":"a"}"#, #"{"id":null}"#, #"{"id":"a","score":1.50,"x":[1,{"y":null}],"x":2}"#,
    #"{"z":null,"score":null}"#,
  ])
  func whatTheTypeDoesNotNameComesBackBehindWhatItNames(text: String) throws {
    #expect(try roundTrip(text) == text)
  }

  @Test func unknownMembersComeLastWhereverTheyStood() throws {
    #expect(try roundTrip(#"{"x":1,"score":2,"y":3,"id":"a"}"#) == #"{"id":"a","score":2,"x":1,"y":3}"#)
  }

  @Test func aValueWinsOverTheNullThatWasKept() throws {
    #expect(try roundTrip(#"{"id":null,"score":null}"#) { $0.id = "new" } == #"{"id":"new","score":null}"#)
  }

  @Test func otherCodersKeepUnknownMembersToo() throws {
    let data = Data(#"{"x":[1,true,"s",1.5,null],"id":null,"score":5}"#.utf8)
    let visitor = try JSONDecoder().decode(Visitor.self, from: data)
    #expect(visitor.score == 5)
    #expect(
      visitor.unknown == ["x": [1, true, "s", .number(try #require(JSONNumber("1.5"))), nil], "id": nil])
    var changed = visitor
    changed.id = "new"
    let again = try JSONDecoder().decode(Visitor.self, from: try JSONEncoder().encode(changed))
    #expect(again.id == "new")
    #expect(again.unknown["x"] == visitor.unknown["x"])
  }

  @Test func valuesPassThroughFoundationsCoders() throws {
    let value: JSONValue = ["a": [1, "x", nil, false, ["b": -7]], "big": .number(JSONNumber(UInt64.max))]
    #expect(try JSONDecoder().decode(JSONValue.self, from: try JSONEncoder().encode(value)) == value)
  }
}
