internal import JSONText

/// A moment as decimal text tells it, with every digit that it has.
///
/// Durations are differences of such moments, and exact: nothing passes through floating point.
struct ExactTime: Sendable, Hashable {
  /// Seconds since 1970, rounded down.
  var seconds: Int

  /// The first eighteen digits behind the point, as a number.
  var fraction: UInt64

  /// The digits behind those, without zeros at the end; nearly always none.
  var furtherDigits: [UInt8] = []

  /// How many digits ``fraction`` holds.
  static let digits = 18

  /// The seconds of the years 0 to 9999, which ISO 8601 writes with four digits.
  static let years = -62_167_219_200..<253_402_300_800

  private static let one: UInt64 = 1_000_000_000_000_000_000

  /// Reads decimal text, `-?digits(.digits)?`, digit by digit.
  ///
  /// - Parameter scale: how many digits before the point count as a fraction: 3 where the text counts milliseconds.
  /// - Returns: nil where the text is of another form, or the year lies outside 0 to 9999, which ISO 8601 writes with four
  ///   digits.
  init?(_ text: Span<UInt8>, scale: Int = 0) {
    if let (whole, fraction) = Self.shortForm(text), scale == 0 || fraction == 0 {
      let unit = scale == 0 ? 1 : Self.powersOfTen[scale]
      self.init(
        seconds: whole / unit, fraction: fraction + UInt64(whole % unit) * (Self.one / UInt64(unit)),
        furtherDigits: [])
      guard Self.years.contains(seconds) else { return nil }
      return
    }
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var point = start
    while point < text.count, text[point] &- UInt8(ascii: "0") < 10 { point += 1 }
    guard point > start else { return nil }
    if point < text.count {
      guard text[point] == UInt8(ascii: "."), point + 1 < text.count else { return nil }
    }
    var whole = 0
    var digits = Digits()
    for position in start..<text.count where position != point {
      let digit = text[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      if position < point - scale {
        whole = whole &* 10 &+ Int(digit)
        // More than any year with four digits needs; leading zeros are as good as none.
        if whole > 1_000_000_000_000 { return nil }
      } else {
        // Where the whole has fewer digits than count as a fraction, the missing ones are zeros.
        if digits.count == 0, position < point { digits.skip(scale - (point - position)) }
        digits.append(digit)
      }
    }
    self.init(seconds: whole, digits, isNegative: isNegative)
    guard Self.years.contains(seconds) else { return nil }
  }

  private static let powersOfTen = (0...digits).map { place in
    (0..<place).reduce(1) { power, _ in power * 10 }
  }

  /// Reads what nearly all times are: up to twelve digits, and perhaps a point and up to eighteen more.
  @inline(__always)
  private static func shortForm(_ text: Span<UInt8>) -> (whole: Int, fraction: UInt64)? {
    var (whole, position) = (0, 0)
    while position < text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      whole = whole &* 10 &+ Int(digit)
      position &+= 1
    }
    guard position > 0, position <= 12 else { return nil }
    if position == text.count { return (whole, 0) }
    let point = position
    guard text[point] == UInt8(ascii: "."), text.count > point + 1, text.count - point <= 1 + digits else {
      return nil
    }
    var fraction: UInt64 = 0
    position &+= 1
    while position < text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      fraction = fraction &* 10 &+ UInt64(digit)
      position &+= 1
    }
    return (whole, fraction * UInt64(powersOfTen[digits - (position - point - 1)]))
  }

  /// Makes a moment of whole seconds and the digits behind the point, both to be read with a minus or without.
  init(seconds whole: Int, _ digits: Digits, isNegative: Bool = false) {
    seconds = isNegative ? -whole : whole
    (fraction, furtherDigits) = (digits.first, digits.further)
    while furtherDigits.last == 0 { furtherDigits.removeLast() }
    if isNegative, fraction > 0 || !furtherDigits.isEmpty {
      self = ExactTime(seconds: seconds, fraction: 0, furtherDigits: [])
        .since(ExactTime(seconds: 0, fraction: fraction, furtherDigits: furtherDigits))
    }
  }

  private init(seconds: Int, fraction: UInt64, furtherDigits: [UInt8]) {
    (self.seconds, self.fraction, self.furtherDigits) = (seconds, fraction, furtherDigits)
  }

  /// Milliseconds behind the seconds, 0 to 999; what lies behind them is cut off.
  var milliseconds: Int { Int(fraction / 1_000_000_000_000_000) }

  /// How much later it is than another moment; negative seconds where it is earlier.
  func since(_ start: ExactTime) -> ExactTime {
    let (own, others) = (furtherDigits, start.furtherDigits)
    var further = [UInt8](repeating: 0, count: max(own.count, others.count))
    var borrow = 0
    for place in further.indices.reversed() {
      let upper = Int(place < own.count ? own[place] : 0)
      let lower = Int(place < others.count ? others[place] : 0) + borrow
      borrow = upper < lower ? 1 : 0
      further[place] = UInt8(upper + borrow * 10 - lower)
    }
    while further.last == 0 { further.removeLast() }
    let lower = start.fraction + UInt64(borrow)
    let isLess = fraction < lower
    return ExactTime(
      seconds: seconds - start.seconds - (isLess ? 1 : 0),
      fraction: (isLess ? fraction + Self.one : fraction) - lower, furtherDigits: further)
  }

  /// Writes a duration as a JSON number with as few digits as it needs; one below 0 as 0.
  func writeDuration(to output: inout Output) {
    guard seconds >= 0 else { return output.append(UInt8(ascii: "0")) }
    output.append(decimal: seconds)
    guard fraction > 0 || !furtherDigits.isEmpty else { return }
    output.append(UInt8(ascii: "."))
    let (micros, beyond) = fraction.quotientAndRemainder(dividingBy: Self.one / 1_000_000)
    if beyond == 0, furtherDigits.isEmpty { return Self.writeMicroseconds(Int(micros), to: &output) }
    var (rest, power) = (fraction, Self.one / 10)
    while power > 0, rest > 0 || !furtherDigits.isEmpty {
      output.append(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
      power /= 10
    }
    for digit in furtherDigits { output.append(UInt8(ascii: "0") + digit) }
  }

  /// Writes six digits without the zeros at their end.
  private static func writeMicroseconds(_ micros: Int, to output: inout Output) {
    let (high, low) = micros.quotientAndRemainder(dividingBy: 10_000)
    let (middle, last) = low.quotientAndRemainder(dividingBy: 100)
    let digits = WrittenDay.digits(high) | WrittenDay.digits(middle) << 16 | WrittenDay.digits(last) << 32
    // The bits of a zero's digit, 0x30, are taken off, so that what is left ends with the last digit that counts.
    let significant = (digits ^ 0x3030_3030_3030)
    output.append(word: digits, count: 8 - significant.leadingZeroBitCount / 8)
  }

  /// The digits behind a point, as they are read.
  struct Digits: Sendable {
    /// The first eighteen, filled up with zeros.
    private(set) var first: UInt64 = 0
    private(set) var further: [UInt8] = []
    private(set) var count = 0
    private var unit = ExactTime.one / 10

    mutating func append(_ digit: UInt8) {
      if count < ExactTime.digits {
        first += UInt64(digit) * unit
        unit /= 10
      } else {
        further.append(digit)
      }
      count += 1
    }

    /// Reads zeros.
    mutating func skip(_ zeros: Int) {
      for _ in 0..<zeros { append(0) }
    }
  }
}

extension ExactTime: Comparable {
  static func < (left: ExactTime, right: ExactTime) -> Bool {
    (left.seconds, left.fraction) == (right.seconds, right.fraction)
      ? left.furtherDigits.lexicographicallyPrecedes(right.furtherDigits)
      : (left.seconds, left.fraction) < (right.seconds, right.fraction)
  }
}
