import JSONText
import Testing

@Suite struct EncoderTests {
  private func encode(_ value: some Encodable) throws -> String {
    String(decoding: try JSONTextEncoder().encode(value), as: UTF8.self)
  }

  @Test func membersComeInTheOrderInWhichTheyAreEncoded() throws {
    struct Chat: Encodable {
      var z = 1
      var a = "é\n\"/"
      var list = [1.5, -2]
      var none: Int?
      var flag = true
      var inner: [String: Int] = ["x": -7]
    }
    #expect(try encode(Chat()) == #"{"z":1,"a":"é\n\"/","list":[1.5,-2.0],"flag":true,"inner":{"x":-7}}"#)
  }

  @Test func singleValuesAreTextsOfTheirOwn() throws {
    #expect(try encode("a") == #""a""#)
    #expect(try encode(UInt64.max) == "18446744073709551615")
    #expect(try encode(Int128.min) == "-170141183460469231731687303715884105728")
    #expect(try encode(Float(0.1)) == "0.1")
    #expect(try encode(Int?.none) == "null")
    #expect(try encode([Int]()) == "[]")
    #expect(try encode([String: Int]()) == "{}")
    #expect(try encode([nil, 1]) == "[null,1]")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func numbersThatJSONCannotWriteAreErrors(
    value: Double
  ) {
    let error = #expect(throws: EncodingError.self) { try encode(["a": [0, value]]) }
    guard case .invalidValue(_, let context) = error else { return }
    #expect(context.codingPath.map(\.stringValue) == ["a", "1"])
  }

  @Test(arguments: [0.1, 1, -0.0, 1e21, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 123456789.125])
  func doublesComeBackAsTheyWere(value: Double) throws {
    let text = try encode(value)
    #expect(try JSONTextDecoder().decode(Double.self, from: text).bitPattern == value.bitPattern)
  }

  @Test func containersMayBeFilledInAnyOrder() throws {
    struct Interleaved: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONKey.self)
        var list = container.nestedUnkeyedContainer(forKey: JSONKey("list"))
        var object = container.nestedContainer(keyedBy: JSONKey.self, forKey: JSONKey("object"))
        try list.encode(1)
        try object.encode(2, forKey: JSONKey("x"))
        var inner = list.nestedUnkeyedContainer()
        try object.encodeNil(forKey: JSONKey("y"))
        try inner.encode("in")
        try list.encodeNil()
        try "sup".encode(to: container.superEncoder())
        try container.encode(5, forKey: JSONKey("last"))
        try container.encode(6, forKey: JSONKey("last"))
      }
    }
    let expected = #"{"list":[1,["in"],null],"object":{"x":2,"y":null},"super":"sup","last":6}"#
    #expect(try encode(Interleaved()) == expected)
  }

  @Test func aValueThatEncodesNothingIsAnEmptyObject() throws {
    struct Silent: Encodable { func encode(to encoder: any Encoder) throws {} }
    #expect(try encode([Silent()]) == "[{}]")
  }

  @Test func objectsOfManyMembersKeepTheirOrderAndReplaceByName() throws {
    struct Many: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONKey.self)
        for round in 0..<2 {
          for index in 0..<60 { try container.encode(index + round, forKey: JSONKey("k\(index)")) }
        }
      }
    }
    #expect(try encode(Many()) == "{" + (0..<60).map { "\"k\($0)\":\($0 + 1)" }.joined(separator: ",") + "}")
  }

  @Test func moreThan512LevelsAreAnError() throws {
    func nested(_ depth: Int) -> JSONValue { (1..<depth).reduce([]) { value, _ in [value] } }
    #expect(try encode(nested(512)).utf8.count == 1024)
    #expect(throws: EncodingError.self) { try encode(nested(513)) }
    #expect(try encode([nested(511)]).utf8.count == 1024)
    #expect(throws: EncodingError.self) { try encode([nested(512)]) }
    struct Endless: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(Endless())
      }
    }
    #expect(throws: EncodingError.self) { try encode(Endless()) }
  }

  @Test(arguments: [
    #"{"b":1.10,"a":[-0,1e5,"é",null,{"x":1,"x":2}],"b":true}"#, "1.0", "null", "[]", "{}", #""\u0000""#,
  ])
  func jsonValuesPassThroughBothCodersWithoutLoss(text: String) throws {
    let value = try JSONTextDecoder().decode(JSONValue.self, from: text)
    #expect(try value == JSONValue(parsing: text))
    #expect(try encode(value) == text)
    #expect(try encode(["v": value]) == #"{"v":"# + text + "}")
  }

  @Test func numbersAndObjectsPassThroughToo() throws {
    #expect(try encode(JSONTextDecoder().decode([JSONNumber].self, from: "[1.10,-0,1E9]")) == "[1.10,-0,1E9]")
    let text = #"{"b":{"x":1},"a":{},"b":{"x":2}}"#
    #expect(try encode(JSONTextDecoder().decode(JSONMap<JSONMap<Int>>.self, from: text)) == text)
  }
}
