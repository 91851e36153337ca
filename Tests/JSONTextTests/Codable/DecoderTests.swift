import JSONText
import Testing

@Suite struct DecoderTests {
  struct Chat: Codable, Equatable {
    var id: String
    var count: Int?
    var scores: [Double] = []
    var flags: [String: Bool] = [:]
    var next: [Chat]?
  }

  private func decode<T: Decodable>(_ type: T.Type, _ text: String) throws(JSONError) -> T {
    try JSONTextDecoder().decode(type, from: text)
  }

  private func error<T: Decodable>(_ type: T.Type, _ text: String) -> JSONError? {
    do throws(JSONError) {
      _ = try decode(type, text)
      return nil
    } catch {
      return error
    }
  }

  @Test func membersElementsAndNestedTypesAreDecoded() throws {
    let text =
      #" {"next":[{"id":"b","scores":[],"flags":{}}],"flags":{"x":true},"scores":[1,2.5,-1e3],"id":"\u00e9"} "#
    let inner = Chat(id: "b")
    let expected = Chat(id: "é", scores: [1, 2.5, -1000], flags: ["x": true], next: [inner])
    #expect(try decode(Chat.self, text) == expected)
  }

  @Test func absentAndNullAreBothNil() throws {
    #expect(try decode(Chat.self, #"{"id":"a","count":null,"scores":[],"flags":{}}"#).count == nil)
    #expect(try decode([Int?].self, "[1,null,2]") == [1, nil, 2])
    #expect(try decode(Int?.self, "null") == nil)
  }

  @Test func everyIntegerTypeIsReadAtItsLimits() throws {
    func check<T: FixedWidthInteger & Decodable>(_ type: T.Type) throws {
      #expect(try decode([T].self, "[\(T.min),\(T.max),-0]") == [T.min, T.max, 0])
      let over = error([T].self, "[0,\(T.max)0]")
      #expect(over?.code == "number-out-of-range")
      #expect(over?.pointer.description == "/1")
    }
    try check(Int.self)
    try check(Int8.self)
    try check(Int16.self)
    try check(Int32.self)
    try check(Int64.self)
    try check(Int128.self)
    try check(UInt.self)
    try check(UInt8.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
    try check(UInt128.self)
  }

  @Test func floatingPointNumbersThatOverflowAreErrors() throws {
    #expect(try decode([Float].self, "[0.5,1e38]") == [0.5, 1e38])
    #expect(error([Float].self, "[1e39]")?.code == "number-out-of-range")
    #expect(error(Double.self, "1e309")?.message == "expected a number that Double can hold")
  }

  /// A wrong type is an error that names both types, with its place.
  @Test(arguments: [
    (#"{"id":5}"#, "1:7", "/id", "expected a string, found a number"),
    (#"{"id":null}"#, "1:7", "/id", "expected a string, found null"),
    (#"{"id":"a","count":"5"}"#, "1:19", "/count", "expected a number, found a string"),
    (#"{"id":"a","count":1.5}"#, "1:19", "/count", "expected an integer without fraction or exponent"),
    ("{\"id\":\"a\",\n\"scores\":{}}", "2:10", "/scores", "expected an array, found an object"),
    (#"{"id":"a","scores":[1,[]]}"#, "1:23", "/scores/1", "expected a number, found an array"),
    (
      #"{"id":"a","scores":[],"flags":{"x":true,"y":0}}"#, "1:45", "/flags/y",
      "expected true or false, found a number"
    ),
    (
      #"{"id":"a","scores":[],"flags":{},"next":[[1]]}"#, "1:42", "/next/0",
      "expected an object, found an array"
    ),
    (#"[1]"#, "1:1", "", "expected an object, found an array"),
  ])
  func aWrongTypeIsAnErrorWithItsPlace(text: String, place: String, pointer: String, message: String) {
    let error = error(Chat.self, text)
    #expect(error?.code == "type-mismatch")
    #expect(error?.place.description == place)
    #expect(error?.pointer.description == pointer)
    #expect(error?.message == message)
  }

  @Test func aMissingMemberIsAnErrorAtItsObject() {
    let error = error([Chat].self, #"[{"id":"a","scores":[],"flags":{},"next":[ {"scores":[]}]}]"#)
    #expect(error?.code == "missing-member")
    #expect(error?.message == "expected a member \"id\"")
    #expect(error?.place == JSONPlace(line: 1, column: 44))
    #expect(error?.pointer.description == "/0/next/0")
  }

  @Test func aRepeatedKeyIsAnErrorAtItsSecondPlaceWhereItIsAskedFor() {
    let error = error(Chat.self, #"{"id":"a","x":1,"x":2,"scores":[],"flags":{},"\u0069d":"b"}"#)
    #expect(error?.code == "repeated-key")
    #expect(error?.offset == 45)
    #expect(error?.pointer.description == "/id")
  }

  @Test func repeatedKeysAreFoundInLargeObjectsToo() throws {
    let members = (0..<100).map { "\"k\($0)\":\($0)" }
    let text = "{" + members.joined(separator: ",")
    #expect(try decode([String: Int].self, text + "}").count == 100)
    let error = error([String: Int].self, text + ",\"k7\":1,\"k7\":1}")
    #expect(error?.code == "repeated-key")
    #expect(error?.offset == text.utf8.count + 1)
  }

  @Test func allKeysComeInTheOrderOfTheText() throws {
    struct Keys: Decodable {
      let names: [String]
      init(from decoder: any Decoder) throws {
        names = try decoder.container(keyedBy: JSONKey.self).allKeys.map(\.stringValue)
      }
    }
    #expect(try decode(Keys.self, #"{"z":1,"a":2,"m\n":3}"#).names == ["z", "a", "m\n"])
  }

  @Test func halfASurrogatePairIsAnErrorInAStringAndInAKey() {
    #expect(error([String].self, #"["a","b\ud800"]"#)?.offset == 7)
    #expect(error([String: Int].self, #"{"a":1,"\ud800":2}"#)?.code == "lone-surrogate")
  }

  @Test func composedAndDecomposedLettersAreTwoKeys() throws {
    struct Accents: Decodable {
      let e: Int
      enum CodingKeys: String, CodingKey { case e = "\u{e9}" }
    }
    #expect(try decode(Accents.self, "{\"e\u{301}\":1,\"\u{e9}\":2}").e == 2)
    #expect(error(Accents.self, "{\"e\u{301}\":1}")?.code == "missing-member")
  }

  @Test func whatSwiftsOwnTypesRefuseHasItsPlace() {
    enum Color: String, Decodable { case red, green }
    let error = error([String: [Color]].self, #"{"a":["red","blue"]}"#)
    #expect(error?.code == "invalid-value")
    #expect(error?.pointer.description == "/a/1")
    #expect(error?.place == JSONPlace(line: 1, column: 13))
  }

  @Test func anErrorOfATypesOwnHasThePlaceOfItsValue() {
    struct Refusal: Error {}
    struct Picky: Decodable { init(from decoder: any Decoder) throws { throw Refusal() } }
    let error = error([[Picky]].self, "[[],\n [{}]]")
    #expect(error?.code == "invalid-value")
    #expect(error?.pointer.description == "/1/0")
    #expect(error?.place == JSONPlace(line: 2, column: 3))
  }

  @Test func aTypeCanTryOneThingAndThenAnother() throws {
    struct Either: Decodable, Equatable {
      let text: String
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
          text = try container.decode(String.self)
        } catch DecodingError.typeMismatch {
          text = String(try container.decode(Int.self))
        }
      }
    }
    #expect(try decode([Either].self, #"["a",5]"#).map(\.text) == ["a", "5"])
  }

  @Test func aTextInsideAStringGivesItsErrorThePlaceOfTheString() {
    struct Inner: Decodable {
      init(from decoder: any Decoder) throws {
        _ = try JSONValue(parsing: try decoder.singleValueContainer().decode(String.self))
      }
    }
    let error = error([Inner].self, #"["{}","{x}"]"#)
    #expect(error?.code == "expected-key")
    #expect(error?.offset == 6)
  }

  @Test func nestedContainersAndSuperDecodersLeadToTheirValues() throws {
    struct Nested: Decodable {
      var found: [Int] = []
      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONKey.self)
        var list = try container.nestedUnkeyedContainer(forKey: JSONKey("list"))
        #expect(list.count == 3)
        found.append(try list.decode(Int.self))
        found.append(try list.nestedContainer(keyedBy: JSONKey.self).decode(Int.self, forKey: JSONKey("x")))
        var inner = try list.nestedUnkeyedContainer()
        found.append(try inner.decode(Int.self))
        #expect(inner.isAtEnd && list.isAtEnd)
        #expect(throws: DecodingError.self) { try list.decode(Int.self) }
        found.append(try container.superDecoder().singleValueContainer().decode(Int.self))
        #expect(try container.superDecoder(forKey: JSONKey("list")).unkeyedContainer().count == 3)
      }
    }
    #expect(try decode(Nested.self, #"{"list":[1,{"x":2},[3]],"super":4}"#).found == [1, 2, 3, 4])
  }

  @Test func depthOf512IsDecodedWithoutOverflow() throws {
    indirect enum Nest: Decodable {
      case end
      case level(Nest)
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        self = container.isAtEnd ? .end : .level(try container.decode(Nest.self))
      }
    }
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    _ = try decode(Nest.self, text)
    #expect(try decode(JSONValue.self, text).description == text)
    #expect(error(Nest.self, "[" + text + "]")?.code == "too-deep")
  }

  @Test func textBehindTheValueIsAnError() {
    #expect(error(Int.self, "1 2")?.code == "expected-end")
    #expect(error(Int.self, "")?.code == "unexpected-end")
  }
}
