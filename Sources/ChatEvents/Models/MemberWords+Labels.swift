internal import JSONText

// What the label of a form's answer says: `Full name`, `Ihre Telefonnummer`, `Name / Company`.

extension MemberWords {
  /// The longest label that is looked at, in bytes, and the most words that it has.
  static let longestLabel = (bytes: 96, words: 6)

  /// What a label says of the answer.
  struct Asked: Sendable {
    let fact: Fact
    /// What an answer has, if the label may mean other things too.
    var demand = Demand.nothing

    enum Demand: Sendable {
      case nothing, digit, atSign
    }

    /// The same of a label that has other parts, of which nobody knows what they mean: `My phone and tablet` asks for no number.
    fileprivate var besideOthers: Asked {
      switch fact {
      case .phone: Asked(fact: fact, demand: .digit)
      case .email: Asked(fact: fact, demand: .atSign)
      default: self
      }
    }
  }

  /// Returns what the label of an answer says; nil if it asks for nothing of a person.
  ///
  /// What is in brackets at its end does not count. Slashes, commas and words like `and` divide it into parts. One part must say
  /// something of a person and consist of known words alone, so that no sentence is a label: `Your phone number` is one, `Problem with my phone` is none.
  ///
  /// - Parameter label: the offsets of its characters, from the start of the line to the colon.
  static func asked(_ bytes: Span<UInt8>, _ label: Range<Int>) -> Asked? {
    guard !label.isEmpty, label.count <= longestLabel.bytes else { return nil }
    var isASCII = true
    var (hasLetter, words) = (false, 0)
    var end = label.upperBound
    for position in label {
      let byte = bytes[position]
      if byte == UInt8(ascii: "("), words > 0 { end = min(end, position) }
      if endsLabel(byte) { return nil }
      let isLetter = byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26
      if isLetter, !hasLetter { words += 1 }
      hasLetter = isLetter
      isASCII = isASCII && byte < 0x80
    }
    if words == 0 { return nil }
    if isASCII { return words > longestLabel.words ? nil : askedInParts(bytes, label.lowerBound..<end) }
    let plain = plainLabel(bytes, label.lowerBound..<end)
    return askedInParts(plain.span, plain.indices)
  }

  /// Returns what a string says that names a field of a form.
  static func factAsked(_ bytes: Span<UInt8>, _ label: Slice) -> Fact? {
    let name = Text.unescaped(bytes, label.content)
    return fact(name.span, name.indices, ofPerson: true) ?? asked(name.span, name.indices)?.fact
  }

  private static func askedInParts(_ bytes: Span<UInt8>, _ label: Range<Int>) -> Asked? {
    var end = label.upperBound
    for position in label.reversed() where dividesLabel(bytes[position]) {
      if let asked = askedInWords(bytes, position + 1..<end)?.besideOthers { return asked }
      end = position
    }
    let asked = askedInWords(bytes, label.lowerBound..<end)
    return end == label.upperBound ? asked : asked?.besideOthers
  }

  /// Divides a part of a label at words like `and`.
  private static func askedInWords(_ bytes: Span<UInt8>, _ part: Range<Int>) -> Asked? {
    var walk = Walk(part)
    var end = part.upperBound
    while let word = walk.next(bytes) {
      guard conjunctions.contains(word.key) else { continue }
      if let asked = askedAlone(bytes, walk.end..<end)?.besideOthers { return asked }
      end = walk.end
    }
    let asked = askedAlone(bytes, part.lowerBound..<end)
    return end == part.upperBound ? asked : asked?.besideOthers
  }

  private static func askedAlone(_ bytes: Span<UInt8>, _ part: Range<Int>) -> Asked? {
    var walk = Walk(part)
    guard let last = walk.next(bytes) else { return nil }
    let role = role(of: last)
    guard role != nil || labelWords.contains(last.key) else { return nil }
    var (isAlone, isPart) = (true, false)
    while let word = walk.next(bytes) {
      guard word.count == 1 || labelWords.contains(word.key) || self.role(of: word) != nil else { return nil }
      isAlone = false
      if word.key == of { isPart = true }
    }
    if let fact = fact(bytes, part, ofPerson: false) {
      // `Number of phones` asks for no phone number.
      if isPart, fact != .birth { return nil }
      return Asked(fact: fact, demand: isAlone && things.contains(last.key) ? .digit : .nothing)
    }
    switch role {
    case .name: return Asked(fact: .name)
    case .address: return Asked(fact: .postalAddress)
    default: return nil
    }
  }

  private static let of = word("of").key

  /// Whether a character is in no label.
  private static func endsLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="),
      UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  private static func dividesLabel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: "+")
  }

  /// Returns a label with spaces in place of spaces and signs outside ASCII, and full-width forms as ASCII.
  private static func plainLabel(_ bytes: Span<UInt8>, _ label: Range<Int>) -> [UInt8] {
    var plain: [UInt8] = []
    for scalar in String(decoding: bytes.copied(label), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0xff0f: plain.append(UInt8(ascii: "/"))
      case 0xff01...0xff5e: plain.append(UInt8(truncatingIfNeeded: scalar.value - 0xfee0))
      case 0xa0...0xbf, 0x2000...0x2fff, 0x3000...0x3004, 0x3008...0x3020, 0xfe00...0xfe0f,
        0x1f000...0x1faff:
        plain.append(UInt8(ascii: " "))
      default: plain += Array(String(scalar).utf8)
      }
    }
    return plain
  }

  // MARK: Words

  /// Words that join two labels: what both ask for is answered at once.
  private static let conjunctions = keys("and or und oder et ou y i og och eller и или lub nebo en")

  /// Words that are names of things too, where nothing is beside them.
  private static let things = keys(
    "mobile mobil mobiel cell cellular celular cellulare handy portable movil zip token avatar")

  /// Words that stand in a label beside those that say what is asked for.
  private static let labelWords: Set<UInt128> = people.union(logins).union(owners).union(places).union(
    networks
  )
  .union(conjunctions).union(
    keys(
      """
      the please enter type give provide insert what whats is best preferred daytime evening day night alternate alternative
      other second emergency required optional for to reach you us at our me of
      ihren ihrem deine deinen mein meine der die das bitte geben sie ein eingeben angeben privat private geschaftlich
      dienstlich tagsuber vor wie lautet ist
      vos mon ma mes ton ta le la les de du des quel quelle est saisissez entrez veuillez fixe domicile personnel professionnel
      su sus tu mi el los del cual es completo contacto particular electronica fecha data datum
      il tuo tua suo sua mio mia lo di completa recapito seu meu minha contato
      uw je jouw mijn het volledige twoj twoje twoja din ditt min mitt fullt vas vase
      ваш ваша ваше ваши мой номер полное контактный дата электронная эл
      """))
}
