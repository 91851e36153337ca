import JSONText
import Testing

@testable import ChatEvents

/// The field `data` of a form body is found and decoded, and each byte of it knows where it came from.
@Suite struct FormBodyTests {
  @Test(arguments: [
    ("data=a", "a"), ("data=", ""), ("data=a&x=1", "a"), ("x=1&data=a", "a"), ("x=1&data=a&y=2", "a"),
    ("xdata=1&data=2", "2"), ("data1=1&data=2", "2"), ("Data=1&data=2", "2"), ("data&data=2", "2"),
    ("&&data=a&", "a"), ("data=a=b", "a=b"),
  ])
  func theFieldIsFoundAmongOthers(line: String, text: String) throws {
    #expect(try decoded(line) == text)
  }

  @Test(arguments: [
    ("a+b", "a b"), ("a%20b", "a b"), ("a%2Bb", "a+b"), ("%26%3D%25", "&=%"), ("%7b%7D", "{}"),
    ("%c3%A9", "é"),
    ("é", "é"), ("+", " "), ("%0A", "\n"), ("%2525", "%25"), ("++%2B", "  +"),
  ])
  func escapesAndPlusSignsAreDecodedOnce(value: String, text: String) throws {
    #expect(try decoded("data=\(value)") == text)
  }

  @Test(arguments: [
    ("data=%", 5), ("data=a%4", 6), ("data=%4g", 5), ("data=%g4", 5), ("data=%%41", 5), ("data=ab%20%", 10),
    ("data=%4&x=1", 5), ("data=%&41", 5), ("x=1&data=%zz", 9), ("data=%+1", 5),
  ])
  func aPercentSignWithoutTwoDigitsIsRefusedAtItsPlace(line: String, offset: Int) {
    #expect(fault(line) == JSONFault(.invalidEscape, at: offset))
  }

  @Test(arguments: ["x=%&data=a", "data=a&x=%zz", "%=1&data=a&%4"])
  func brokenEscapesOfOtherFieldsDoNoHarm(line: String) throws {
    #expect(try decoded(line) == "a")
  }

  @Test(arguments: [("data=a&data=b", 7), ("data=&data=", 6), ("x=1&data=a&y=2&data=%", 15)])
  func aSecondFieldIsRefusedAtItsPlace(line: String, offset: Int) {
    #expect(fault(line) == JSONFault(.repeatedKey, at: offset))
  }

  @Test func onlyTheLineIsDecoded() throws {
    let bytes = padded("data=a\ndata=b\ndata=c")
    let form = try FormBody.decode(bytes.span, 7..<13)
    #expect(String(decoding: form.text, as: UTF8.self) == "b")
    #expect(form.value == 12..<13)
  }

  @Test(arguments: [
    ("data=abc", [5, 6, 7, 8]), ("data=%41b+c", [5, 8, 9, 10, 11]), ("x=+&data=%c3%a9&y=1", [9, 12, 15]),
    ("data=", [5]),
  ])
  func eachByteKnowsWhereItCameFrom(line: String, offsets: [Int]) throws {
    let bytes = padded(line)
    let form = try FormBody.decode(bytes.span, 0..<line.utf8.count)
    let found = (0...form.text.count).map {
      PackedText(form).sourceOffset(of: $0, bytes.span)
    }
    #expect(found == offsets)
  }

  @Test(arguments: [
    ("data=x", 0), ("x=1&data=x", 4), ("x=1&y=2&data=", 8), ("&data=x", 1), ("xdata=1&data=2", 8),
    ("data=x y", 0), ("datadata=1&data=2", 11),
  ])
  func aLineWithTheFieldIsOne(line: String, stop: Int) {
    let found = FormBody.search(padded(line).span, 0, end: line.utf8.count)
    #expect(found.isOne)
    #expect(found.stop == stop)
  }

  /// What cannot be in front of the field ends the search: a space, a line's end, and what starts a JSON value.
  @Test(arguments: [
    ("x=1&y=2", 7), ("x=1 &data=x", 3), ("x=1\n&data=x", 3), ("x=1\r\n", 3), ("{\"data=x", 0),
    ("a[&data=x", 1),
    ("a\"&data=x", 1), ("xdata=1", 7), ("x=1&dat", 7), ("x=1&data", 8), ("", 0), ("x&data!=1", 9),
  ])
  func aLineWithoutItIsNone(line: String, stop: Int) {
    let found = FormBody.search(padded(line).span, 0, end: line.utf8.count)
    #expect(!found.isOne)
    #expect(found.stop == stop)
  }

  @Test func theSearchStartsWhereItIsTold() {
    let line = "data=x&y=1&data=z"
    let found = FormBody.search(padded(line).span, 7, end: line.utf8.count)
    #expect(found.isOne)
    #expect(found.stop == 11)
  }

  /// A field that is cut off by the end is not one yet.
  @Test func nothingIsReadBehindTheEnd() {
    let bytes = padded("x=1&data=z")
    for end in 0..<9 { #expect(!FormBody.search(bytes.span, 0, end: end).isOne, "\(end)") }
    #expect(FormBody.search(bytes.span, 0, end: 9).isOne)
  }

  private func decoded(_ line: String) throws -> String {
    let bytes = padded(line)
    return String(decoding: try FormBody.decode(bytes.span, 0..<line.utf8.count).text, as: UTF8.self)
  }

  private func fault(_ line: String) -> JSONFault? {
    let bytes = padded(line)
    do throws(JSONFault) {
      _ = try FormBody.decode(bytes.span, 0..<line.utf8.count)
      return nil
    } catch {
      return error
    }
  }
}
