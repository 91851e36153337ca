internal import JSONText

/// A moment with at most eighteen digits behind the point, which nearly all are: two numbers, and no memory of their own.
struct ShortTime: Sendable, Hashable {
  /// Seconds since 1970, rounded down.
  var seconds: Int

  /// Eighteen digits behind the point, as a number.
  var fraction: UInt64

  /// How many of ``fraction`` make a second.
  static var one: UInt64 { 1_000_000_000_000_000_000 }

  /// The first number since 1970 that counts milliseconds, not seconds.
  static var firstMillisecond: Int { 100_000_000_000 }

  init(seconds: Int, fraction: UInt64) { (self.seconds, self.fraction) = (seconds, fraction) }

  /// Reads decimal text without a sign: up to eleven digits, and perhaps a point and up to eighteen more.
  ///
  /// At least 16 readable bytes follow the range.
  ///
  /// - Returns: nil for any other text, also for more digits, which count milliseconds.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard let (whole, fraction) = Self.decimal(bytes, range), whole < Self.firstMillisecond else {
      return nil
    }
    self.init(seconds: whole, fraction: fraction)
  }

  /// The same, where twelve digits and more count milliseconds, up to sixteen, without a point.
  init?(recorded bytes: Span<UInt8>, _ range: Range<Int>) {
    guard let (whole, fraction) = Self.decimal(bytes, range) else { return nil }
    if whole < Self.firstMillisecond {
      self.init(seconds: whole, fraction: fraction)
    } else {
      let (seconds, milliseconds) = whole.quotientAndRemainder(dividingBy: 1000)
      guard fraction == 0, seconds < ExactTime.years.upperBound else { return nil }
      self.init(seconds: seconds, fraction: UInt64(milliseconds) * (Self.one / 1000))
    }
  }

  /// Reads up to sixteen digits, and perhaps a point and up to eighteen more.
  @inline(__always)
  private static func decimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (whole: Int, fraction: UInt64)? {
    let (whole, point) = digits(bytes, range)
    guard point > range.lowerBound, point <= range.lowerBound + 16 else { return nil }
    if point == range.upperBound { return (Int(whole), 0) }
    let fraction = point + 1..<range.upperBound
    guard bytes[point] == UInt8(ascii: "."), !fraction.isEmpty, fraction.count <= 18 else { return nil }
    let (value, end) = digits(bytes, fraction)
    guard end == fraction.upperBound else { return nil }
    return (Int(whole), value &* powersOfTen[18 - fraction.count])
  }

  /// Returns the number that digits are, and where they end; the number is right where they are nineteen at most.
  @inline(__always)
  private static func digits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (value: UInt64, end: Int) {
    var (value, position): (UInt64, Int) = (0, range.lowerBound)
    while position < range.upperBound {
      let word = bytes.word(position)
      let others = Word.nonDigits(word)
      let count = min(others == 0 ? 8 : Word.firstByte(others), range.upperBound &- position)
      if count == 0 { break }
      value = value &* powersOfTen[count] &+ Word.decimal(word, count: count)
      position &+= count
      if count < 8 { break }
    }
    return (value, position)
  }

  /// 1, 10, 100 and so on, up to 18 zeros.
  private static let powersOfTen: InlineArray<19, UInt64> = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
  ]

  /// How much later it is than another moment; negative seconds where it is earlier.
  @inline(__always)
  func since(_ start: ShortTime) -> ShortTime {
    let isLess = fraction < start.fraction
    return ShortTime(
      seconds: seconds - start.seconds - (isLess ? 1 : 0),
      fraction: (isLess ? fraction + Self.one : fraction) - start.fraction)
  }

  /// Writes a duration as a JSON number with as few digits as it needs; one below 0 as 0.
  func writeDuration(to output: inout Output) {
    guard seconds >= 0 else { return output.append(UInt8(ascii: "0")) }
    output.append(decimal: seconds)
    guard fraction > 0 else { return }
    output.append(UInt8(ascii: "."))
    let (micros, beyond) = fraction.quotientAndRemainder(dividingBy: Self.one / 1_000_000)
    if beyond == 0 { return Self.writeMicroseconds(Int(micros), to: &output) }
    var (rest, power) = (fraction, Self.one / 10)
    while rest > 0 {
      output.append(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
      power /= 10
    }
  }

  /// Writes six digits without the zeros at their end.
  @inline(__always)
  private static func writeMicroseconds(_ micros: Int, to output: inout Output) {
    let (high, low) = micros.quotientAndRemainder(dividingBy: 10_000)
    let (middle, last) = low.quotientAndRemainder(dividingBy: 100)
    let digits = WrittenDay.digits(high) | WrittenDay.digits(middle) << 16 | WrittenDay.digits(last) << 32
    // The bits of a zero's digit, 0x30, are taken off, so that what is left ends with the last digit that counts.
    let significant = (digits ^ 0x3030_3030_3030)
    output.append(word: digits, count: 8 - significant.leadingZeroBitCount / 8)
  }
}
