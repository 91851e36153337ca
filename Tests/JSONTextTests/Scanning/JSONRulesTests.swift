import JSONText
import Testing

/// The rules of JSON, one case for each kind of text that JSONTestSuite (github.com/nst/JSONTestSuite) tries: as a document, as a
/// member's value and as an element. The names are the suite's, the texts are not.
@Suite struct JSONRulesTests {
  @Test(arguments: Rule.accepted) func isAccepted(rule: Rule) { check(rule) }
  @Test(arguments: Rule.numbers) func numbersAreRefused(rule: Rule) { check(rule) }
  @Test(arguments: Rule.strings) func stringsAreRefused(rule: Rule) { check(rule) }
  @Test(arguments: Rule.arrays) func arraysAreRefused(rule: Rule) { check(rule) }
  @Test(arguments: Rule.objects) func objectsAreRefused(rule: Rule) { check(rule) }
  @Test(arguments: Rule.structures) func structuresAreRefused(rule: Rule) { check(rule) }

  /// RFC 8259 leaves these to the implementation. Numbers stay text, so that none is too large. Halves of surrogate pairs are
  /// escapes like others: chat texts that were cut by length have them; only a Swift string cannot hold one. Bytes that are not
  /// UTF-8 are refused, since nobody knows what they mean.
  @Test(arguments: Rule.decided) func whatTheStandardLeavesOpenIsDecided(rule: Rule) { check(rule) }

  private func check(_ rule: Rule) {
    check(rule, rule.text, rule.verdict.alone)
    check(rule, Array(#"{"a":"#.utf8) + rule.text + Array("}".utf8), rule.verdict.inObject)
    check(rule, Array("[".utf8) + rule.text + Array("]".utf8), rule.verdict.inArray)
    let record = Array(#"{"b":[],"a":"#.utf8) + rule.text + Array(#","c":{}}"#.utf8)
    if rule.verdict.inObject == nil {
      check(rule, record, nil)
      for wanted in [["a"], ["c"], []] as [[Path]] { #expect(planned(record, wanted) == nil, "\(rule)") }
    }
  }

  /// Both walks over a text say the same of it.
  private func check(_ rule: Rule, _ text: [UInt8], _ reason: JSONFault.Reason?) {
    let shown = String(decoding: text, as: UTF8.self)
    #expect(fault(of: text)?.reason == reason, "\(rule): \(shown)")
    #expect(tapeFault(of: text)?.code == (reason?.code ?? rule.codeOfValue), "\(rule): \(shown)")
    if text.first == UInt8(ascii: "{") {
      for wanted in [["a"], []] as [[Path]] {
        let found = planned(text, wanted)
        #expect(found?.reason == reason, "\(rule), wanting \(wanted): \(shown)")
      }
    }
  }

  /// Returns what a walk that looks for members finds wrong.
  private func planned(_ text: [UInt8], _ wanted: [Path]) -> JSONFault? {
    let any: Kinds = [.object, .array, .string, .number, .integer, .bool]
    let shape = Shape([Shape.Member("a", any), Shape.Member("b", any), Shape.Member("c", any)])
    let bytes = padded(text)
    var scanner = Scanner(end: text.count)
    var slots = Slots()
    do throws(JSONFault) {
      let end = try scanner.document(bytes.span, 0, ReadPlan(shape, wanting: wanted), into: &slots)
      return end == text.count ? nil : JSONFault(.expectedEnd, at: end)
    } catch {
      return error
    }
  }

  /// These say something of a whole input, and nothing of a value in it.
  @Test func aByteOrderMarkIsPassedBeforeAValueAndNowhereElse() {
    #expect(tapeFault(of: [0xef, 0xbb, 0xbf] + Array("{}".utf8)) == nil)
    #expect(tapeFault(of: [0xef, 0xbb, 0xbf])?.code == "unexpected-end")
    #expect(tapeFault(of: [0xef, 0xbb] + Array("{}".utf8))?.code == "expected-value")
    #expect(
      tapeFault(of: Array("[".utf8) + [0xef, 0xbb, 0xbf] + Array("{}]".utf8))?.code == "expected-value")
    #expect(tapeFault(of: Array("{}".utf8) + [0xef, 0xbb, 0xbf])?.code == "expected-end")
  }

  @Test(arguments: ["", "[", "{}", "[\"é\"]"]) func utf16IsRefused(text: String) {
    let units = Array(text.utf16)
    let big: [UInt8] = units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xff)] }
    let little: [UInt8] = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    #expect(tapeFault(of: [0xfe, 0xff] + big)?.code == "expected-value")
    #expect(tapeFault(of: [0xff, 0xfe] + little)?.code == "expected-value")
    #expect(tapeFault(of: big) != nil)
    #expect(tapeFault(of: little) != nil)
  }

  @Test(arguments: [500, 512]) func manyLevelsAreAccepted(levels: Int) {
    #expect(fault(of: String(repeating: "[", count: levels) + String(repeating: "]", count: levels)) == nil)
  }

  @Test(arguments: ["[", #"{"a":"#, #"[{"":"#]) func aHundredThousandOpenLevelsAreTooDeep(open: String) {
    let text = Array(String(repeating: open, count: 100_000).utf8)
    #expect(fault(of: text)?.reason == .tooDeep)
    #expect(tapeFault(of: text)?.code == "too-deep")
  }
}

/// A kind of text, an example of it, and what becomes of it.
struct Rule: Sendable, CustomStringConvertible {
  let kind: String
  let text: [UInt8]
  let verdict: Verdict

  /// The code of a text that is sound and that Swift's strings cannot hold; nil for every other.
  var codeOfValue: String?

  var description: String { kind }

  init(_ kind: String, _ text: String, _ verdict: Verdict) { self.init(kind, Array(text.utf8), verdict) }

  init(_ kind: String, _ text: [UInt8], _ verdict: Verdict) {
    (self.kind, self.text, self.verdict) = (kind, text, verdict)
  }

  /// A string that is sound and holds half of a surrogate pair.
  init(half kind: String, _ text: String) {
    self.init(kind, text, .accepted)
    codeOfValue = "lone-surrogate"
  }

  /// What is wrong with a text; nil where nothing is.
  struct Verdict: Sendable {
    let alone, inObject, inArray: JSONFault.Reason?

    static let accepted = Verdict(alone: nil, inObject: nil, inArray: nil)

    /// A whole value, and something behind it.
    static let followed = refused(.expectedEnd, .expectedCommaOrBrace, .expectedCommaOrBracket)

    /// A text that ends too early: what closes the object or array around it is taken for a part of it.
    static func ends(inObject: JSONFault.Reason, inArray: JSONFault.Reason) -> Verdict {
      refused(.unexpectedEnd, inObject, inArray)
    }

    static func refused(_ reason: JSONFault.Reason) -> Verdict { refused(reason, reason, reason) }

    static func refused(
      _ alone: JSONFault.Reason, _ inObject: JSONFault.Reason?, _ inArray: JSONFault.Reason?
    ) -> Verdict {
      Verdict(alone: alone, inObject: inObject, inArray: inArray)
    }
  }
}
