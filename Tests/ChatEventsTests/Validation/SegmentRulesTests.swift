import Testing

@testable import ChatEvents

@Suite struct SegmentRulesTests {
  private func found(_ members: String, _ format: Format = .segment) throws -> String {
    try Validated(#"{"type":"page","userId":"u",\#(members)}"#, as: format).description
  }

  @Test(arguments: ["a", "é", "🦉", #"\u00e9"#, #"\ud83e\udd89"#], [99, 100])
  func aMessageIDHasFewerThan100Characters(character: String, count: Int) throws {
    let id = String(repeating: character, count: count)
    #expect(try found(#""messageId":"\#(id)""#) == (count < 100 ? "" : "message-id-too-long /messageId"))
  }

  @Test(arguments: ["timestamp", "originalTimestamp", "sentAt", "receivedAt"])
  func eachTimeIsWrittenAsISO8601AndHasCome(name: String) throws {
    let own = name == "receivedAt" ? "replayed-time /receivedAt" : ""
    #expect(try found(#""\#(name)":"2026-11-18 11:06:40Z""#) == own)
    #expect(try found(#""\#(name)":"2026-11-18""#) == "time-not-iso /\(name)")
    #expect(try found(#""\#(name)":"2026-11-18T11:06:40.1Z""#) == "future-timestamp /\(name)")
    #expect(try found(#""\#(name)":5"#) == "type-mismatch /\(name)")
  }

  @Test(arguments: ["7", "1.5", "1e3", #""acme""#, "null"])
  func aCompanysIdIsAStringOrANumber(id: String) throws {
    #expect(try found(#""context":{"traits":{"company":{"id":\#(id)}}}"#) == "")
  }

  @Test(arguments: ["true", "{}", "[7]"])
  func aCompanysIdIsNoOtherValue(id: String) throws {
    let pointer = "/context/traits/company/id"
    #expect(try found(#""context":{"traits":{"company":{"id":\#(id)}}}"#) == "type-mismatch \(pointer)")
  }

  /// What RudderStack's gateway adds to an event that it stores.
  @Test(arguments: ["track", "group"])
  func whatTheGatewayAddsHasItsType(type: String) throws {
    func found(_ members: String) throws -> String {
      try Validated(#"{"type":"\#(type)","userId":"u","groupId":"g",\#(members)}"#, as: .rudderstack)
        .description
    }
    for name in ["sentAt", "receivedAt"] {
      let own = name == "receivedAt" ? "replayed-time /receivedAt" : ""
      #expect(try found(#""\#(name)":"2026-11-18T11:06:40.000Z""#) == own)
      #expect(try found(#""\#(name)":"yesterday""#) == "time-not-iso /\(name)")
      #expect(try found(#""\#(name)":1795000000"#) == "type-mismatch /\(name)")
    }
    for name in ["channel", "request_ip"] {
      #expect(try found(#""\#(name)":"server""#) == "")
      #expect(try found(#""\#(name)":5"#) == "type-mismatch /\(name)")
    }
  }

  @Test(arguments: ["track", "group"])
  func whatIsKnownOfARudderStackEventIsAnObject(type: String) throws {
    for (properties, expected) in [
      (#"{"kind":"Group"}"#, ""), ("[]", ""), ("[1]", "type-mismatch /properties"), ("null", ""),
    ] {
      let text = #"{"type":"\#(type)","userId":"u","groupId":"g","properties":\#(properties)}"#
      #expect(try Validated(text, as: .rudderstack).description == expected)
    }
  }

  @Test(arguments: [
    (#""context":{"ip":"192.0.2.8"},"integrations":{"All":true}"#, ""),
    (#""context":null,"integrations":null"#, ""),
    (#""context":[],"integrations":[ ]"#, ""), (#""context":[1]"#, "type-mismatch /context"),
    (#""context":{"ip":5}"#, "type-mismatch /context/ip"),
    (#""context":{"os":{"name":5}}"#, "type-mismatch /context/os/name"),
    (#""integrations":[{}]"#, "type-mismatch /integrations"),
    (#""integrations":{},"integrations":{}"#, "repeated-key /integrations"),
  ])
  func whatABatchSaysForAllItsCallsHasItsType(members: String, expected: String) throws {
    let text = #"{"batch":[{"type":"page","userId":"u"}],\#(members)}"#
    #expect(try Validated(text, as: .rudderstack).description == expected)
  }

  /// Now is 2026-11-18T11:06:40Z.
  @Test(arguments: [
    (#""sentAt":"2026-11-17T11:06:40Z""#, ""), (#""sentAt":"2026-11-17T11:06:39Z""#, "replayed-time /sentAt"),
    (#""sentAt":"2008-11-17T11:06:39Z""#, "implausible-time /sentAt"),
    (#""receivedAt":"2026-11-18T11:06:40Z""#, "replayed-time /receivedAt"), (#""receivedAt":null"#, ""),
    (#""timestamp":"2020-01-01T00:00:00Z","originalTimestamp":"2020-01-01T00:00:00Z""#, ""),
  ])
  func anEarlierDeliveryLeavesNoTime(members: String, expected: String) throws {
    for format in [Format.segment, .rudderstack] {
      #expect(try found(members, format) == expected)
      let batch = #"{"batch":[{"type":"page","userId":"u"}],\#(members)}"#
      let ofAll = members.hasPrefix(#""timestamp""#)
      #expect(
        try Validated(batch, as: format).description
          == (ofAll ? "batch-timestamp /timestamp, batch-timestamp /originalTimestamp" : expected)
          .replacing("implausible-time", with: "replayed-time"))
    }
  }

  @Test(arguments: [
    "undefined", "null", "[object Object]", "NaN", "0", "anonymous", "NULL", "None", #"\u0075ndefined"#,
    "00000000-0000-0000-0000-000000000000",
  ])
  func aWordForNothingIsNoID(id: String) throws {
    for format in [Format.segment, .rudderstack] {
      let text = #"{"type":"page","userId":"\#(id)","anonymousId":"\#(id)x"}"#
      #expect(try Validated(text, as: format).description == "placeholder-id /userId")
    }
  }

  @Test(arguments: ["identify", "track", "page", "screen", "group", "alias"])
  func rudderStacksIDsAreTextInAllCalls(type: String) throws {
    let text = #"{"type":"\#(type)","userId":42,"anonymousId":[],"groupId":"g"}"#
    #expect(
      try Validated(text, as: .rudderstack).description == "type-mismatch /userId, type-mismatch /anonymousId"
    )
  }

  @Test(arguments: [
    ("", "no-group-id"), (#","groupId":null"#, "no-group-id /groupId"),
    (#","groupId":"""#, "no-group-id /groupId"), (#","groupId":"g""#, ""),
  ])
  func aGroupCallToRudderStackSaysWhichGroup(group: String, expected: String) throws {
    #expect(
      try Validated(#"{"type":"group","userId":"u"\#(group)}"#, as: .rudderstack).description == expected)
  }

  @Test func behindTheYear9999LiesTheFutureToo() throws {
    #expect(try found(#""timestamp":"9999-12-31T23:59:59-00:01""#) == "future-timestamp /timestamp")
    #expect(try found(#""timestamp":"0000-01-01T00:00:00+00:01""#) == "implausible-time /timestamp")
  }

  /// RudderStack's limit is that of a body: what is around its events takes 12 bytes.
  @Test(arguments: [(Format.segment, 32_767), (.rudderstack, 3_999_988)])
  func anEventMayHaveSoManyBytes(format: Format, limit: Int) throws {
    let call = #"{"type":"page","userId":"u","x":""}"#
    let padding = String(repeating: "x", count: limit - call.utf8.count)
    let spaced = #"{ "type" : "page", "userId":"u","x" : "\#(padding)" }"#
    #expect(try Validated(spaced, as: format).description == "")
    let larger = #"{"type":"page","userId":"u","x":"\#(padding)x"}"#
    #expect(try Validated(larger, as: format).description == "event-too-large")
    let batch = try Validated(#"{"batch":[\#(larger)]}"#, as: format).description
    #expect(batch.contains("event-too-large /batch/0"))
    #expect(batch.contains("batch-too-large") == (format == .rudderstack))
  }

  @Test func aBatchMayHave2500CallsForSegment() throws {
    let call = #"{"type":"page","userId":"u"}"#
    let calls = [String](repeating: call, count: 2500).joined(separator: ",")
    #expect(try Validated(#"{"batch":[\#(calls)]}"#, as: .segment).description == "")
    #expect(try Validated(#"{"batch":[\#(calls),\#(call)]}"#, as: .segment).description == "batch-too-large")
    #expect(try Validated(#"{"batch":[\#(calls),\#(call)]}"#, as: .rudderstack).description == "")
  }

  @Test(arguments: [
    (#"{"batch":[]}"#, "empty-batch /batch"), (#"{"batch":{}}"#, "type-mismatch /batch"),
    (#"{"batch":[5,{"type":"page"}]}"#, "type-mismatch /batch/0, no-identity /batch/1"),
    (#"{"batch":[{"type":"page","userId":"u"}],"sentAt":"x"}"#, "time-not-iso /sentAt"),
    (#"{"batch":[],"type":"page","userId":"u"}"#, ""),
  ])
  func aBatchIsAnArrayOfCalls(text: String, expected: String) throws {
    #expect(try Validated(text, as: .segment).description == expected)
  }

  @Test(arguments: [
    (#"{"type":"page","userId":null}"#, "no-identity", "no-identity"),
    (#"{"type":"page","userId":""}"#, "no-identity /userId", "id-not-string /userId"),
    (#"{"type":"page","userId":"\u200b"}"#, "no-identity /userId", ""),
    (#"{"type":"page","userId":"","anonymousId":"a"}"#, "", "id-not-string /userId"),
    (#"{"type":"Page","userId":"u"}"#, "unknown-call /type", "unknown-call /type"),
    (#"{"type":"track","userId":"u"}"#, "", "event-not-defined"),
  ])
  func eachServiceHasItsOwnDoor(text: String, rudderstack: String, segment: String) throws {
    #expect(try Validated(text, as: .rudderstack).description == rudderstack)
    #expect(try Validated(text, as: .segment).description == segment)
  }
}
