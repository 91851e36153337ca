internal import JSONText

/// What the name of a member, of which no model knows, says of its value.
///
/// A name is split into words: at capitals, at digits, and at what is no letter. Its last word tells most; words that only say
/// which one it is (`number`, `work`, `2`) are passed over, and those before it decide where it could be anything (`name`).
enum MemberWords {
  /// What a word at the end of a name says.
  enum Role: Sendable {
    /// The value says this of a person.
    case fact(Fact)
    /// The word before it tells: `phone number`, `email home`.
    case passed
    /// A name, of whom the word before it says: `first name`, `product name`.
    case name
    /// An id, of what the word before it says: `user id`, `order id`.
    case id
    /// An address, of which kind the word before it says: `home address`, `IP address`.
    case address
    /// Something of which one word before it makes a fact: `zip code`, `API key`, `birth date`.
    case joined(with: Set<UInt128>, Fact)
  }

  /// Returns what a name says; nil where it says nothing of a person.
  ///
  /// - Parameter ofPerson: whether the object is about a person, so that `name` and `id` are theirs.
  static func fact(_ key: Slice, _ bytes: Span<UInt8>, ofPerson: Bool) -> Fact? {
    if key.flags.isEscaped {
      let name = Text.unescaped(bytes, key.content)
      return fact(name.span, name.indices, ofPerson: ofPerson)
    }
    return fact(bytes, key.content, ofPerson: ofPerson)
  }

  /// The longest name that is looked at, in bytes.
  static let longest = 64

  /// Returns what a name says, whose characters those are.
  static func fact(_ bytes: Span<UInt8>, _ name: Range<Int>, ofPerson: Bool) -> Fact? {
    guard name.count <= longest else { return nil }
    return factOfWords(bytes, name, ofPerson: ofPerson) ?? factOfLetters(bytes, name, ofPerson: ofPerson)
  }

  /// Returns what a name says whose letters are one word, however they are divided: `IPv4`, `e_mail`; of a person also what
  /// a library that routes follow takes for a trait, which sees the letters and digits of ASCII alone.
  ///
  /// Source: the package obj-case. Read in November 2026.
  private static func factOfLetters(_ bytes: Span<UInt8>, _ name: Range<Int>, ofPerson: Bool) -> Fact? {
    var key: UInt128 = 0
    var (first, count) = (UInt8(0), 0)
    var isTrait = ofPerson
    for position in name {
      let letter = bytes[position] | 0x20
      guard letter &- UInt8(ascii: "a") < 26 else {
        isTrait = isTrait && bytes[position] &- UInt8(ascii: "0") > 9 && bytes[position] != UInt8(ascii: ".")
        continue
      }
      if count == 0 { first = letter }
      key = key << 8 | UInt128(letter)
      count += 1
    }
    guard count > 1, count <= 16 else { return nil }
    if isTrait, let fact = traits[key] { return fact }
    guard may(Word(key: key, first: first, count: count), roleLengths), case .fact(let fact)? = roles[key]
    else {
      return nil
    }
    return fact
  }

  private static func factOfWords(_ bytes: Span<UInt8>, _ name: Range<Int>, ofPerson: Bool) -> Fact? {
    var walk = Walk(name)
    guard var word = walk.next(bytes) else { return nil }
    var passed: (role: Role, key: UInt128)?
    for _ in 0..<4 {
      guard let role = role(of: word) else { break }
      switch role {
      case .fact(let fact):
        if fact == .phone, let before = walk.next(bytes), devices.contains(before.key) { return nil }
        return fact
      case .joined(let others, let fact):
        guard let before = walk.next(bytes)?.key ?? passed?.key else { return nil }
        return others.contains(before) ? fact : nil
      case .name:
        guard let before = walk.next(bytes) else { return ofPerson ? .name : nil }
        if logins.contains(before.key) { return .identity }
        return people.contains(before.key) ? .name : nil
      case .id:
        guard let before = walk.next(bytes) else { return ofPerson ? .identity : nil }
        return owners.contains(before.key) ? .identity : nil
      case .passed, .address:
        if passed == nil { passed = (role, word.key) }
        guard let before = walk.next(bytes) else {
          if case .address? = passed?.role, ofPerson { return .postalAddress }
          return nil
        }
        if case .address? = passed?.role {
          if places.contains(before.key) { return .postalAddress }
          if networks.contains(before.key) { return .ip }
        }
        word = before
      }
    }
    guard ofPerson, passed == nil, walk.isAtStart(bytes) else { return nil }
    return personsOwn[word.key]
  }

  /// Whether a name says that an object is about a person: `user`, `billing contact`.
  static func isPerson(_ key: Slice, _ bytes: Span<UInt8>) -> Bool {
    guard !key.flags.isEscaped, key.content.count <= longest else { return false }
    var walk = Walk(key.content)
    guard let word = walk.next(bytes), may(word, personLengths) else { return false }
    return persons.contains(word.key)
  }

  /// Whether a name inside an address says where it is only roughly: `city`, `country_code`.
  static func isRough(_ key: Slice, _ bytes: Span<UInt8>) -> Bool {
    var walk = Walk(key.content)
    while let word = walk.next(bytes) {
      if rough.contains(word.key) { return true }
    }
    return false
  }

  static func role(of word: Word) -> Role? {
    if may(word, roleLengths), let role = roles[word.key] { return role }
    guard word.count > 4, mayEnd(word), !innocentEndings.contains(word.key) else { return nil }
    return endings.first { word.ends(with: $0.key, $0.count) }?.role
  }

  /// Whether an ending has the same last two letters.
  private static func mayEnd(_ word: Word) -> Bool {
    let letters = UInt16(truncatingIfNeeded: word.key)
    return lastLetters[Int(letters & 31)] & (1 << UInt32(letters >> 8 & 31)) != 0
  }

  /// Whether there is a word with the same first byte and length.
  private static func may(_ word: Word, _ lengths: [UInt32]) -> Bool {
    lengths[Int(word.first)] & (1 << UInt32(min(word.count, 31))) != 0
  }

  // MARK: Words

  /// A word in small letters, of which the last sixteen bytes are compared.
  struct Word {
    let key: UInt128
    let first: UInt8
    let count: Int

    func ends(with other: UInt128, _ length: Int) -> Bool {
      count > length && key & ((1 << UInt128(8 * length)) - 1) == other
    }
  }

  /// The words of a name, the last one first.
  struct Walk {
    private let start: Int
    /// The offset of the word that came last; at first the end of the name.
    private(set) var end: Int

    init(_ name: Range<Int>) { (start, end) = (name.lowerBound, name.upperBound) }

    /// Whether no word is left.
    func isAtStart(_ bytes: Span<UInt8>) -> Bool { (start..<end).allSatisfy { !Self.isLetter(bytes[$0]) } }

    mutating func next(_ bytes: Span<UInt8>) -> Word? {
      while end > start, !Self.isLetter(bytes[end - 1]) { end -= 1 }
      guard end > start else { return nil }
      let last = end
      repeat { end -= 1 } while end > start && Self.isLetter(bytes[end - 1]) && !begins(bytes, end, last)
      return Self.word(bytes, end..<last)
    }

    /// Whether a word begins at a capital letter: behind a small letter, or before one behind other capitals.
    private func begins(_ bytes: Span<UInt8>, _ position: Int, _ last: Int) -> Bool {
      guard Self.isCapital(bytes[position]) else { return false }
      let isFollowed = position + 1 < last && bytes[position + 1] &- UInt8(ascii: "a") < 26
      var before = position - 1
      if bytes[before] >= 0x80 {
        // A letter beyond ASCII is as large as its neighbours: `PRÉNOM` is one word, `caféBar` two.
        while before > start, bytes[before] >= 0x80 { before -= 1 }
        if Self.isLetter(bytes[before]), bytes[before] < 0x80 { return !Self.isCapital(bytes[before]) }
        return isFollowed
      }
      return !Self.isCapital(bytes[before]) || isFollowed
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80
    }

    private static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Word {
      var key: UInt128 = 0
      var isASCII = true
      for position in range {
        let byte = bytes[position]
        isASCII = isASCII && byte < 0x80
        key = key << 8 | UInt128(isCapital(byte) ? byte | 0x20 : byte)
      }
      if isASCII { return Word(key: key, first: bytes[range.lowerBound] | 0x20, count: range.count) }
      return MemberWords.word(String(decoding: bytes.copied(range), as: UTF8.self))
    }
  }

  /// Returns a word as it is compared: in small letters, without accents.
  static func word(_ text: String) -> Word {
    var bytes: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars where !(0x300...0x36f).contains(scalar.value) {
      let plain = plainLetters[scalar] ?? String(scalar)
      bytes += Array(plain.utf8)
    }
    let key = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    return Word(key: key, first: bytes.first ?? 0, count: bytes.count)
  }

  /// Letters with accents, as they are written without.
  private static let plainLetters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = ["ß": "ss"]
    for (plain, accented) in [
      ("a", "àáâãäåąă"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëęěė"), ("i", "ìíîïı"), ("l", "ł"),
      ("n", "ñńň"),
      ("o", "òóôõöøő"), ("r", "ř"), ("s", "śšş"), ("t", "ť"), ("u", "ùúûüůű"), ("y", "ýÿ"), ("z", "źżž"),
    ] {
      for scalar in accented.unicodeScalars { letters[scalar] = plain }
    }
    return letters
  }()
}
