/// The groups of digits that one number may consist of, with what separates them.
struct DigitGroups {
  /// The fewest digits that a phone number has here.
  static let fewest = 6

  /// The most digits that are read: no phone number has as many.
  private static let most = 20

  struct Group {
    private let from: Int32
    private let to: Int32
    private let number: UInt32
    private let size: UInt8

    init(start: Int = 0, end: Int = 0, digits: Int = 0, value: UInt32 = 0) {
      from = Int32(truncatingIfNeeded: start)
      to = Int32(truncatingIfNeeded: end)
      size = UInt8(truncatingIfNeeded: digits)
      number = value
    }

    var start: Int { Int(from) }
    var end: Int { Int(to) }
    var digits: Int { Int(size) }

    /// The number that the digits are; of more than nine, any number.
    var value: Int { Int(number) }

    /// What stands before the group, behind the one before it.
    var separators: Separators = []
  }

  /// What may stand between two groups.
  struct Separators: OptionSet {
    let rawValue: UInt8
    static let space = Separators(rawValue: 1)
    static let hyphen = Separators(rawValue: 2)
    static let dot = Separators(rawValue: 4)
    static let slash = Separators(rawValue: 8)
    static let open = Separators(rawValue: 16)
    static let close = Separators(rawValue: 32)

    /// Whether two groups are one word: nothing but a mark of punctuation is between them.
    var isTight: Bool { isDisjoint(with: [.space, .open, .close]) && !isEmpty }
  }

  private(set) var groups = [12 of Group](repeating: Group())
  private(set) var count = 0

  /// What stands between the last group and digits that were not read; empty where there are none.
  private(set) var tail: Separators = []

  /// The first three digits, over all groups.
  private(set) var head = (10, 10, 10)

  /// Whether other digits stand before the first group, with a space between.
  let hasDigitsBefore: Bool

  /// The number of digits, over all groups.
  private(set) var digits = 0

  subscript(index: Int) -> Group { groups[index] }

  /// Reads groups from a digit on. A group with a colon and a digit behind it is a time and no part of a number.
  init(_ text: Span<UInt8>, _ start: Int, _ limit: Int, hasDigitsBefore: Bool) {
    self.hasDigitsBefore = hasDigitsBefore
    var position = start
    var separators: Separators = []
    while true {
      guard count < 12, let group = Self.group(text, position, limit, room: Self.most - digits) else {
        tail = separators
        return
      }
      if group.end < limit, text[group.end] == UInt8(ascii: ":"), TextCharacter.isDigit(text[group.end + 1]) {
        return
      }
      takeHead(text, group)
      groups[count] = group
      groups[count].separators = separators
      count += 1
      digits += group.digits
      guard let next = Self.separators(text, group.end, limit) else { return }
      (separators, position) = next
    }
  }

  private mutating func takeHead(_ text: Span<UInt8>, _ group: Group) {
    var position = group.start
    for index in 0..<min(3, group.digits) {
      guard let digit = TextCharacter.digit(text, position) else { return }
      position += digit.length
      switch digits + index {
      case 0: head.0 = digit.value
      case 1: head.1 = digit.value
      case 2: head.2 = digit.value
      default: return
      }
    }
  }

  /// Returns the digits at an offset, or nil where there are none or more than there is room for.
  private static func group(_ text: Span<UInt8>, _ start: Int, _ limit: Int, room: Int) -> Group? {
    var end = start
    var digits = 0
    var value: UInt32 = 0
    while end < limit, let digit = TextCharacter.digit(text, end), end + digit.length <= limit {
      digits += 1
      value = value &* 10 &+ UInt32(truncatingIfNeeded: digit.value)
      end += digit.length
      if digits > room { return nil }
    }
    return digits == 0 ? nil : Group(start: start, end: end, digits: digits, value: value)
  }

  /// Returns what separates two groups at an offset, and where the second begins; nil where no digit follows.
  ///
  /// At most six characters count: two spaces, one of each mark, one bracket of each kind.
  private static func separators(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> (Separators, Int)? {
    var found: Separators = []
    var spaces = 0
    var position = start
    for _ in 0..<6 {
      guard position < limit else { return nil }
      if let (separator, length) = separator(text, position) {
        if separator == .space {
          spaces += 1
          if spaces > 3 { return nil }
        } else if found.contains(separator) {
          return nil
        }
        found.insert(separator)
        position += length
      } else {
        break
      }
    }
    guard position > start, position < limit, TextCharacter.digit(text, position) != nil else { return nil }
    return (found, position)
  }

  /// Returns the separator at an offset, and its length.
  private static func separator(_ text: Span<UInt8>, _ position: Int) -> (Separators, Int)? {
    switch text[position] {
    case UInt8(ascii: " "): return (.space, 1)
    case UInt8(ascii: "-"): return (.hyphen, 1)
    case UInt8(ascii: "."): return (.dot, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    case UInt8(ascii: "("): return (.open, 1)
    case UInt8(ascii: ")"): return (.close, 1)
    case 0xc2:  // no-break space, soft hyphen, middle dot
      switch text[position + 1] {
      case 0xa0: return (.space, 2)
      case 0xad: return (.hyphen, 2)
      case 0xb7: return (.dot, 2)
      default: return nil
      }
    case 0xe2: return generalPunctuation(text[position + 1], text[position + 2])
    case 0xe3: return text[position + 1] == 0x80 && text[position + 2] == 0x80 ? (.space, 3) : nil
    case 0xef:  // full-width forms
      guard text[position + 1] == 0xbc else { return nil }
      switch text[position + 2] {
      case 0x88: return (.open, 3)
      case 0x89: return (.close, 3)
      case 0x8d: return (.hyphen, 3)
      case 0x8e: return (.dot, 3)
      case 0x8f: return (.slash, 3)
      default: return nil
      }
    default: return nil
    }
  }

  private static func generalPunctuation(_ second: UInt8, _ third: UInt8) -> (Separators, Int)? {
    switch (second, third) {
    case (0x80, 0x90...0x95), (0x88, 0x92): (.hyphen, 3)  // hyphens and dashes, minus
    case (0x80, 0x80...0x8f), (0x80, 0xaa...0xaf), (0x81, 0x9f...0xaf): (.space, 3)  // and marks of direction
    default: nil
    }
  }
}
