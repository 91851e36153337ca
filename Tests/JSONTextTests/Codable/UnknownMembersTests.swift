import Foundation
import JSONText
import Testing

/// A model in this package's manner, with a member of each kind of property.
private struct Visitor: Codable, Equatable {
  var id: String?
  var score: JSONNumber?
  var tags: [String]?
  var unknown: JSONObject = [:]

  init() {}

  static let table = MemberTable<Visitor>([
    CodedMember("id", \.id), CodedMember("score", \.score), CodedMember("tags", \.tags),
  ])

  init(from decoder: any Decoder) throws { unknown = try Self.table.decode(&self, from: decoder) }

  func encode(to encoder: any Encoder) throws {
    try Self.table.encode(self, keeping: unknown, to: encoder)
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
