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

  /// Whether groups have a property. A function that refers to nothing: the groups would be copied for it.
  func all(_ indices: Range<Int>, _ hold: (Group) -> Bool) -> Bool {
    for index in indices where !hold(groups[index]) { return false }
    return true
  }

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
      // An IP address goes on behind a slash.
      if next.0 == .slash, NetworkAddresses.parsedVersion4(text, next.1, limit) != nil { return }
      (separators, position) = next
    }
  }

  private mutating func takeHead(_ text: Span<UInt8>, _ group: Group) {
    for index in 0..<min(3, group.digits) {
      let value = Int(text[group.start + index] & 15)
      switch digits + index {
      case 0: head.0 = value
      case 1: head.1 = value
      case 2: head.2 = value
      default: return
      }
    }
  }

  /// Returns the digits at an offset, or nil where there are none or more than there is room for.
  private static func group(_ text: Span<UInt8>, _ start: Int, _ limit: Int, room: Int) -> Group? {
    var end = start
    var value: UInt32 = 0
    while end < limit, TextCharacter.isDigit(text[end]) {
      value = value &* 10 &+ UInt32(text[end] & 15)
      end += 1
      if end - start > room { return nil }
    }
    return end == start ? nil : Group(start: start, end: end, digits: end - start, value: value)
  }

  /// Returns what separates two groups at an offset, and where the second begins; nil where no digit follows.
  ///
  /// At most six characters count: two spaces, one of each mark, one bracket of each kind.
  private static func separators(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> (Separators, Int)? {
    var found: Separators = []
    var spaces = 0
    var position = start
    while position < limit, position - start < 6, let separator = separator(text[position]) {
      if separator == .space {
        spaces += 1
        if spaces > 3 { return nil }
      } else if found.contains(separator) {
        return nil
      }
      found.insert(separator)
      position += 1
    }
    guard position > start, position < limit, TextCharacter.isDigit(text[position]) else { return nil }
    return (found, position)
  }

  private static func separator(_ byte: UInt8) -> Separators? {
    switch byte {
    case UInt8(ascii: " "): .space
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "("): .open
    case UInt8(ascii: ")"): .close
    default: nil
    }
  }
}
