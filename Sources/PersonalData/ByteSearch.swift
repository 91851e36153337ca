/// Looks for many words in a text at once (Aho and Corasick, "Efficient string matching", 1975).
struct ByteSearch: Sendable {
  /// Where each byte leads from the beginning.
  private var first = [Int32](repeating: 0, count: 256)
  /// Where a byte leads from a state.
  private var steps: [UInt64: Int32] = [:]
  /// The state of the longest end of what was read that is the beginning of a word.
  private var fallbacks: [Int32] = [0]
  /// The words that end at a state, and the state of the next shorter end at which some do; -1 for none.
  private var words: [[Int]] = [[]]
  private var shorter: [Int32] = [-1]
  private let lengths: [Int]

  var isEmpty: Bool { lengths.isEmpty }

  /// Cost: linear in the number of all bytes.
  init(_ all: [[UInt8]]) {
    lengths = all.map(\.count)
    defer {
      for byte in 0...UInt8.max { first[Int(byte)] = steps[Self.step(0, byte)] ?? 0 }
    }
    var order: [(state: Int32, parent: Int32, byte: UInt8)] = []
    for (index, word) in all.enumerated() where !word.isEmpty {
      var state: Int32 = 0
      for byte in word {
        if let next = steps[Self.step(state, byte)] {
          state = next
          continue
        }
        let next = Int32(fallbacks.count)
        steps[Self.step(state, byte)] = next
        order.append((next, state, byte))
        fallbacks.append(0)
        words.append([])
        shorter.append(-1)
        state = next
      }
      words[Int(state)].append(index)
    }
    link(order)
  }

  /// Finds the fallbacks, those of shorter beginnings first.
  private mutating func link(_ order: [(state: Int32, parent: Int32, byte: UInt8)]) {
    var depths = [Int](repeating: 0, count: fallbacks.count)
    for one in order { depths[Int(one.state)] = depths[Int(one.parent)] + 1 }
    for one in order.sorted(by: { depths[Int($0.state)] < depths[Int($1.state)] }) {
      var state = fallbacks[Int(one.parent)]
      while state != 0, steps[Self.step(state, one.byte)] == nil { state = fallbacks[Int(state)] }
      let next = one.parent == 0 ? 0 : steps[Self.step(state, one.byte)] ?? 0
      fallbacks[Int(one.state)] = next
      shorter[Int(one.state)] = words[Int(next)].isEmpty ? shorter[Int(next)] : next
    }
  }

  private static func step(_ state: Int32, _ byte: UInt8) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 8 | UInt64(byte)
  }

  /// Calls a function with each word in a text, by its index, and its range.
  ///
  /// Cost: linear in the text and in what is found.
  func forEach(in text: [UInt8], _ visit: (_ word: Int, _ range: Range<Int>) -> Void) {
    var state: Int32 = 0
    for (position, byte) in text.enumerated() {
      var next = state == 0 ? nil : steps[Self.step(state, byte)]
      while state != 0, next == nil {
        state = fallbacks[Int(state)]
        next = state == 0 ? nil : steps[Self.step(state, byte)]
      }
      state = next ?? first[Int(byte)]
      if state == 0 { continue }
      var end = words[Int(state)].isEmpty ? shorter[Int(state)] : state
      while end > 0 {
        for word in words[Int(end)] { visit(word, position + 1 - lengths[word]..<position + 1) }
        end = shorter[Int(end)]
      }
    }
  }
}
