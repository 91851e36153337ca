import ChatEvents
import JSONText
import Testing

@Suite struct RudderStackEventTests {
  /// The event of RudderStack's page on its Olark source, abridged.
  static let track = #"""
    {"type":"track","event":"Conversation","traits":{"organization":"Visitor Organization","chat_feedback":{"knowledge":4}},
     "userId":"NOTAREALVISITORIDS5LGl6QUrK2OaPP","context":{"os":{"name":"Windows"},
      "page":{"url":"http://www.olark.com","referrer":"http://www.olark.com"},"traits":{"city":"San Francisco"},
      "browser":{"name":"Internet Explorer","version":"11"},"library":{"name":"unknown","version":"unknown"},
      "integration":{"name":"Olark"}},"rudderId":"62b1b505-2826-4e08-a266-dd64ba9f36b7",
     "messageId":"a98d637b-7e9b-44c3-a0fe-90a50823c7ba","properties":{"tags":["test_example"],
      "items":[{"timestamp":"1473774819.263083"}]},"integrations":{"Olark":false}}
    """#

  private func decode(_ text: String) throws -> RudderStackEvent {
    try JSONTextDecoder().decode(RudderStackEvent.self, from: text)
  }

  @Test func theTypeDecidesWhatACallIs() throws {
    guard case .track(let track) = try decode(Self.track) else { throw Wrong() }
    #expect(track.event == "Conversation")
    #expect(track.context?.browser?.version == "11")
    #expect(track.properties?["items"]?.arrayValue?.count == 1)
    guard case .group(let group) = try decode(#"{"type":"group","groupId":"g","name":null}"#) else {
      throw Wrong()
    }
    #expect(group.groupId == "g")
    guard case .other(let members) = try decode(#"{"type":"identify","userId":5}"#) else { throw Wrong() }
    #expect(members["userId"] == 5)
  }

  @Test(arguments: ["track", "group"])
  func whatTheGatewayAddsIsKnown(type: String) throws {
    let text =
      #"{"type":"\#(type)","channel":"server","sentAt":"2026-11-21T00:00:00.000Z","receivedAt":"2026-11-21T00:00:01.000Z","#
      + #""request_ip":"192.0.2.8"}"#
    let common: RudderStackCommon
    switch try decode(text) {
    case .track(let track):
      common = track.common
      #expect(track.unknown.isEmpty)
    case .group(let group):
      common = group.common
      #expect(group.unknown.isEmpty)
    case .other: throw Wrong()
    }
    #expect(common.channel == "server" && common.requestIP == "192.0.2.8")
    #expect(common.sentAt == "2026-11-21T00:00:00.000Z" && common.receivedAt == "2026-11-21T00:00:01.000Z")
    #expect(String(decoding: try JSONTextEncoder().encode(try decode(text)), as: UTF8.self) == text)
  }

  @Test func aGroupHasProperties() throws {
    guard case .group(let group) = try decode(#"{"type":"group","properties":{"kind":"Group"}}"#) else {
      throw Wrong()
    }
    #expect(group.properties?["kind"] == "Group" && group.unknown.isEmpty)
  }

  private struct Wrong: Error {}

  @Test(arguments: [
    track, #"{"type":"group","groupId":"g","name":null,"traits":{},"x":[1.10]}"#,
    #"{"type":"page","a":1,"a":2}"#,
    #"{"type":"track","context":{"ip":null,"device":{"id":1},"os":{"name":"","build":7}},"sentAt":"2026-11-21"}"#,
  ])
  func decodingAndEncodingGivesTheSameJSON(text: String) throws {
    let again = try JSONValue(parsing: try JSONTextEncoder().encode(try decode(text)))
    #expect(again == (try JSONValue(parsing: text)))
  }

  @Test func membersAreWrittenInTheOrderOfRudderStacksSample() throws {
    let written = String(decoding: try JSONTextEncoder().encode(try decode(Self.track)), as: UTF8.self)
    let keys = try #require(JSONValue(parsing: written).objectValue?.keys)
    let sample = try #require(JSONValue(parsing: Self.track).objectValue?.keys)
    #expect(keys == sample)
  }

  @Test(arguments: [
    ("{}", "missing-member", ""), (#"{"type":5}"#, "type-mismatch", "/type"),
    (#"{"type":"track","context":{"os":"Windows"}}"#, "type-mismatch", "/context/os"),
    (#"{"type":"other","x":"\ud800"}"#, "lone-surrogate", "/x"),
  ])
  func whatIsWrongHasItsPlace(text: String, code: String, pointer: String) {
    let error = #expect(throws: JSONError.self) { try decode(text) }
    #expect(error?.code == code)
    #expect(error?.pointer.description == pointer)
  }
}
