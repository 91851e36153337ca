/// Labels of domains that hold other characters than ASCII, as the domain name system writes them.
///
/// Source: RFC 3492, 5 and 6. Read in November 2026.
package enum Punycode {
  // The parameters of section 5.
  private static let (base, leastThreshold, mostThreshold) = (36, 1, 26)
  private static let (skew, damp) = (38, 700)
  private static let (firstBias, firstCode) = (72, 0x80)

  /// Returns the characters of a label without its prefix `xn--`; nil if it is not valid.
  ///
  /// Cost: quadratic in its length; a label of more than 63 bytes is none (RFC 1035, 2.3.4).
  package static func decoded(_ label: some Collection<UInt8>) -> [Unicode.Scalar]? {
    let label = Array(label)
    guard label.count <= 63 else { return nil }
    let delimiter = label.lastIndex(of: UInt8(ascii: "-"))
    let basic = delimiter.map { label[..<$0] } ?? []
    guard basic.allSatisfy({ $0 < 0x80 }) else { return nil }
    var output = basic.map { Unicode.Scalar($0) }
    var position = delimiter.map { $0 + 1 } ?? 0
    var (code, index, bias) = (firstCode, 0, firstBias)
    while position < label.count {
      guard let delta = integer(label, &position, bias: bias) else { return nil }
      let count = output.count + 1
      bias = adapted(
        delta, count: count, isFirst: index == 0 && code == firstCode && output.count == basic.count)
      index += delta
      code += index / count
      index %= count
      guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
      output.insert(scalar, at: index)
      index += 1
    }
    return output
  }

  /// Reads a number of variable length (section 3.3).
  private static func integer(_ label: [UInt8], _ position: inout Int, bias: Int) -> Int? {
    var (value, weight, place) = (0, 1, base)
    while true {
      guard position < label.count, let digit = digit(label[position]) else { return nil }
      position += 1
      value += digit * weight
      // No character has so large a number, and the sum stays within an Int.
      guard value < 1 << 40 else { return nil }
      let threshold = min(max(place - bias, leastThreshold), mostThreshold)
      if digit < threshold { return value }
      weight *= base - threshold
      guard weight < 1 << 40 else { return nil }
      place += base
    }
  }

  /// The bias for the next number (section 6.1).
  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var steps = 0
    while delta > (base - leastThreshold) * mostThreshold / 2 {
      delta /= base - leastThreshold
      steps += base
    }
    return steps + (base - leastThreshold + 1) * delta / (delta + skew)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
    default: nil
    }
  }
}
