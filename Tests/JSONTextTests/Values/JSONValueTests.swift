import JSONText
import Testing

@Suite struct JSONNumberTests {
  @Test(arguments: ["0", "-0", "1.10", "1e5", "-12.5E-3", "123456789012345678901234567890"])
  func keepsItsTextAsWritten(text: String) throws {
    let number = try #require(JSONNumber(text))
    #expect(number.text == text)
    #expect(number.description == text)
  }

  @Test(arguments: [
    "", " 1", "1 ", "01", "+1", "1.", ".5", "1e", "NaN", "Infinity", "0x1", "1,0", "--1", "1 2", "１",
  ])
  func isNoNumber(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test func numbersAreEqualBySpelling() {
    #expect(JSONNumber("1.0") != JSONNumber("1.00"))
    #expect(JSONNumber("1e2") != JSONNumber("100"))
    #expect(JSONNumber("100") == 100)
  }

  @Test(
    arguments: [
      ("7", 7), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
      ("9223372036854775808", nil), ("7.0", nil), ("7e0", nil),
    ] as [(String, Int?)])
  func theIntegerIsThereWhereItIsWrittenAsOneAndFits(text: String, value: Int?) {
    #expect(JSONNumber(text)?.intValue == value)
  }

  @Test(
    arguments: [("0.1", 0.1), ("1e308", 1e308), ("1e309", nil), ("-1e400", nil), ("1e-400", 0)]
      as [(String, Double?)])
  func theDoubleIsTheNearestAndNeverInfinite(text: String, value: Double?) {
    #expect(JSONNumber(text)?.doubleValue == value)
  }

  @Test(arguments: [
    "0", "-7", "123456789012345678901234567890", "3.0", "-3.00", "1e2", "1E+2", "1.5e1", "1.50e1", "30e-1",
    "-1200.0e-2", "0.0", "0e-9", "0.000e-99999999999999999999", "1e99999999999999999999",
    "1.5e99999999999999999999",
  ])
  func aWholeNumberIsOneInAnySpelling(text: String) throws {
    #expect(try #require(JSONNumber(text)).isWhole)
  }

  @Test(arguments: [
    "0.5", "-1.5", "3.01", "1e-1", "15e-1", "1.25e1", "30.1e0", "100e-3", "0.1e0", "1e-99999999999999999999",
    "10e-99999999999999999999",
  ])
  func aNumberWithAFractionIsNotWhole(text: String) throws {
    #expect(try #require(JSONNumber(text)).isWhole == false)
  }

  @Test func aDoubleThatIsNoNumberGivesNone() {
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(-Double.infinity) == nil)
    #expect(JSONNumber(0.1)?.text == "0.1")
  }
}

@Suite struct JSONObjectTests {
  @Test func membersKeepTheirOrderAndRepeatedKeys() throws {
    let text = #"{"b":1,"a":2,"b":3}"#
    let object = try #require(JSONValue(parsing: text).objectValue)
    #expect(object.keys == ["b", "a", "b"])
    #expect(object["b"] == 3)
    #expect(object.description == text)
  }

  @Test func settingReplacesTheLastOrAppends() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    object["a"] = 4
    object["c"] = 5
    #expect(object.description == #"{"a":1,"b":2,"a":4,"c":5}"#)
  }

  @Test func settingNilRemovesEveryMemberOfTheKey() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    object["a"] = nil
    object["x"] = nil
    #expect(object.description == #"{"b":2}"#)
    #expect(object.removeAll("b") == 2)
    #expect(object.isEmpty)
  }

  @Test func nullIsAValue() {
    var object: JSONObject = ["a": 1]
    object["a"] = .some(.null)
    #expect(object.description == #"{"a":null}"#)
  }

  @Test func theOrderOfMembersDoesNotMatterToEquality() {
    let left: JSONObject = ["a": 1, "b": ["c": 2, "d": 3]]
    let right: JSONObject = ["b": ["d": 3, "c": 2], "a": 1]
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(left != ["a": 1])
    #expect(left != ["a": 1, "b": ["c": 2, "d": 4]])
  }

  @Test func valuesOfOneRepeatedKeyAreComparedInTheirOrder() {
    #expect(["a": 1, "b": 0, "a": 2] as JSONObject == ["b": 0, "a": 1, "a": 2])
    #expect(["a": 1, "a": 2] as JSONObject != ["a": 2, "a": 1])
    #expect(["a": 1, "a": 1, "b": 1] as JSONObject != ["a": 1, "b": 1, "b": 1])
  }

  @Test func composedAndDecomposedLettersAreTwoKeys() throws {
    let object: JSONObject = ["\u{e9}": 1, "e\u{301}": 2]
    #expect(object["\u{e9}"] == 1)
    #expect(object["e\u{301}"] == 2)
    #expect(JSONValue.string("\u{e9}") != .string("e\u{301}"))
  }
}

@Suite struct JSONValueTests {
  @Test func literalsAreTheValuesThatTheyLookLike() {
    let value: JSONValue = ["a": [nil, true, 1, "x", [:], []]]
    #expect(value.description == #"{"a":[null,true,1,"x",{},[]]}"#)
    #expect(value["a"]?.arrayValue?.count == 6)
    #expect(value["b"] == nil)
    #expect(JSONValue.null.isNull)
  }

  @Test(arguments: [
    #"{"a":[1.10,-0,1E+5,"é€😀",{"b":null,"b":false}],"":""}"#, "1.0", "null", #""\u0000\"""#, "[[],{}]",
  ])
  func parsingAndWritingLosesNothing(text: String) throws {
    #expect(try JSONValue(parsing: text).description == text)
  }

  @Test func aByteOrderMarkIsPassedAndCountsInNoColumn() throws {
    #expect(try JSONValue(parsing: "\u{feff} {}") == [:])
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: "\u{feff}[01]") }
    #expect(error?.place == JSONPlace(line: 1, column: 3))
    #expect(error?.offset == 5)
  }

  @Test(arguments: [(#"{"a":"\ud800"}"#, 6, "/a"), (#"["x",{"\ude00":1}]"#, 7, "/1/\u{fffd}")])
  func halfASurrogatePairIsAnErrorWithItsPlace(text: String, offset: Int, pointer: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    #expect(error?.code == "lone-surrogate")
    #expect(error?.offset == offset)
    #expect(error?.pointer.description == pointer)
  }

  @Test func anErrorReadsLikeADiagnostic() {
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: "{\n  \"visitor\": {\"fullName\": 01}}")
    }
    #expect(
      error?.description == "2:28: expected a valid JSON number at /visitor/fullName [invalid-number]")
  }
}
