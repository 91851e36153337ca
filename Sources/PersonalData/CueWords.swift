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
  static func announced(_ text: Span<UInt8>, before position: Int, _ floor: Int) -> Cue? {
    var walk = WordsBefore(position, floor)
    var isNumber = false
    var index = 0
    while index < 5, let word = walk.next(text) {
      switch cue(text, word) {
      case .phone: return .phone
      case .call: return .call
      case .other: if index < 3 || isNumber { return .other }
      case .number: isNumber = true
      case .own: if isNumber { return .call }
      case nil: break
      }
      index += 1
    }
    return nil
  }

  /// Whether the words before four numbers with dots between them say that they are a version or a section's number.
  static func speaksOfVersion(_ text: Span<UInt8>, before position: Int, _ floor: Int) -> Bool {
    var walk = WordsBefore(position, floor)
    for _ in 0..<4 {
      guard let word = walk.next(text) else { return false }
      let key = lowered(text, word.lowerBound..<min(word.upperBound, word.lowerBound + 16))
      if word.count <= 16, addressWords.contains(key) { return false }
      if word.count <= 16, versionWords.contains(key) { return true }
    }
    return false
  }

  private static func cue(_ text: Span<UInt8>, _ word: Range<Int>) -> Cue? {
    let first = text[word.lowerBound]
    if first >= 0xe0 { return holdsUnspacedCue(text, word) ? .phone : nil }
    let key = lowered(text, word.lowerBound..<min(word.upperBound, word.lowerBound + 16))
    for entry in table[Int(first | 0x20)] where entry.matches(key) { return entry.cue }
    if word.count == 1 {
      let isAnnounced =
        text[word.upperBound] == UInt8(ascii: ":") || text[word.upperBound] == UInt8(ascii: ".")
      return isAnnounced && oneLetter.contains(key) ? .phone : nil
    }
    // German joins what the number is of and that it is one: `Kundennummer`.
    if word.count > 8, lowered(text, word.upperBound - 6..<word.upperBound) == nummer { return .other }
    return nil
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

  /// Returns the number that a word in lower case is.
  static func key(_ word: String) -> UInt128 { word.utf8.prefix(16).reduce(0) { $0 << 8 | UInt128($1) } }

  /// A word, or the beginning of words.
  private struct Entry {
    let key: UInt128
    let isStem: Bool
    let bits: Int
    let cue: Cue

    /// Takes a word; a hyphen at its end says that others begin with it.
    init(_ word: Substring, _ cue: Cue) {
      isStem = word.last == "-"
      let letters = isStem ? word.dropLast() : word
      key = CueWords.key(String(letters))
      bits = min(16, letters.utf8.count) * 8
      self.cue = cue
    }

    func matches(_ word: UInt128) -> Bool {
      if !isStem { return word == key }
      let length = 128 - word.leadingZeroBitCount
      let bytes = (length + 7) / 8 * 8
      return bytes >= bits && word >> UInt128(bytes - bits) == key
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

  private static let nummer = key("nummer")
  private static let oneLetter = Set(["t", "p", "m", "f", "h", "c", "o", "w"].map(key))
  private static let unspaced = Set(
    ["电话", "電話", "手机", "手機", "携帯", "联系", "聯絡", "전화", "연락", "핸드", "휴대", "โท", "เบ"].map(key))
}
