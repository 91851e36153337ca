import JSONText
import Testing

@testable import ChatEvents

/// Numbers are compared by what they are worth, of any size and precision.
@Suite struct ExactNumberTests {
  private static func number(_ text: String) throws -> ExactNumber {
    ExactNumber(try #require(JSONNumber(text)))
  }

  @Test(arguments: [
    ["0", "-0", "0.0", "0e99", "-0.00E-5"], ["10", "1e1", "10.0", "0.1e2", "100e-1"],
    ["-1.5", "-15e-1", "-1.50"],
    ["1e99999999999999999999", "1E99999999999999999999"],
  ])
  func spellingsOfOneNumberAreEqual(texts: [String]) throws {
    let first = try Self.number(texts[0])
    for text in texts {
      let other = try Self.number(text)
      #expect(first == other, "\(text)")
      #expect(!(first < other) && !(other < first), "\(text)")
      #expect(first.hashValue == other.hashValue, "\(text)")
    }
  }

  @Test func numbersAreInOrder() throws {
    let texts = [
      "-1e400", "-9007199254740993", "-9007199254740992", "-2", "-1.5", "-1e-400", "0", "1e-400", "0.1",
      "0.1000000000000000055", "1", "9007199254740992", "9007199254740993", "1e20", "1e400",
    ]
    let numbers = try texts.map(Self.number)
    for left in numbers.indices {
      for right in numbers.indices {
        #expect((numbers[left] < numbers[right]) == (left < right), "\(texts[left]) < \(texts[right])")
      }
    }
  }

  @Test(arguments: [
    ("1.0", true), ("10e-1", true), ("1.5e1", true), ("15e-1", false), ("0.0", true), ("1e400", true),
    ("1e-400", false),
  ])
  func numbersWithoutAFractionAreWhole(text: String, isWhole: Bool) throws {
    #expect(try Self.number(text).isWhole == isWhole)
  }

  @Test(arguments: [
    ("0", 0), ("12", 12), ("1.2e1", 12), ("1e30", Int.max), ("999999999999999999", 999_999_999_999_999_999),
    ("-1", nil),
    ("1.5", nil),
  ])
  func aCountIsAWholeNumber(text: String, count: Int?) throws {
    #expect(try Self.number(text).count == count)
  }
}
