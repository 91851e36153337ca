import ChatEvents
import JSONText
import Testing

@Suite struct SegmentEventTests {
  /// A call with all that Segment's page on common fields names, in its order, and with what real ones have besides.
  static let track = #"""
    {"anonymousId":"507f191e810c19729de860ea","context":{"active":true,
      "app":{"name":"Initech","version":"545","build":"3.0.1.545","namespace":"com.example.initech"},
      "campaign":{"name":"Tea","source":"Newsletter","medium":"email","term":"tea","content":"picture","id":"custom"},
      "device":{"id":"B5372DB0","advertisingId":"7A3CBEA0","adTrackingEnabled":true,"manufacturer":"Apple",
       "model":"iPhone7,2","name":"maguro","type":"ios","token":"ff15bc0c","version":"8"},
      "ip":"192.0.2.8","library":{"name":"analytics.js","version":"2.11.1"},"locale":"en-US",
      "location":{"city":"San Francisco","latitude":40.2964197},
      "network":{"bluetooth":false,"carrier":"T-Mobile US","cellular":true,"wifi":false},
      "os":{"name":"iPhone OS","version":"8.1.3"},
      "page":{"path":"/tea/","referrer":"","search":"","title":"Tea","url":"https://example.com/tea/"},
      "referrer":{"id":"ABCD582C","type":"dataxu","name":null,"url":"https://example.org","link":"https://example.org/a"},
      "screen":{"width":320,"height":568,"density":2.0},"groupId":"12345","timezone":"Europe/Amsterdam",
      "traits":{"email":"jo@example.com","plan":"premium"},"userAgent":"Mozilla/5.0",
      "userAgentData":{"brands":[{"brand":"Chromium","version":"110"},{"brand":"Not A(Brand","version":"24"}],
       "mobile":false,"platform":"macOS","bitness":"64","model":"","platformVersion":"13.2.1",
       "uaFullVersion":"110.0.5481.177","fullVersionList":[{"brand":"Chromium","version":"110.0.5481.177"}],"wow64":false},
      "channel":"browser","protocols":{"event_version":2},"integration":{"name":"olark","version":"1.0.0"},"direct":true},
     "integrations":{"All":true,"Mixpanel":false,"Salesforce":{"on":1.10}},
     "messageId":"022bb90c-bbac-11e4-8dfc-aa07a5b093db","receivedAt":"2015-12-10T04:08:31.909Z",
     "sentAt":"2015-12-10T04:08:31.581Z","timestamp":"2015-12-10T04:08:31.905Z",
     "originalTimestamp":"2015-12-10T04:08:31.500Z","type":"track","event":"Live Chat Message Sent",
     "properties":{"conversation_duration":4.150,"message_body":"caf\u00e9"},"userId":"97980cfea0067","version":2,
     "channel":"browser","_metadata":{"bundled":["Olark"]}}
    """#

  /// An `identify` with every trait that Segment has reserved.
  static let identify = #"""
    {"type":"identify","userId":"u","traits":{"address":{"street":"6th St","city":"San Francisco","state":"CA",
      "postalCode":"94103","country":"USA","floor":3},"age":38,"avatar":"https://example.com/jo.png",
      "birthday":"1988-02-29","company":{"name":"Initech","id":7,"industry":"Tea","employee_count":329,"plan":"enterprise"},
      "createdAt":"2015-02-23T22:28:55.387Z","description":"likes tea","email":"jo@example.com","firstName":"Jo",
      "gender":"f","id":"u","lastName":"Blo","name":"Jo Blo","phone":"(555) 555-5555","title":"VP of Tea",
      "username":"jo","website":"https://example.com","logins":5,"first_name":"Jo"},"version":"1.1"}
    """#

  /// A `group` with every trait that Segment has reserved.
  static let group = #"""
    {"type":"group","groupId":"0e8c","anonymousId":"a","traits":{"address":{"city":"Palo Alto"},
      "avatar":"https://example.com/logo.png","createdAt":"2015-02-23","description":"makes tea","email":"tea@example.com",
      "employees":329,"id":"0e8c","industry":"Technology","name":"Initech","phone":"5","website":"https://example.com",
      "plan":"enterprise","total billed":830}}
    """#

  private func decode(_ text: String) throws -> SegmentEvent {
    try JSONTextDecoder().decode(SegmentEvent.self, from: text)
  }

  private struct Wrong: Error {}

  @Test func aTrackIsReadWithItsCircumstances() throws {
    guard case .track(let call) = try decode(Self.track) else { throw Wrong() }
    #expect(call.event == "Live Chat Message Sent")
    #expect(call.version == 2)
    #expect(call.properties?["conversation_duration"]?.numberValue?.text == "4.150")
    #expect(call.unknown.keys == ["_metadata"])
    let context = try #require(call.context)
    #expect(context.active == true && context.direct == true)
    #expect(context.app?.namespace == "com.example.initech")
    #expect(context.campaign?.unknown["id"] == "custom")
    #expect(context.device?.adTrackingEnabled == true)
    #expect(context.network?.wifi == false)
    #expect(context.page?.title == "Tea")
    #expect(context.referrer?.link == "https://example.org/a" && context.referrer?.name == nil)
    #expect(context.screen?.density?.text == "2.0")
    #expect(context.traits?.email == "jo@example.com")
    #expect(context.userAgentData?.brands?.map(\.brand) == ["Chromium", "Not A(Brand"])
    #expect(context.userAgentData?.fullVersionList?.first?.version == "110.0.5481.177")
    #expect(context.protocols?.eventVersion == 2)
    #expect(context.integration?.name == "olark" && context.integration?.version == "1.0.0")
    #expect(context.unknown.keys == ["location"])
  }

  @Test func reservedTraitsHaveTheirTypes() throws {
    guard case .identify(let call) = try decode(Self.identify) else { throw Wrong() }
    let traits = try #require(call.traits)
    #expect(traits.address?.postalCode == "94103" && traits.address?.unknown["floor"] == 3)
    #expect(traits.age == 38)
    #expect(traits.birthday == "1988-02-29" && traits.createdAt == "2015-02-23T22:28:55.387Z")
    #expect(traits.company?.id == 7 && traits.company?.employeeCount == 329)
    #expect(traits.name == "Jo Blo" && traits.username == "jo" && traits.title == "VP of Tea")
    #expect(traits.unknown.keys == ["logins", "first_name"])
    #expect(call.version == "1.1")
  }

  @Test(arguments: ["7", "1.5", "-0", "1e3", #""acme""#, #""""#, "null"])
  func aCompanysIdIsAStringOrANumberAndKeptAsItCame(id: String) throws {
    let text = #"{"type":"identify","userId":"u","traits":{"company":{"id":\#(id)}}}"#
    let written = try JSONTextEncoder().encode(try decode(text))
    #expect(String(decoding: written, as: UTF8.self).contains(#"{"company":{"id":\#(id)}}"#))
  }

  @Test(arguments: ["true", "{}", "[7]"])
  func aCompanysIdIsNothingElse(id: String) {
    let error = #expect(throws: JSONError.self) {
      try decode(#"{"type":"identify","traits":{"company":{"id":\#(id)}}}"#)
    }
    #expect(error?.code == "type-mismatch" && error?.pointer.description == "/traits/company/id")
  }

  @Test func reservedTraitsOfAGroupHaveTheirTypes() throws {
    guard case .group(let call) = try decode(Self.group) else { throw Wrong() }
    #expect(call.groupId == "0e8c")
    #expect(call.traits?.employees == 329 && call.traits?.plan == "enterprise")
    #expect(call.traits?.unknown["total billed"] == 830)
    guard case .group(let other) = try decode(#"{"type":"group","traits":{"employees":"a few"}}"#) else {
      throw Wrong()
    }
    #expect(other.traits?.employees == "a few")
  }

  @Test func theTypeDecidesWhatACallIs() throws {
    guard
      case .page(let page) = try decode(#"{"type":"page","name":"Home","category":"Docs","properties":{}}"#)
    else { throw Wrong() }
    #expect(page.name == "Home" && page.category == "Docs" && page.properties == [:])
    guard case .screen(let screen) = try decode(#"{"type":"screen","name":"Home"}"#) else { throw Wrong() }
    #expect(screen.name == "Home" && screen.category == nil)
    guard case .alias(let alias) = try decode(#"{"type":"alias","previousId":"a","userId":"b"}"#) else {
      throw Wrong()
    }
    #expect(alias.previousId == "a" && alias.userId == "b")
    guard case .other(let members) = try decode(#"{"type":"extract","userId":5}"#) else { throw Wrong() }
    #expect(members["userId"] == 5)
  }

  @Test(arguments: [
    track, identify, group, #"{"type":"track"}"#,
    #"{"type":"track","event":null,"context":null,"properties":null,"integrations":null,"version":null}"#,
    #"{"type":"identify","traits":{},"context":{"traits":{"company":null},"app":{},"page":{"x":[]}}}"#,
    #"{"type":"page","properties":{"keywords":["a"],"a":1,"a":2},"x":1,"x":2}"#,
    #"{"type":"screen","category":"","version":1.10}"#,
    #"{"type":"Track","userId":[]}"#,
  ])
  func decodingAndEncodingGivesTheSameJSON(text: String) throws {
    let again = try JSONValue(parsing: try JSONTextEncoder().encode(try decode(text)))
    #expect(again == (try JSONValue(parsing: text)))
  }

  @Test(arguments: [
    ("{}", "missing-member", ""), (#"{"type":5}"#, "type-mismatch", "/type"),
    (#"{"type":"track","userId":42}"#, "type-mismatch", "/userId"),
    (#"{"type":"track","event":{"a":1}}"#, "type-mismatch", "/event"),
    (#"{"type":"track","properties":[1]}"#, "type-mismatch", "/properties"),
    (#"{"type":"page","name":5}"#, "type-mismatch", "/name"),
    (#"{"type":"identify","traits":{"age":"38"}}"#, "type-mismatch", "/traits/age"),
    (#"{"type":"identify","traits":{"company":{"id":true}}}"#, "type-mismatch", "/traits/company/id"),
    (#"{"type":"group","traits":{"employees":true}}"#, "type-mismatch", "/traits/employees"),
    (
      #"{"type":"alias","context":{"userAgentData":{"brands":[{},{"brand":5}]}}}"#, "type-mismatch",
      "/context/userAgentData/brands/1/brand"
    ),
    (#"{"type":"screen","context":{"screen":{"width":"320"}}}"#, "type-mismatch", "/context/screen/width"),
    (#"{"type":"track","event":"a","event":"b"}"#, "repeated-key", "/event"),
  ])
  func whatIsWrongHasItsPlace(text: String, code: String, pointer: String) {
    let error = #expect(throws: JSONError.self) { try decode(text) }
    #expect(error?.code == code)
    #expect(error?.pointer.description == pointer)
  }

  @Test func aCallCanBeMadeByHand() throws {
    let call = SegmentTrack {
      $0.event = "Live Chat Conversation Started"
      $0.userId = "u"
      $0.timestamp = "2026-11-21T00:00:00.000Z"
      $0.context = SegmentContext {
        $0.library = SegmentSoftware { $0.name = "chatevents" }
        $0.page = SegmentContextPage { $0.url = "https://example.com" }
      }
      $0.properties = ["conversation_id": "c"]
      $0.integrations = ["Olark": false]
    }
    let text =
      #"{"type":"track","event":"Live Chat Conversation Started","userId":"u","timestamp":"2026-11-21T00:00:00.000Z","#
      + #""context":{"library":{"name":"chatevents"},"page":{"url":"https://example.com"}},"#
      + #""properties":{"conversation_id":"c"},"integrations":{"Olark":false}}"#
    #expect(String(decoding: try JSONTextEncoder().encode(SegmentEvent.track(call)), as: UTF8.self) == text)
    #expect(try decode(text) == .track(call))
  }
}

@Suite struct SegmentBatchTests {
  private func decode(_ text: String) throws -> SegmentBatch {
    try JSONTextDecoder().decode(SegmentBatch.self, from: text)
  }

  @Test func theCallsAreReadInTheirOrder() throws {
    let text = #"""
      {"batch":[{"type":"identify","userId":"u","traits":{"name":"Jo"}},{"type":"track","event":"e","later":[null]},
       {"type":"unheard","of":1}],"context":{"ip":"192.0.2.8"},"integrations":{"All":false},"writeKey":"K",
       "sentAt":"2026-11-21T00:00:00.000Z","timestamp":null}
      """#
    let batch = try decode(text)
    guard case .identify(let identify) = batch.batch.first else {
      Issue.record("no identify")
      return
    }
    #expect(identify.traits?.name == "Jo")
    #expect(batch.batch.count == 3 && batch.context?.ip == "192.0.2.8" && batch.writeKey == "K")
    #expect(try JSONValue(parsing: JSONTextEncoder().encode(batch)) == JSONValue(parsing: text))
  }

  @Test(arguments: [
    ("{}", "missing-member", ""), (#"{"batch":null}"#, "type-mismatch", "/batch"),
    (#"{"batch":{}}"#, "type-mismatch", "/batch"),
    (#"{"batch":[{"type":"track"},{}]}"#, "missing-member", "/batch/1"),
    (#"{"batch":[{"type":"track"},{"type":"group","groupId":7}]}"#, "type-mismatch", "/batch/1/groupId"),
  ])
  func whatIsWrongHasItsPlace(text: String, code: String, pointer: String) {
    let error = #expect(throws: JSONError.self) { try decode(text) }
    #expect(error?.code == code)
    #expect(error?.pointer.description == pointer)
  }
}
