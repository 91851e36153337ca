import JSONText
import TestSupport
import Testing

@testable import ChatEvents

@Suite struct ShortTimeTests {
  /// What it reads is what the reader for any number of digits reads, and it reads whatever has few enough.
  @Test func itReadsAsTheLongWayDoes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Seeded(seed)
    for _ in 0..<20_000 {
      let text = Self.text(&generator)
      let bytes = Array("\"\(text)\",\"9".utf8) + [UInt8](repeating: 0, count: 64)
      let short = ShortTime(bytes.span, 1..<1 + text.utf8.count)
      let long = ExactTime(Array(text.utf8).span)
      if let short {
        #expect(long == ExactTime(short), "\(text), seed \(seed)")
      } else if let long {
        let isUsual =
          !text.hasPrefix("-") && text.prefix { $0 != "." }.count <= 16
          && text.split(separator: ".").last?.count ?? 0 <= 18 && long.seconds < ShortTime.firstMillisecond
        #expect(!isUsual || !long.furtherDigits.isEmpty, "\(text), seed \(seed)")
      }
    }
  }

  /// A moment that a page recorded is the same in either way, whatever its length makes of it.
  @Test func aRecordedMomentIsReadAsTheLongWayDoes() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Seeded(seed)
    for _ in 0..<20_000 {
      let text = Self.text(&generator)
      let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 64)
      guard let short = ShortTime(recorded: bytes.span, 0..<text.utf8.count) else { continue }
      // An escaped text is read the long way.
      let escaped =
        Array("\"\\u00\(String(text.utf8.first ?? 0, radix: 16))\(text.dropFirst())\"".utf8)
        + [UInt8](repeating: 0, count: 64)
      let slice = Slice(start: 0, count: escaped.count - 64, kind: .string, flags: .escaped)
      #expect(ExactTime(recorded: slice, escaped.span) == ExactTime(short), "\(text), seed \(seed)")
    }
  }

  /// Mostly a number with a point, of any length; sometimes with something that does not belong there.
  private static func text(_ generator: inout Seeded) -> String {
    func digits(_ limit: Int) -> String {
      (0..<Int.random(in: 0...limit, using: &generator)).map { _ in
        String(Bool.random(using: &generator) ? 0 : Int.random(in: 0...9, using: &generator))
      }.joined()
    }
    var text = digits(20)
    if Int.random(in: 0..<3, using: &generator) > 0 { text += "." + digits(22) }
    if Int.random(in: 0..<6, using: &generator) == 0 {
      let place = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &generator))
      text.insert(["-", ".", "e", "/", ":", "+"].randomElement(using: &generator) ?? "-", at: place)
    }
    return text
  }
}

@Suite struct MessageTimesTests {
  /// Worked out by hand: the second message has the first's time, and the first two that of the third where they have none.
  @Test(
    arguments: [
      (["10", nil, "12.5"], ["0", "0", "2.5"]),
      ([nil, nil, "7", nil, "8"], ["0", "0", "0", "0", "1"]),
      (["1.0000000000000000000001", nil, "2"], ["0", "0", "0.9999999999999999999999"]),
      (
        [nil, "5", nil, "6.0000000000000000000007", nil],
        ["0", "0", "0", "1.0000000000000000000007", "1.0000000000000000000007"]
      ),
      ([nil, nil], []),
      ([], []),
    ] as [([String?], [String])])
  func aMessageWithoutATimeHasItsNeighbours(sent: [String?], durations: [String]) {
    var times = MessageTimes()
    for _ in 0..<2 {
      // What was there before is forgotten.
      times.removeAll()
      for text in sent { times.append(text.flatMap { ExactTime(Array($0.utf8).span) }) }
      #expect(times.count == durations.count)
      #expect((times.first == nil) == durations.isEmpty && (times.last == nil) == durations.isEmpty)
      for (message, duration) in durations.enumerated() {
        var output = Output(capacity: 64)
        if let first = times.first { times.writeDuration(of: message, since: first, to: &output) }
        #expect(String(decoding: output.written, as: UTF8.self) == duration)
      }
    }
  }
}
