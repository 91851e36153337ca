internal import JSONText
internal import PersonalData

/// Where values may stand that are a person's, besides where they were replaced.
enum ValuePlaces: Sendable {
  case anywhere
  /// In the texts in which these offsets are, in order.
  case at([Int])

  /// Whether one may stand in a range.
  func mayBe(in range: Range<Int>) -> Bool {
    guard case .at(let places) = self else { return true }
    let index = places.indexOfFirst { $0 >= range.lowerBound }
    return index < places.count && places[index] < range.upperBound
  }
}

/// What is known of the person of a record, by the members that say so, and what stands in its place: the same as in these members.
struct PersonsValues: Sendable {
  private(set) var values = KnownValues()
  private(set) var replacements: [[UInt8]] = []

  /// How many values are looked for one by one at most.
  fileprivate static let mostSearched = 16

  /// A value that is replaced as a whole.
  struct Value: Sendable {
    /// The offsets of the content of a string, or of a number.
    let range: Range<Int>
    let kind: KnownValues.Kind

  }

  /// Returns a value in the letters and digits of ASCII where those are meant.
  ///
  /// - Parameter written: its characters, without JSON's escapes.
  fileprivate static func plain(_ written: [UInt8]) -> [UInt8] {
    let padded = written + [UInt8](repeating: 0, count: Scanner.padding)
    return KnownValues.isPlain(padded.span, written.indices) ? written : FreeText.plain(written)
  }

  /// Adds the values of a record.
  mutating func add(_ known: [Value], _ bytes: Span<UInt8>, _ edits: Edits, _ replacement: Replacement) {
    for value in known {
      let written = Text.unescaped(bytes, value.range)
      values.add(Self.plain(written), value.kind, place: replacements.count)
      let text = edits.all(in: value.range).first.map { $0.text.filter { $0 != UInt8(ascii: "\"") } }
      // In place of a number may stand another.
      let isText = text.map(Replacement.isClean) ?? false
      replacements.append(
        isText ? text ?? [] : replacement.text(for: written[...], replacement.kind(of: written)))
    }
  }
}

extension Edits {
  /// Returns where the values that are replaced may stand elsewhere in a document, where they stay; nil for nowhere.
  func places(of known: [PersonsValues.Value], _ bytes: Span<UInt8>, _ document: Range<Int>) -> ValuePlaces? {
    if known.isEmpty { return nil }
    if KnownValues.mayHideWords(bytes, document, besides: { covers($0) }) { return .anywhere }
    // Each search is a look at the whole document; of many values, one look at all texts costs less.
    if known.count > PersonsValues.mostSearched { return .anywhere }
    var places: [Int] = []
    for value in known {
      guard find(value, bytes, document, into: &places) else { return .anywhere }
    }
    return places.isEmpty ? nil : .at(places.sorted())
  }

  private func find(
    _ value: PersonsValues.Value, _ bytes: Span<UInt8>, _ document: Range<Int>, into places: inout [Int]
  ) -> Bool {
    if KnownValues.isPlain(bytes, value.range) {
      return KnownValues.find(
        value.range, of: bytes, value.kind, in: bytes, document, besides: { covers($0) }, into: &places)
    }
    let characters = PersonsValues.plain(Text.unescaped(bytes, value.range))
    let text = characters + [UInt8](repeating: 0, count: Scanner.padding)
    return KnownValues.isPlain(text.span, characters.indices)
      && KnownValues.find(
        characters.indices, of: text.span, value.kind, in: bytes, document, besides: { covers($0) },
        into: &places)
  }
}

extension [PersonsValues.Value] {
  /// Returns them without those that are written like another; many different ones are not compared with each other.
  func distinct(_ bytes: Span<UInt8>) -> [PersonsValues.Value] {
    reduce(into: []) { found, value in
      let isKnown = found.prefix(PersonsValues.mostSearched).contains {
        $0.kind == value.kind && bytes.isSame($0.range, value.range)
      }
      if !isKnown { found.append(value) }
    }
  }
}

extension Span<UInt8> {
  /// Whether two ranges hold the same bytes.
  fileprivate func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count where self[one.lowerBound + offset] != self[other.lowerBound + offset] {
      return false
    }
    return true
  }
}

extension Fact {
  /// What a value is elsewhere of which a member says that; nil for what tells nobody by itself.
  var known: KnownValues.Kind? {
    switch self {
    case .name, .author: .name
    case .email: .email
    case .phone: .phone
    case .identity: .id
    default: nil
    }
  }
}
