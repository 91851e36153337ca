/// A text in the forms in which values are looked for.
struct SearchedText {
  /// The text if it is ASCII in which everything can be seen, white space as spaces; nil for any other.
  private let ascii: [UInt8]?
  /// The characters of any other text.
  private let scalars: [Unicode.Scalar]
  /// Whether the text may hold an address.
  let mayHoldAddress: Bool
  /// How many digits it has at most.
  let digitCount: Int

  init(_ text: [UInt8]) {
    var (isPlain, hasAt, digits) = (true, false, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "@"): hasAt = true
      case 0x20...0x7e, 0x09, 0x0a, 0x0d: break
      default: isPlain = false
      }
    }
    ascii = isPlain ? text.map { $0 < 0x20 ? 0x20 : $0 } : nil
    scalars = isPlain ? [] : ComparableText.scalars(of: text)
    mayHoldAddress = hasAt || !isPlain
    digitCount = isPlain ? digits : text.count
  }

  /// The text as ids are compared.
  var plain: [UInt8] { ascii ?? Array(ComposedText.composed(scalars).utf8) }

  /// The text as addresses are compared, each run of white space as one space.
  var folded: [UInt8] {
    if let ascii {
      var folded: [UInt8] = []
      folded.reserveCapacity(ascii.count)
      for byte in ascii where byte != 0x20 || (folded.last ?? 0x20) != 0x20 {
        folded.append(NormalForm.lowercased(byte))
      }
      if folded.last == 0x20 { folded.removeLast() }
      // A label of a domain in another script is read below.
      if !mayHoldAddress || !folded.contains(UInt8(ascii: "-")) { return folded }
      return Array(Self.inUnicode(String(decoding: folded, as: UTF8.self)).utf8)
    }
    var spaced: [Unicode.Scalar] = []
    for scalar in NormalForm.lowercased(scalars) where scalar != " " || (spaced.last ?? " ") != " " {
      spaced.append(scalar)
    }
    if spaced.last == " " { spaced.removeLast() }
    return Array(Self.inUnicode(ComposedText.composed(spaced)).utf8)
  }

  /// A text with the labels of domains in Unicode.
  private static func inUnicode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    let full: Set<Unicode.Scalar> = ["\u{3002}", "\u{ff61}"]
    let dotted = String(text.unicodeScalars.map { full.contains($0) ? "." : $0 })
    guard dotted.contains("xn--") else { return dotted }
    var result = ""
    var label = ""
    func decoded(_ label: String) -> String {
      guard label.hasPrefix("xn--"), let decoded = Punycode.decoded(label.dropFirst(4).utf8) else {
        return label
      }
      return ComposedText.composed(NormalForm.lowercased(decoded))
    }
    for scalar in dotted.unicodeScalars {
      if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
      {
        label.unicodeScalars.append(scalar)
      } else {
        result += decoded(label)
        label = ""
        result.unicodeScalars.append(scalar)
      }
    }
    return result + decoded(label)
  }

  /// The digits of the numbers in the text, with the marks between digits and the `(0)` of international numbers gone.
  var numbers: [[UInt8]] {
    var numbers: [[UInt8]] = []
    var digits: [UInt8] = []
    var gap = 0
    var position = 0
    let scalars = ascii?.map { Unicode.Scalar($0) } ?? scalars
    while position < scalars.count {
      let scalar = scalars[position]
      if let digit = PhoneDigit.value(of: scalar) {
        digits.append(UInt8(ascii: "0") + UInt8(digit))
        gap = 0
      } else if !digits.isEmpty {
        if scalar == "(", digits.count < 6, NormalForm.isTrunkPrefix(scalars, position) {
          position += 3
          continue
        }
        gap += 1
        // No number has more marks between two of its digits.
        if gap > 3 || !Self.isMark(scalar) {
          numbers.append(digits)
          digits = []
          gap = 0
        }
      }
      position += 1
    }
    return digits.isEmpty ? numbers : numbers + [digits]
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if " +()/.-[]".unicodeScalars.contains(scalar) { return true }
    return !scalar.isASCII && scalar.properties.generalCategory == .dashPunctuation
  }
}
