/// Looks for any of some patterns in texts, in memory that it keeps.
///
/// It walks through a text once, and is at all places of the pattern at which it can be behind a character. So a text costs
/// at most its length times the size of the pattern, whatever stands in either.
struct PatternSearch: Sendable {
  private let programs: [PatternProgram]

  /// The instructions that are reached behind the last character, and those of them and behind them that wait for the next.
  private var reached: [Int] = []
  private var waiting: [Int] = []

  /// For each instruction the last place at which it was looked at; places are numbered through all texts.
  private var looked: [Int]
  private var place = 0

  /// How many instructions were looked at.
  private(set) var steps = 0

  init(_ patterns: [TextPattern]) {
    programs = patterns.map(\.program)
    looked = Array(repeating: 0, count: programs.map(\.instructions.count).max() ?? 0)
  }

  /// Whether there is anything to look for.
  var isEmpty: Bool { programs.isEmpty }

  /// Whether one of the patterns is found in a text.
  ///
  /// - Parameter text: UTF-8; a byte that is none counts as U+FFFD.
  mutating func isFound(in text: Span<UInt8>) -> Bool { isFound(in: text, text.indices) }

  /// Whether one of the patterns is found in the text that is a range of bytes.
  mutating func isFound(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in programs.indices where isFound(programs[index], in: bytes, range) { return true }
    return false
  }

  private mutating func isFound(_ program: PatternProgram, in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool
  {
    var position = range.lowerBound
    var before: Unicode.Scalar?
    reached.removeAll(keepingCapacity: true)
    while true {
      let (scalar, end) = Self.character(bytes, position, range.upperBound)
      if let scalar, scalar.isASCII, reached.isEmpty, program.starts?.contains(scalar.value) == false {
        (position, before) = (end, scalar)
        continue
      }
      // What is looked for can begin at each place.
      reached.append(0)
      if isAtEnd(program, before, scalar) { return true }
      guard let scalar else { return false }
      for index in waiting {
        guard case .character(let ascii, let set) = program.instructions[index] else { continue }
        if scalar.isASCII ? ascii.contains(scalar.value) : program.sets[set].contains(scalar) {
          reached.append(index + 1)
        }
      }
      (position, before) = (end, scalar)
    }
  }

  /// Goes on from the instructions that are reached, each once, to those that wait for a character, or to the end.
  private mutating func isAtEnd(
    _ program: PatternProgram, _ before: Unicode.Scalar?, _ behind: Unicode.Scalar?
  ) -> Bool {
    place += 1
    waiting.removeAll(keepingCapacity: true)
    while let index = reached.popLast() {
      if looked[index] == place { continue }
      looked[index] = place
      steps += 1
      switch program.instructions[index] {
      case .character: waiting.append(index)
      case .assertion(let assertion): if assertion.holds(before, behind) { reached.append(index + 1) }
      case .split(let other):
        reached.append(other)
        reached.append(index + 1)
      case .jump(let other): reached.append(other)
      case .found: return true
      }
    }
    return false
  }

  /// Returns the character at a position and the position behind it; nil at the end.
  private static func character(
    _ bytes: Span<UInt8>, _ position: Int, _ end: Int
  ) -> (scalar: Unicode.Scalar?, end: Int) {
    guard position < end else { return (nil, position) }
    let first = bytes[position]
    if first < 0x80 { return (Unicode.Scalar(first), position + 1) }
    let count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard first >= 0xc2, position + count <= end else { return ("\u{fffd}", position + 1) }
    var value = UInt32(first) & (0x7f >> UInt32(count))
    for offset in 1..<count {
      let next = bytes[position + offset]
      guard next & 0xc0 == 0x80 else { return ("\u{fffd}", position + 1) }
      value = value << 6 | UInt32(next & 0x3f)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{fffd}", position + 1) }
    return (scalar, position + count)
  }
}
