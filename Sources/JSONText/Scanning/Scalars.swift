// Numbers and the three literal names.

extension Scanner {
  /// Passes a number, and says whether it is written as an integer: no fraction, no exponent.
  package func number(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws(JSONFault) -> (end: Int, isInteger: Bool) {
    var position = start
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if bytes[position] == UInt8(ascii: "0") {
      position += 1
      if isDigit(bytes[position]) { throw JSONFault(.invalidNumber, at: position) }
    } else {
      position = try digits(bytes, position)
    }
    var isInteger = true
    if bytes[position] == UInt8(ascii: ".") {
      position = try digits(bytes, position + 1)
      isInteger = false
    }
    if bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position += 1 }
      position = try digits(bytes, position)
      isInteger = false
    }
    return (position, isInteger)
  }

  /// Passes `true`, `false` or `null`.
  ///
  /// - Throws: a fault at `position` where the text starts none of them, else at its first wrong byte.
  package func literal(
    _ bytes: Span<UInt8>, _ position: Int
  ) throws(JSONFault) -> (end: Int, kind: Slice.Kind) {
    switch bytes[position] {
    case UInt8(ascii: "t"):
      return (try rest(bytes, position, UInt8(ascii: "r"), UInt8(ascii: "u"), UInt8(ascii: "e")), .bool)
    case UInt8(ascii: "n"):
      return (try rest(bytes, position, UInt8(ascii: "u"), UInt8(ascii: "l"), UInt8(ascii: "l")), .null)
    case UInt8(ascii: "f"):
      let almost = try rest(bytes, position, UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "s"))
      guard bytes[almost] == UInt8(ascii: "e") else { throw wrongName(position, almost) }
      return (almost + 1, .bool)
    default:
      throw fault(.expectedValue, at: position)
    }
  }

  /// Passes a name's first letter and the three that must follow it.
  private func rest(
    _ bytes: Span<UInt8>, _ start: Int, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
  ) throws(JSONFault) -> Int {
    guard bytes[start + 1] == second else { throw wrongName(start, start + 1) }
    guard bytes[start + 2] == third else { throw wrongName(start, start + 2) }
    guard bytes[start + 3] == fourth else { throw wrongName(start, start + 3) }
    return start + 4
  }

  /// Returns the fault of a name that goes wrong at an offset; a person looks for it where it starts.
  private func wrongName(_ start: Int, _ offset: Int) -> JSONFault {
    offset >= end ? JSONFault(.unexpectedEnd, at: end) : JSONFault(.expectedValue, at: start)
  }

  /// Passes one digit or more.
  private func digits(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    guard isDigit(bytes[start]) else { throw fault(.invalidNumber, at: start) }
    var position = start + 1
    while isDigit(bytes[position]) { position += 1 }
    return position
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
