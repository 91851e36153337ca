internal import JSONText

/// A number of a JSON text as what it is worth, of any size and precision: `10`, `10.0` and `1e1` are the same.
struct ExactNumber: Sendable, Hashable {
  private let isNegative: Bool

  /// The digits without zeros at either end; none for zero.
  private let digits: [UInt8]

  /// The power of ten by which `0.digits` is multiplied; 0 for zero.
  private let exponent: Int

  /// Reads the number that a slice is.
  init(_ slice: Slice, _ bytes: Span<UInt8>) {
    var (position, end) = (Int(slice.start), slice.range.upperBound)
    isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var (digits, point) = ([UInt8](), nil as Int?)
    var power = 0
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        power = Self.power(bytes, position + 1..<end)
        end = position
      default: digits.append(bytes[position])
      }
      position += 1
    }
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    let whole = (point ?? digits.count) - zeros
    digits.removeFirst(zeros)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    self.digits = digits
    exponent = digits.isEmpty ? 0 : Self.sum(whole, power)
  }

  /// Reads a number.
  init(_ number: JSONNumber) {
    let text = Array(number.text.utf8)
    self.init(Slice(start: 0, count: text.count, kind: .number), text.span)
  }

  /// Whether it has no fraction.
  var isWhole: Bool { digits.count <= exponent || digits.isEmpty }

  /// The number as one of something, if it is whole and not below zero; one that is too large is the largest `Int`.
  var count: Int? {
    if digits.isEmpty { return 0 }
    if isNegative || !isWhole { return nil }
    if exponent > 18 { return .max }
    return (0..<exponent).reduce(0) { count, place in
      count * 10 + (place < digits.count ? Int(digits[place] - UInt8(ascii: "0")) : 0)
    }
  }

  static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    if left.sign != right.sign { return left.sign < right.sign }
    return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

  private func isCloserToZero(than other: ExactNumber) -> Bool {
    exponent != other.exponent
      ? exponent < other.exponent : digits.lexicographicallyPrecedes(other.digits)
  }

  /// Reads an exponent; one that no `Int` holds is the largest or the smallest.
  private static func power(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    var power = 0
    for position in range where bytes[position] >= UInt8(ascii: "0") {
      let (product, overflows) = power.multipliedReportingOverflow(by: 10)
      power = overflows ? .max : sum(product, Int(bytes[position] - UInt8(ascii: "0")))
    }
    return isNegative ? -power : power
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? (right > 0 ? .max : .min) : sum
  }
}

extension ExactNumber {
  // Zero has no sign: -0 is 0.
  static func == (left: ExactNumber, right: ExactNumber) -> Bool {
    left.sign == right.sign && left.exponent == right.exponent && left.digits == right.digits
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(sign)
    hasher.combine(exponent)
    hasher.combine(digits)
  }
}
