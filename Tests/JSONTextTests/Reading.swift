import JSONText

/// Returns bytes with the scanner's padding behind them.
func padded(_ text: some Sequence<UInt8>) -> [UInt8] {
  Array(text) + [UInt8](repeating: 0, count: Scanner.padding)
}

/// Returns what keeps a text from being one JSON document, or nil.
func fault(of text: [UInt8]) -> JSONFault? {
  let bytes = padded(text)
  var scanner = Scanner(end: text.count)
  do throws(JSONFault) {
    let start = scanner.space(bytes.span, 0)
    let end = scanner.space(bytes.span, try scanner.value(bytes.span, start, depth: 0))
    return end == text.count ? nil : JSONFault(.expectedEnd, at: end)
  } catch {
    return error
  }
}

func fault(of text: String) -> JSONFault? { fault(of: Array(text.utf8)) }

/// Returns the same by way of the tape, which walks over a text in code of its own.
func tapeFault(of text: [UInt8]) -> (code: String, offset: Int)? {
  do throws(JSONError) {
    _ = try JSONValue(parsing: text)
    return nil
  } catch {
    return (error.code, error.offset)
  }
}

/// Random numbers that a seed repeats (SplitMix64, Steele et al. 2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
