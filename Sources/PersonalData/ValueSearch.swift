internal import JSONText

/// Looks for values in texts, in any spelling that a person takes for the same, also behind the escapes of links and of JSON that is
/// in a string.
package struct ValueSearch: Sendable {
  /// What is looked for.
  package enum Value: Sendable, Hashable {
    case form(NormalForm)
    /// Any text: the case of letters and the width of white space do not count.
    case text([UInt8])
  }

  private let addresses, ids, texts: ByteSearch
  private let phones: [[UInt8]]
  /// How many digits the shortest of them has.
  private let leastDigits: Int
  /// The places of those values among all.
  private let addressPlaces, idPlaces, textPlaces, phonePlaces: [Int]

  /// A text that is shorter is found as a word of its own alone.
  private static let leastPart = 4

  /// How many layers of escapes are read.
  private static let depth = 3

  package init(_ values: [Value]) {
    var (addresses, ids, texts, phones): ([[UInt8]], [[UInt8]], [[UInt8]], [[UInt8]]) = ([], [], [], [])
    var (addressPlaces, idPlaces, textPlaces, phonePlaces): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
    for (place, value) in values.enumerated() {
      switch value {
      case .form(let form) where form.isEmpty: break
      case .form(let form) where form.kind == .email:
        addresses.append(form.bytes)
        addressPlaces.append(place)
      case .form(let form) where form.kind == .phone:
        phones.append(Array(form.bytes.prefix { $0 != UInt8(ascii: "x") }))
        phonePlaces.append(place)
      case .form(let form):
        ids.append(form.bytes)
        idPlaces.append(place)
      case .text(let text):
        let folded = SearchedText(text).folded
        if folded.isEmpty { continue }
        texts.append(folded)
        textPlaces.append(place)
      }
    }
    (self.addresses, self.ids, self.texts, self.phones) = (
      ByteSearch(addresses), ByteSearch(ids), ByteSearch(texts), phones
    )
    leastDigits = phones.map(\.count).min() ?? 0
    (self.addressPlaces, self.idPlaces) = (addressPlaces, idPlaces)
    (self.textPlaces, self.phonePlaces) = (textPlaces, phonePlaces)
  }

  /// Returns which values a text holds, by their places.
  ///
  /// Cost: linear in the text, once for each layer of escapes, and for phone numbers in their number.
  package func places(in text: [UInt8]) -> Set<Int> {
    var places: Set<Int> = []
    var layer = text
    for _ in 0...Self.depth {
      find(in: SearchedText(layer), &places)
      guard let next = Self.unescaped(layer) else { break }
      layer = next
    }
    return places
  }

  private func find(in text: SearchedText, _ places: inout Set<Int>) {
    if !texts.isEmpty || (!addresses.isEmpty && text.mayHoldAddress) {
      let folded = text.folded
      addresses.forEach(in: folded) { word, range in
        if Self.isAddress(folded, range) { places.insert(addressPlaces[word]) }
      }
      texts.forEach(in: folded) { word, range in
        if range.count >= Self.leastPart || Self.isWord(folded, range) { places.insert(textPlaces[word]) }
      }
    }
    if !ids.isEmpty {
      let plain = text.plain
      ids.forEach(in: plain) { word, range in
        if Self.isWord(plain, range) { places.insert(idPlaces[word]) }
      }
    }
    guard !phones.isEmpty, text.digitCount >= leastDigits else { return }
    for number in text.numbers {
      for (phone, place) in zip(phones, phonePlaces) where Self.holds(number, phone) { places.insert(place) }
    }
  }

  /// Whether the digits of a text hold those of a number; a short one is held only by its own.
  private static func holds(_ digits: [UInt8], _ phone: [UInt8]) -> Bool {
    if digits.count < phone.count { return false }
    if digits.count == phone.count || phone.count < 7 { return digits == phone }
    return (0...digits.count - phone.count).contains { digits[$0..<$0 + phone.count].elementsEqual(phone) }
  }

  /// Whether no letter or digit of ASCII touches one at an end of a range, and the range is no part of a number with a point.
  /// Scripts without spaces touch everything.
  private static func isWord(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    if start > 0, TextCharacter.isLetterOrDigit(text[start]) {
      if TextCharacter.isLetterOrDigit(text[start - 1]) { return false }
      if start > 1, isPoint(text[start - 1], between: text[start - 2], text[start]) { return false }
    }
    if end < text.count, TextCharacter.isLetterOrDigit(text[end - 1]) {
      if TextCharacter.isLetterOrDigit(text[end]) { return false }
      if end + 1 < text.count, isPoint(text[end], between: text[end - 1], text[end + 1]) { return false }
    }
    return true
  }

  private static func isPoint(_ byte: UInt8, between left: UInt8, _ right: UInt8) -> Bool {
    byte == UInt8(ascii: ".") && TextCharacter.isDigit(left) && TextCharacter.isDigit(right)
  }

  /// Whether an address ends where a range does: `a.jo@x.org` and `jo@x.org.uk` are others.
  private static func isAddress(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard isWord(text, range) else { return false }
    let joints = Array("._+-".utf8)
    if range.lowerBound > 1, joints.contains(text[range.lowerBound - 1]),
      TextCharacter.isLetterOrDigit(text[range.lowerBound - 2])
    {
      return false
    }
    let (end, next) = (range.upperBound, range.upperBound + 1)
    return
      !(next < text.count && (text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-"))
      && TextCharacter.isLetterOrDigit(text[next]))
  }

  /// Returns a text with one layer of escapes read, those of links and those of JSON; nil if it has none.
  private static func unescaped(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "\\")) else { return PercentEscapes.decodedOnce(text) }
    var units: [UInt16] = []
    units.reserveCapacity(text.count)
    let source = Array(String(decoding: PercentEscapes.decodedOnce(text) ?? text, as: UTF8.self).utf16)
    var position = 0
    while position < source.count {
      let next = position + 1 < source.count ? source[position + 1] : 0
      if source[position] != 0x5c || next == 0 {
        units.append(source[position])
        position += 1
      } else if next == 0x75, position + 5 < source.count,
        let unit = UInt16(String(decoding: source[position + 2..<position + 6], as: UTF16.self), radix: 16)
      {
        units.append(unit)
        position += 6
      } else {
        // A line's end or a tab is a space here, so that it parts words.
        units.append([0x6e, 0x72, 0x74].contains(next) ? 0x20 : next)
        position += 2
      }
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
