import TestSupport
import Testing

@testable import PersonalData

/// Values that are known, wherever they stand in a text.
@Suite struct KnownValuesTests {
  private func found(_ value: String, _ kind: KnownValues.Kind, in text: String) -> [Range<Int>] {
    var wanted = FreeText.Wanted(known: KnownValues())
    wanted.known?.add(Array(value.utf8), kind, place: 0)
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 64)
    return FreeText.matches(in: bytes.span, count: text.utf8.count, wanted).compactMap { match in
      if case .known = match.kind { match.range } else { nil }
    }
  }

  @Test(
    arguments: [
      "Hi ⟦Kim Doe⟧!", "hi ⟦KIM DOE⟧", "⟦kim\tdoe⟧", "/u/⟦kim-doe⟧.jpg", "⟦kim_doe⟧", "⟦Kim.Doe⟧ said",
      "?n=⟦Kim+Doe⟧&",
      "?n=⟦Kim%20Doe⟧", "⟦K%69m%2520Doe⟧", "⟦Kim&nbsp;Doe⟧", "⟦Doe, Kim⟧", "⟦doe kim⟧", "⟦Kim⟧ and ⟦Doe⟧",
      "⟦Kim⟧'s", "(⟦Kim⟧)",
      "⟦Kim\u{a0}Doe⟧", "⟦Ｋｉｍ　Ｄｏｅ⟧", "⟦Kim Doe⟧ ⟦Kim Doe⟧", "x\n⟦Kim\nDoe⟧", "⟦Kim⟧😀",
    ].map(Marked.init))
  func aName(text: Marked) { #expect(found("Kim Doe", .name, in: text.text) == text.ranges) }

  @Test(arguments: [
    "kim", "doe", "Kimberly", "AKim", "Kim7", "Does",
    "Kim and Doe: kimdoe".replacing("Kim and Doe: ", with: ""),
  ])
  func otherWordsThanAName(text: String) { #expect(found("Kim Doe", .name, in: text) == []) }

  @Test(arguments: [
    ("Jürgen Groß", "⟦JÜRGEN GROß⟧"), ("Jürgen", "⟦Ju\u{308}rgen⟧"), ("Ju\u{308}rgen", "a ⟦jürgen⟧"),
    ("李明", "你好⟦李明⟧请"),
    ("Олег Попов", "⟦ПОПОВ ОЛЕГ⟧, ⟦Олег⟧"), ("O’Brien", "⟦o'brien⟧"), ("김철수", "⟦김철수⟧씨"), ("Jo", "⟦Jo⟧, jo"),
    ("สมชาย", "คุณ⟦สมชาย⟧ครับ"),
    ("Anna-Lena Müller-Lüdenscheidt", "⟦anna lena müller lüdenscheidt⟧"),
    ("USA (New York) #1234", "New York, ⟦usa new york 1234⟧"),
    ("Jean de la Fontaine", "⟦Jean⟧ de la, ⟦jean de la fontaine⟧"), ("José", "⟦jos%C3%A9⟧ ⟦jos&#233;⟧"),
    ("kim@work", "⟦KIM@work⟧"),
  ])
  func namesOfAllLanguages(name: String, text: String) {
    let marked = Marked(text)
    #expect(found(name, .name, in: marked.text) == marked.ranges)
  }

  @Test(arguments: [
    "Visitor", "guest", "Website Visitor", "test test", "n/a", "-", "", "A", "Гость", "Unbekannt", "访", "Mr.",
    "no name",
  ])
  func whatIsNobodysName(name: String) { #expect(found(name, .name, in: "\(name) x \(name)") == []) }

  @Test(arguments: [
    ("+49 30 1234567", "⟦030/123 45 67⟧"), ("+49 30 1234567", "⟦+493012345 67⟧ and 030 1234568"),
    ("0301234567", "⟦0049-30-1234567⟧"),
    ("(201) 555-0123", "(⟦2015550123⟧)"), ("(201) 555-0123", "⟦(201) 5550123⟧"),
    ("555-0123", "⟦5550123⟧, 99995550123"),
    ("4915112345678", "⟦015112345678⟧"), ("555 012", "555012x ".replacing("x ", with: "3")),
    ("+٤٩٣٠١٢٣٤٥٦٧", "⟦4930 1234567⟧"),
  ])
  func phoneNumbers(number: String, text: String) {
    let marked = Marked(text)
    let all = Set(found(number, .phone, in: marked.text).map { "\($0)" })
    // What has a number's form is found as one as well.
    let forms = Set(Marked.found(marked.text).map { "\($0.range)" })
    #expect(Set(marked.ranges.map { "\($0)" }).isSubset(of: all.union(forms)))
    #expect(all.isSubset(of: Set(marked.ranges.map { "\($0)" })))
  }

  @Test(arguments: [
    ("vis-98765", "u=⟦VIS-98765⟧, vis 98765, vis-987651, ⟦vis-98765⟧-1"),
    ("12345", "⟦12345⟧ 12345.67 1,12345 123456 ⟦12345⟧."),
    ("ab7", "⟦ab7⟧ ab71"), ("{1C2-9F}", "⟦1c2-9f⟧"), ("user_1", "⟦user_1⟧/user-1"),
    ("kim.doe@x", "⟦kim.doe@x⟧"),
  ])
  func ids(id: String, text: String) {
    let marked = Marked(text)
    #expect(found(id, .id, in: marked.text) == marked.ranges)
  }

  @Test(arguments: ["1", "42", "2024", "abc", "anonymous", "null", "a b"])
  func idsThatTellNobody(id: String) { #expect(found(id, .id, in: "\(id) x \(id)") == []) }

  /// Where known values and others stand side by side, nothing is left for a second time.
  @Test func whatIsReplacedLeavesNothing() {
    let seed = UInt64.random(in: .min ... .max)
    var random = Seeded(seed)
    let pieces = [
      "Kim", "Doe", "kim", "12345", "030", "1234567", " ", " ", "-", "+49", "@", "x.org", "(", ")", ".", "/",
      "%20", "&#64;", "tel",
      "\u{200b}", "\u{a0}", "<redacted>", "redacted-0f1e2d3c4b5a69788796a5b4c3d2e1f0", "5", "李明",
    ]
    var wanted = FreeText.Wanted(known: KnownValues())
    for (place, value) in [
      ("Kim Doe", KnownValues.Kind.name), ("12345", .id), ("+49 30 1234567", .phone), ("李明", .name),
    ].enumerated() {
      wanted.known?.add(Array(value.0.utf8), value.1, place: place)
    }
    func matches(_ text: [UInt8]) -> [FreeText.Match] {
      FreeText.matches(in: (text + [UInt8](repeating: 0, count: 64)).span, count: text.count, wanted)
    }
    for _ in 0..<10000 {
      let text = Array(
        (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined().utf8)
      var done: [UInt8] = []
      var position = 0
      for match in matches(text) {
        done += text[position..<match.range.lowerBound] + Array("<redacted>".utf8)
        position = match.range.upperBound
      }
      done += text[position...]
      #expect(matches(done) == [], "\(String(decoding: text, as: UTF8.self)), seed \(seed)")
    }
  }

  /// What stands in a text a second time is never missed by the quick look at the document, however it and the value are written.
  @Test func theQuickLookMissesNothing() {
    let seed = UInt64.random(in: .min ... .max)
    var random = Seeded(seed)
    let values: [(String, KnownValues.Kind)] = [
      ("Kim Doe", .name), ("Jürgen", .name), ("李明", .name), ("Олег Попов", .name), ("Jo", .name),
      ("+49 30 1234567", .phone), ("vis-98765", .id), ("kim.doe@example.org", .email), ("12345", .id),
      ("Jürgen Groß", .name), ("Zoë Nováková", .name), ("Kim–Éëü", .name), ("O’Neil", .name),
      ("Ju\u{308}rgen", .name),
      ("Олег Kim", .name), ("Zoë", .name), ("Ｋｉｍ Doe", .name), ("Kim\u{200b}my", .name),
    ]
    for _ in 0..<6000 {
      let (characters, kind) = values[Int(random.next() % UInt64(values.count))]
      let value = random.next() % 3 == 0 ? written(characters, &random) : characters
      // A part of a name may be found by itself.
      let parts = characters.split(separator: " ").map(String.init)
      let again = random.next() % 4 == 0 ? parts[Int(random.next() % UInt64(parts.count))] : characters
      let joint = [" ", "-", "%20", "\\n"][Int(random.next() % 4)]
      let text = #"{"a":"\#(value)","b":"x\#(joint)\#(written(again, &random)) y"}"#
      let bytes = Array(text.utf8)
      let padded = bytes + [UInt8](repeating: 0, count: 64)
      let own = 6..<6 + value.utf8.count
      var wanted = FreeText.Wanted(known: KnownValues())
      wanted.known?.add(FreeText.plain(characters.utf8), kind, place: 0)
      let behind = own.upperBound + 7
      let rest = Array(bytes[behind...]) + [UInt8](repeating: 0, count: 64)
      let isFound = FreeText.matches(in: rest.span, count: bytes.count - behind, wanted).contains {
        if case .known = $0.kind { true } else { false }
      }
      var places: [Int] = []
      let mayStand =
        !KnownValues.isPlain(padded.span, own)
        || KnownValues.mayHideWords(padded.span, 0..<bytes.count, besides: own.contains)
        || !KnownValues.find(
          own, of: padded.span, kind, in: padded.span, 0..<bytes.count, besides: own.contains, into: &places)
        || !places.isEmpty
      #expect(mayStand || !isFound, "\(text), seed \(seed)")
    }
  }

  /// Returns characters as somebody might write them: escaped, in another case or form, with something between them that is not seen.
  private func written(_ characters: String, _ random: inout Seeded) -> String {
    var text = ""
    let rate = [12, 30, 200][Int(random.next() % 3)] as UInt64
    for scalar in characters.unicodeScalars {
      let character = String(scalar)
      switch random.next() % rate {
      case 0 where scalar != "ß": text += character.uppercased()
      case 1: text += character.lowercased()
      case 2 where scalar == " ":
        let joints = [" ", "-", "%20", "\\n", ", ", "_", "\\u0020", "\u{a0}", "&nbsp;", "\\t"]
        text += joints[Int(random.next() % UInt64(joints.count))]
      case 3: text += character.utf8.map { "%" + String(Int($0) | 0x100, radix: 16).dropFirst() }.joined()
      case 4: text += character.utf8.map { "%25" + String(Int($0) | 0x100, radix: 16).dropFirst() }.joined()
      case 5 where scalar.value < 0x10000:
        text += "\\u" + String(scalar.value | 0x10000, radix: 16).dropFirst()
      case 6: text += "&#\(scalar.value);"
      case 7: text += "&amp;#x" + String(scalar.value, radix: 16) + ";"
      case 8 where scalar.isASCII && scalar.value > 0x20:
        text += Unicode.Scalar(scalar.value + 0xfee0).map(String.init) ?? ""
      case 9:
        text +=
          character
          + ["\u{200b}", "\u{ad}", "\\u200b", "\u{feff}", "%E2%80%8B", "&shy;", "\u{202e}"][
            Int(random.next() % 7)]
      case 10:
        let marks = ["ü": "u\u{308}", "ë": "e\u{308}", "á": "a\u{301}", "é": "e\u{301}"]
        text += marks[character] ?? character
      case 11: text += character + "\\n"
      default: text += character
      }
    }
    return text
  }
}
