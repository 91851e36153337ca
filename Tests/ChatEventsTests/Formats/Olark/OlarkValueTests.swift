import ChatEvents
import JSONText
import Testing

@Suite struct OlarkTimestampTests {
  @Test(arguments: [
    ("1307116657", 1_307_116_657, ""), ("1307116657.1", 1_307_116_657, "1"),
    ("1473774819.263083", 1_473_774_819, "263083"),
    ("0", 0, ""), ("-0.5", 0, "5"), ("-12.50", -12, "50"), ("007", 7, ""),
  ])
  func isADecimalText(text: String, seconds: Int, fraction: String) throws {
    let timestamp = try #require(OlarkTimestamp(text))
    #expect(timestamp.text == text)
    #expect(timestamp.seconds == seconds)
    #expect(timestamp.fraction == fraction)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1.2.3", "1e9", "+1", " 1", "1 ", "1,5", "--1", "0x1", "١", "soon",
  ])
  func anythingElseIsNone(text: String) {
    #expect(OlarkTimestamp(text) == nil)
  }

  @Test func secondsBeyondAnIntAreItsLimits() {
    #expect(OlarkTimestamp("99999999999999999999")?.seconds == .max)
    #expect(OlarkTimestamp("-99999999999999999999.5")?.seconds == .min)
  }

  @Test func aNumberAndAStringOfTheSameTextAreTwoTimestamps() throws {
    let both = try JSONTextDecoder().decode([OlarkTimestamp].self, from: #"[1.50,"1.50"]"#)
    #expect(both[0] != both[1])
    #expect(both[0].isNumber && !both[1].isNumber)
    #expect(String(decoding: try JSONTextEncoder().encode(both), as: UTF8.self) == #"[1.50,"1.50"]"#)
  }
}

@Suite struct OlarkIDTests {
  @Test func aStringAndAnIntegerAreKeptAsTheyCame() throws {
    let text = #"["a",6208911878914048,"6208911878914048",-0,123456789012345678901234567890]"#
    let ids = try JSONTextDecoder().decode([OlarkID].self, from: text)
    #expect(ids.map(\.description).prefix(3) == ["a", "6208911878914048", "6208911878914048"])
    #expect(ids[1] != ids[2])
    #expect(ids[1] == OlarkID(6_208_911_878_914_048))
    #expect(String(decoding: try JSONTextEncoder().encode(ids), as: UTF8.self) == text)
  }
}

@Suite struct OlarkItemTests {
  @Test func theVisitorsNicknameIsSetUnderTheNameUnderWhichItCame() throws {
    func changed(_ text: String) throws -> String {
      var item = try JSONTextDecoder().decode(OlarkItem.self, from: text)
      item.visitorNickname = "new"
      return String(decoding: try JSONTextEncoder().encode(item), as: UTF8.self)
    }
    #expect(try changed("{}") == #"{"visitor_nickname":"new"}"#)
    #expect(try changed(#"{"visitor_nickname":"a"}"#) == #"{"visitor_nickname":"new"}"#)
    #expect(try changed(#"{"visitorNickname":"a"}"#) == #"{"visitorNickname":"new"}"#)
    #expect(
      try changed(#"{"visitorNickname":"a","visitor_nickname":"b"}"#)
        == #"{"visitor_nickname":"new","visitorNickname":"new"}"#)
  }

  @Test func theVisitorsNicknameCanBeRemoved() throws {
    var item = try JSONTextDecoder().decode(
      OlarkItem.self, from: #"{"visitorNickname":"a","visitor_nickname":"b"}"#)
    item.visitorNickname = nil
    #expect(item == OlarkItem())
  }
}
