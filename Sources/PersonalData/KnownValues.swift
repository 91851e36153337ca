internal import JSONText

/// Values that are known to be a person's, to be found wherever they stand in texts: as whole words, whatever the case of their
/// letters.
///
/// `Docs/privacy.md` says what counts as the same and which values are too common to be looked for.
package struct KnownValues: Sendable {
  /// What a value is.
  package enum Kind: Sendable, Hashable {
    case name
    case email
    case phone
    case id
  }

  /// What is known of some words.
  private struct Entry {
    /// The place of the value among all.
    let place: Int
    /// Whether it is found in texts that say nothing of a person by themselves.
    let isCertain: Bool
  }

  /// Names and addresses, by their folded words with a zero behind each.
  private var names: [[UInt8]: Entry] = [:]
  /// Ids, by their folded words with what stands between them.
  private var ids: [[UInt8]: Entry] = [:]
  /// Single words of names, of which the case counts too.
  private var words: [[UInt8]: Entry] = [:]
  /// How all these begin.
  private var starts = WordStarts()
  /// How many words there are in what is looked for, in order.
  private var lengths: [Int] = []
  /// Phone numbers by their last digits.
  private var phones: [[UInt8]: [(digits: [UInt8], place: Int)]] = [:]

  /// How many words of a value are compared: what has more is found by its first ones.
  private static let mostWords = 12

  /// How many digits at the end of a number tell it from nearly all others.
  private static let lastDigits = 7

  /// Whether no value can be found.
  package var isEmpty: Bool { lengths.isEmpty && phones.isEmpty }

  package init() {}

  /// Adds a value; one that says too little to tell anybody is left out.
  ///
  /// - Parameters:
  ///   - characters: the value as UTF-8.
  ///   - place: what the matches of the value will have.
  package mutating func add(_ characters: [UInt8], _ kind: Kind, place: Int) {
    let padded = characters + [UInt8](repeating: 0, count: Scanner.padding)
    let text = WordText(padded.span, characters.count)
    let words = text.words.map { $0.folded(padded.span) }
    let letters = text.words.reduce(0) { $0 + $1.length }
    if letters == 0 || words.allSatisfy(CommonNames.all.contains) { return }
    switch kind {
    case .phone: addPhone(characters, place)
    case .email where words.count > 1 && letters > 5, .name where characters.contains(UInt8(ascii: "@")):
      addWords(words, Entry(place: place, isCertain: true))
    case .name where !words.allSatisfy({ $0.allSatisfy(TextCharacter.isDigit) }):
      addName(text, padded.span, words, letters, place)
    case .id, .name, .email:
      let hasLetter = words.contains { !$0.allSatisfy(TextCharacter.isDigit) }
      let hasDigit = words.contains { $0.contains(where: TextCharacter.isDigit) }
      guard letters >= 5 || (letters >= 3 && hasLetter && hasDigit) else { return }
      let count = min(words.count, Self.mostWords)
      note(count, words[0])
      let key = (0..<count).reduce(into: [UInt8]()) { key, index in
        if index > 0 { key += padded[text.gap(before: index)] }
        key += words[index]
      }
      if ids[key] == nil { ids[key] = Entry(place: place, isCertain: hasLetter) }
    }
  }

  private mutating func addPhone(_ characters: [UInt8], _ place: Int) {
    let all = NormalForm.of(characters, .phone).bytes.prefix { TextCharacter.isDigit($0) }
    guard 6...15 ~= all.count else { return }
    let digits = Array(all.drop { $0 == UInt8(ascii: "0") })
    phones[Array(digits.suffix(Self.lastDigits)), default: []].append((digits, place))
  }

  /// A name is found whole, with its last word first, and by each of its words where these are written in the same way.
  private mutating func addName(
    _ name: WordText, _ text: Span<UInt8>, _ all: [[UInt8]], _ letters: Int, _ place: Int
  ) {
    let part = Entry(place: place, isCertain: false)
    let written = name.words.map { $0.written(text) }
    if all.count == 1, letters == 2, name.words[0].isASCII {
      if written[0] != all[0] { addWord(written[0], all[0], part) }
      return
    }
    guard letters >= 3 || (letters == 2 && !name.words[0].isASCII) else { return }
    let whole = Entry(place: place, isCertain: all.count > 1)
    addWords(all, whole)
    let isOfWords = zip(name.words, all).allSatisfy { word, folded in
      word.length > 1 && !folded.contains(where: TextCharacter.isDigit)
    }
    guard 2...4 ~= all.count, isOfWords else { return }
    if let last = all.last { addWords([last] + all.dropLast(), whole) }
    for (index, folded) in all.enumerated()
    where name.words[index].length >= 3 && written[index] != folded && !CommonNames.all.contains(folded) {
      addWord(written[index], folded, part)
    }
  }

  private mutating func addWord(_ written: [UInt8], _ folded: [UInt8], _ entry: Entry) {
    note(1, folded)
    if words[written] == nil { words[written] = entry }
  }

  private mutating func addWords(_ all: [[UInt8]], _ entry: Entry) {
    let some = all.prefix(Self.mostWords)
    note(some.count, all[0])
    let key = some.reduce(into: [UInt8]()) { $0 += $1 + [0] }
    if names[key] == nil { names[key] = entry }
  }

  /// Notes that some words are looked for of which this is the first.
  private mutating func note(_ length: Int, _ first: [UInt8]) {
    starts.add(first)
    if !lengths.contains(length) { lengths = (lengths + [length]).sorted() }
  }

  /// A value that was found.
  package struct Match: Sendable {
    package let range: Range<Int>
    /// Which of the values it is.
    package let place: Int
    /// Whether it is more than one common word or a number.
    package let isCertain: Bool
  }

  /// Returns the values in a text of ASCII and of letters, without escapes, in order; of those that begin at one place, the longest.
  ///
  /// Cost: linear in the text, however many values there are.
  func matches(in text: Span<UInt8>, _ count: Int) -> [Match] {
    var found = numbers(in: text, count)
    if lengths.isEmpty || !starts.mayBegin(in: text, count) { return found }
    let words = WordText(text, count)
    var index = 0
    while index < words.words.count {
      let start = words.words[index].range.lowerBound
      guard starts.mayBegin(text, start), let (entry, length) = entry(in: words, text, at: index) else {
        index += 1
        continue
      }
      found.append(
        Match(
          range: start..<words.words[index + length - 1].range.upperBound, place: entry.place,
          isCertain: entry.isCertain))
      index += length
    }
    return found
  }

  /// Returns what begins with a word, and how many words it has: the longest.
  private func entry(in words: WordText, _ text: Span<UInt8>, at index: Int) -> (Entry, Int)? {
    var (name, id): ([UInt8], [UInt8]) = ([], [])
    var isName = true
    var (count, longest): (Int, (Entry, Int)?) = (0, nil)
    for length in lengths where index + length <= words.words.count {
      while count < length {
        let folded = words.words[index + count].folded(text)
        if count > 0 {
          let gap = words.gap(before: index + count)
          id += text.copied(gap)
          isName = isName && gap.count <= 4
        }
        name += folded + [0]
        id += folded
        count += 1
      }
      // `12345` is no part of `12345.67`.
      if words.isPartOfNumber(index..<index + count, text) { continue }
      if isName, let entry = names[name] {
        longest = (entry, count)
      } else if let entry = ids[id] {
        longest = (entry, count)
      } else if count == 1, let entry = self.words[words.words[index].written(text)] {
        longest = (entry, count)
      }
    }
    return longest
  }

  /// Finds the phone numbers, however their digits stand together.
  private func numbers(in text: Span<UInt8>, _ count: Int) -> [Match] {
    if phones.isEmpty { return [] }
    var found: [Match] = []
    var position = 0
    while position < count {
      guard TextCharacter.isDigit(text[position]) else {
        position += 1
        continue
      }
      if let match = number(in: text, position, count) {
        found.append(match)
        position = match.range.upperBound
      } else {
        while position < count, TextCharacter.isDigit(text[position]) { position += 1 }
      }
    }
    return found
  }

  /// Returns the number that begins with the group of digits at an offset.
  private func number(in text: Span<UInt8>, _ start: Int, _ count: Int) -> Match? {
    var digits: [UInt8] = []
    var position = start
    while position < count, digits.count <= 17 {
      while position < count, TextCharacter.isDigit(text[position]) {
        digits.append(text[position])
        position += 1
      }
      if let place = place(of: digits) {
        var first = start
        if first > 0, text[first - 1] == UInt8(ascii: "(") {
          // A bracket that ends in the number begins in it.
          let ends = (start..<position).reduce(0) { depth, place in
            depth + (text[place] == UInt8(ascii: ")") ? 1 : text[place] == UInt8(ascii: "(") ? -1 : 0)
          }
          if ends > 0 { first -= 1 }
        }
        if first > 0, text[first - 1] == UInt8(ascii: "+") { first -= 1 }
        return Match(range: first..<position, place: place, isCertain: false)
      }
      let end = position
      while position < count, position - end < 3, NumberMarks.all.contains(text[position]) { position += 1 }
      guard position > end, position < count, TextCharacter.isDigit(text[position]) else { return nil }
    }
    return nil
  }

  /// Returns which number some digits are, with a country's code in front or not.
  private func place(of digits: [UInt8]) -> Int? {
    let digits = digits.drop { $0 == UInt8(ascii: "0") }
    return phones[Array(digits.suffix(Self.lastDigits))]?.first { known in
      if digits == known.digits[...] { return true }
      let (shorter, longer) =
        digits.count < known.digits.count ? (digits, known.digits[...]) : (known.digits[...], digits)
      return shorter.count >= Self.lastDigits && longer.count - shorter.count <= 3
        && longer.suffix(shorter.count) == shorter
    }?.place
  }
}

/// What may stand between the digits of a phone number.
enum NumberMarks {
  static let all = Array(" -./()+".utf8)
}

/// What people and programs write in place of a name, and words that are part of many names: they tell nobody.
enum CommonNames {
  static let all: Set<[UInt8]> = Set(
    """
    guest visitor visitors website web site live chat anonymous anon unknown customer client user users username member test tester testing \
    demo admin administrator support sales info contact team help hello hi hey name nickname first last full none null nil undefined \
    na n a no yes ok me you i my self someone somebody nobody person lead prospect buyer owner default true false empty new the and of \
    mr mrs ms miss dr prof sir madam herr frau monsieur madame mme mlle señor señora sr sra signor signora dhr mevr van von der den de da do \
    dos di du del la le les el al bin ibn st san santa jr \
    besucher gast kunde kundin nutzer unbekannt anonym niemand invité visiteur client inconnu anonyme invitado visitante cliente \
    desconocido anónimo convidado anônimo ospite visitatore sconosciuto anonimo bezoeker klant onbekend gäst besökare kund okänd gæst \
    kunde ukendt gjest vieras asiakas gość klient nieznany host zákazník neznámý гость посетитель клиент аноним неизвестный
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
}
