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

  /// Reads decimal text, `-?digits(.digits)?`, digit by digit.
  ///
  /// - Parameter scale: how many digits before the point count as a fraction: 3 where the text counts milliseconds.
  /// - Returns: nil where the text is of another form, or the year lies outside 0 to 9999, which ISO 8601 writes with four
  ///   digits.
  init?(_ text: Span<UInt8>, scale: Int = 0) {
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

  init(_ short: ShortTime, furtherDigits: [UInt8] = []) {
    self.init(seconds: short.seconds, fraction: short.fraction, furtherDigits: furtherDigits)
  }

  /// The moment without the digits behind the first eighteen.
  var short: ShortTime { ShortTime(seconds: seconds, fraction: fraction) }

  private init(seconds: Int, fraction: UInt64, furtherDigits: [UInt8]) {
    (self.seconds, self.fraction, self.furtherDigits) = (seconds, fraction, furtherDigits)
  }

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
      fraction: (isLess ? fraction + ShortTime.one : fraction) - lower, furtherDigits: further)
  }

  /// Writes a duration as a JSON number with as few digits as it needs; one below 0 as 0.
  func writeDuration(to output: inout Output) {
    guard !furtherDigits.isEmpty, seconds >= 0 else { return short.writeDuration(to: &output) }
    output.append(decimal: seconds)
    output.append(UInt8(ascii: "."))
    var (rest, power) = (fraction, ShortTime.one / 10)
    while power > 0 {
      output.append(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
      power /= 10
    }
    for digit in furtherDigits { output.append(UInt8(ascii: "0") + digit) }
  }

  /// The digits behind a point, as they are read.
  struct Digits: Sendable {
    /// The first eighteen, filled up with zeros.
    private(set) var first: UInt64 = 0
    private(set) var further: [UInt8] = []
    private(set) var count = 0
    private var unit = ShortTime.one / 10

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
