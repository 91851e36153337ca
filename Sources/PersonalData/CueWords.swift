/// Words that tip the balance: those that announce a phone number, and those that announce another number.
enum CueWords {
  /// What a word announces.
  enum Cue {
    /// A phone number: `phone`, `tel`.
    case phone

    /// A phone number, or a time to call: `call`, `ring`.
    case call

    /// Any number but that: `order`, `invoice`.
    case other

    /// A number of the kind that the word before says: `number`.
    case number

    /// Somebody's own number, with `number` behind it: `my`.
    case own
  }

  /// Returns what the words before a number announce: the nearest of the last five words that announces something.
  ///
  /// An end of the redacted text (`<redacted>`, a token) ends the look, as a match does that was found before.
  static func announcement(
    _ text: Span<UInt8>, before position: Int, _ floor: Int
  ) -> (cue: Cue, isNext: Bool)? {
    var walk = WordsBefore(position, floor)
    var isNumber = false
    var index = 0
    while index < 5, let word = walk.next(text) {
      switch cue(text, word) {
      case .phone: return (.phone, index == 0)
      case .call: return (.call, index == 0)
      case .other: if index < 3 || isNumber { return (.other, index == 0 || isNumber) }
      case .number: isNumber = true
      case .own: if isNumber { return (.call, false) }
      case nil: break
      }
      index += 1
    }
    return nil
  }

  /// What the words before four numbers with dots between them say that they are.
  enum Quad {
    /// A version or a section's number: `version`, `build`.
    case version

    /// What comes from a program or a system, which may have a version: `Chrome`, `Windows`.
    case program
    case address

    /// Nothing, and does not end the look: `is`.
    case filler
  }

  /// Returns what the nearest word before four numbers says that they are, never ``Quad/filler``.
  ///
  /// Another number between, or a mark that ends a clause, says that the word is about something else.
  static func quad(_ text: Span<UInt8>, before position: Int, _ floor: Int) -> Quad? {
    var walk = WordsBefore(position, floor)
    var end = position
    for _ in 0..<4 {
      guard let word = walk.next(text), word.count <= 16 else { return nil }
      for mark in word.upperBound..<end
      where text[mark] == UInt8(ascii: ",") || text[mark] == UInt8(ascii: ";")
        || text[mark] == UInt8(ascii: "|")
      {
        return nil
      }
      end = word.lowerBound
      guard let quad = quadWords[lowered(text, word)] else { return nil }
      if quad != .filler { return quad }
    }
    return nil
  }

  /// Returns what a word announces.
  static func cue(_ text: Span<UInt8>, _ word: Range<Int>) -> Cue? {
    let first = text[word.lowerBound]
    if first >= 0xe0, holdsUnspacedCue(text, word) || beginsWithSign(text, word) { return .phone }
    let key = lowered(text, word.lowerBound..<min(word.upperBound, word.lowerBound + 16))
    let aligned = key << (8 * max(0, 16 - word.count))
    for entry in table[Int(first | 0x20)] where aligned & entry.mask == entry.key { return entry.cue }
    if word.count == 1 {
      let isAnnounced =
        text[word.upperBound] == UInt8(ascii: ":") || text[word.upperBound] == UInt8(ascii: ".")
      return isAnnounced && oneLetter.contains(key) ? .phone : nil
    }
    // German joins what the number is of and that it is one: `Kundennummer`.
    if word.count > 8, lowered(text, word.upperBound - 6..<word.upperBound) == nummer { return .other }
    return nil
  }

  /// Whether a word begins with the picture of a phone.
  private static func beginsWithSign(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    signs.contains(exact(text, word.prefix(3))) || signs.contains(exact(text, word.prefix(4)))
  }

  /// Whether the words behind a number say that it is a phone's: `(mobile)`, `is my phone number`.
  static func isAnnounced(_ text: Span<UInt8>, behind end: Int, _ limit: Int) -> Bool {
    var position = end
    if position < limit, text[position] == UInt8(ascii: " ") { position += 1 }
    let isInBrackets = text[position] == UInt8(ascii: "(")
    if isInBrackets { position += 1 }
    for index in 0..<4 {
      let first = position
      while position < limit, position - first < 17,
        TextCharacter.isLetter(text[position]) || text[position] >= 0x80
      {
        position += 1
      }
      guard position > first, position - first < 17 else { return false }
      if isInBrackets || index > 1, cue(text, first..<position) == .phone { return true }
      if isInBrackets || (index == 0 && !copulas.contains(lowered(text, first..<position))) { return false }
      if index == 1, cue(text, first..<position) != .own { return false }
      guard position < limit, text[position] == UInt8(ascii: " ") else { return false }
      position += 1
    }
    return false
  }

  /// Whether a stretch of Chinese, Japanese, Korean or Thai holds a word for a phone.
  private static func holdsUnspacedCue(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count >= 6 else { return false }
    for position in word.lowerBound...word.upperBound - 6
    where unspaced.contains(lowered(text, position..<position + 6)) { return true }
    return false
  }

  // MARK: Keys

  /// Returns up to sixteen bytes as one number, letters of ASCII as lower-case ones.
  static func lowered(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt128 {
    var key: UInt128 = 0
    for position in range.prefix(16) {
      let byte = text[position]
      key = key << 8 | UInt128(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return key
  }

  /// Returns up to sixteen bytes as one number.
  static func exact(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt128 {
    var key: UInt128 = 0
    for position in range.prefix(16) { key = key << 8 | UInt128(text[position]) }
    return key
  }

  /// Returns the number that a word in lower case is.
  static func key(_ word: String) -> UInt128 { word.utf8.prefix(16).reduce(0) { $0 << 8 | UInt128($1) } }

  /// A word, or the beginning of words.
  private struct Entry {
    /// The letters as a number, the first in the highest byte.
    let key: UInt128

    /// The bits of a word that must be those of the key.
    let mask: UInt128
    let cue: Cue

    /// Takes a word; a hyphen at its end says that others begin with it.
    init(_ word: Substring, _ cue: Cue) {
      let isStem = word.last == "-"
      let letters = isStem ? word.dropLast() : word
      let rest = 8 * max(0, 16 - letters.utf8.count)
      key = CueWords.key(String(letters)) << rest
      mask = isStem ? UInt128.max << rest : .max
      self.cue = cue
    }
  }

  /// The words that announce, by their first byte.
  private static let table: [[Entry]] = {
    var table = [[Entry]](repeating: [], count: 256)
    for (words, cue) in [
      (phoneWords, Cue.phone), (callWords, .call), (otherWords, .other), (numberWords, .number),
      (ownWords, .own),
    ] {
      for word in words.split(whereSeparator: \.isWhitespace) {
        guard let first = word.utf8.first else { continue }
        table[Int(first | 0x20)].append(Entry(word, cue))
      }
    }
    return table
  }()

  private static let signs = Set(["☎", "☏", "✆", "℡", "📞", "📱", "📲"].map(key))
  private static let copulas = Set(
    ["is", "was", "ist", "es", "est", "è", "is", "jest", "är", "er", "это"].map(key))
  private static let nummer = key("nummer")
  private static let oneLetter = Set(["t", "p", "m", "f", "h", "c", "o", "w"].map(key))
  private static let unspaced = Set(
    ["电话", "電話", "手机", "手機", "携帯", "联系", "聯絡", "전화", "연락", "핸드", "휴대", "โท", "เบ"].map(key))
}
