internal import JSONText
internal import PersonalData

/// Finds what is to be replaced in free text.
///
/// It never changes once it is made, and is passed to every member: a reference costs less there than its parts.
final class TextRedaction: Sendable {
  let replacement: Replacement
  /// What is looked for in links that are replaced.
  private let fileLinks: PatternSearch
  private let forms: FreeText.Wanted
  /// What stands in place of the known values, by their places.
  private let knownReplacements: [[UInt8]]
  /// Where known values may stand: all else was looked through before they were known.
  private let places: ValuePlaces

  /// Whether values are known that are to be found in every text.
  let knowsValues: Bool

  convenience init(_ settings: RedactionSettings) {
    self.init(
      Replacement(settings), PatternSearch(settings.fileLinks),
      FreeText.Wanted(keepsCards: settings.keepsCards), [], .anywhere)
  }

  private init(
    _ replacement: Replacement, _ fileLinks: PatternSearch, _ forms: FreeText.Wanted, _ known: [[UInt8]],
    _ places: ValuePlaces
  ) {
    self.places = places
    (self.replacement, self.fileLinks, self.forms, knownReplacements) = (replacement, fileLinks, forms, known)
    knowsValues = forms.known != nil
  }

  /// Returns the same, which also finds the values that are known of a record's person where they may stand.
  func knowing(_ known: PersonsValues, at places: ValuePlaces) -> TextRedaction {
    var forms = forms
    forms.known = known.values
    return TextRedaction(replacement, fileLinks, forms, known.replacements, places)
  }

  /// Returns the same for the text of a string, which has offsets of its own.
  func inside(_ string: Slice) -> TextRedaction {
    guard knowsValues, case .at = places else { return self }
    let places = places.mayBe(in: string.content) ? ValuePlaces.anywhere : .at([])
    return TextRedaction(replacement, fileLinks, forms, knownReplacements, places)
  }

  /// What is looked for in a text.
  enum Wanted: Sendable {
    /// All that has the form of personal data, and answers to a form.
    case all
    /// What is unmistakable wherever it stands: e-mail addresses, IBANs, phone numbers that begin with a plus, and known values of
    /// more than a common word.
    case unmistakable
  }

  /// Notes what is to be replaced in a string.
  ///
  /// - Parameter quoted: the string, with its quotes; its escapes are sound.
  func redact(_ bytes: Span<UInt8>, _ quoted: Slice, _ wanted: Wanted, into edits: inout Edits) {
    let content = quoted.content
    if knowsValues, !places.mayBe(in: content) { return }
    guard
      knowsValues
        || (wanted == .all
          ? FreeText.mayHold(bytes, content) : FreeText.mayHoldUnmistakable(bytes, content))
        || (wanted == .all && Self.mayHoldAnswers(bytes, content))
        || (!fileLinks.isEmpty && !content.isEmpty)
    else { return }
    // What holds nothing does so in every record, unless it is looked through for the record's own values.
    if !knowsValues, edits.cleanTexts?.contains(bytes, content, wanted) == true { return }
    let isGlanced = quoted.flags.isEscaped && fileLinks.isEmpty && !knowsValues
    if isGlanced, isPlain(bytes, content) { return }
    let text = UnescapedText(bytes, content, isEscaped: quoted.flags.isEscaped)
    if isGlanced {
      // Most escapes hide nothing.
      let characters = text.characters.span
      guard
        FreeText.mayHold(characters, 0..<text.count) || Self.mayHoldAnswers(characters, 0..<text.count)
      else { return }
    }
    var found: [(range: Range<Int>, kind: Edits.Kind, personal: FreeText.Kind?)] = []
    var told: [(range: Range<Int>, fact: Fact)] = []
    if wanted == .all, Self.mayHoldAnswers(text.characters.span, 0..<text.count) {
      told = FormAnswers.answers(in: text).map { ($0.range, $0.fact) }
      found = told.map { ($0.range, .answer, nil) }
      let fields = QueryFields.all(in: text)
      told += fields
      for field in fields { found.append((field.range, .field, nil)) }
    }
    for link in links(in: text) { found.append((link, .link, nil)) }
    if !told.isEmpty {
      // What goes on behind an answer goes with it: a number with spaces in a link, an address with colons.
      let others = found.map(\.range)
      for match in FreeText.matches(in: text.characters.span, count: text.count, forms)
      where others.contains(where: { $0.overlaps(match.range) && $0.clamped(to: match.range) == $0 }) {
        found.append((match.range, .found(match.kind), match.kind))
      }
    }
    // The rest is looked at as it will be then, so that redacting once more changes nothing.
    let replaced = found.map(\.range).filter { !Replacement.isClean(text.characters[$0]) }
      .sorted { $0.lowerBound < $1.lowerBound }
    for match in FreeText.matches(in: text.characters.span, count: text.count, besides: replaced, forms)
    where wanted == .all || match.isUnmistakable(text.characters) {
      found.append((match.range, .found(match.kind), match.kind))
    }
    guard !found.isEmpty else {
      if !knowsValues { edits.cleanTexts?.add(bytes, content, wanted) }
      return
    }
    // Where one lies in another, the outer one is replaced; where two overlap, both of them as one.
    found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
    var separate: [(range: Range<Int>, kind: Edits.Kind, personal: FreeText.Kind?)] = []
    for one in found {
      guard let last = separate.last, one.range.lowerBound < last.range.upperBound else {
        separate.append(one)
        continue
      }
      guard one.range.upperBound > last.range.upperBound else { continue }
      separate[separate.count - 1].range = last.range.lowerBound..<one.range.upperBound
      separate[separate.count - 1].personal = nil
    }
    let source = text.source(bytes)
    for (range, kind, personal) in separate {
      let value = text.characters[range]
      if Replacement.isClean(value) { continue }
      if case .known(let place, _) = personal {
        edits.add(source(range), knownReplacements[place], .known)
        continue
      }
      let whole = personal ?? (kind == .answer || kind == .field ? replacement.kind(of: Array(value)) : nil)
      edits.add(source(range), replacement.text(for: value, whole), kind)
    }
    for (range, fact) in told where !Replacement.isClean(text.characters[range]) {
      edits.note(source(range), fact.known)
    }
  }

  /// Returns what stands in place of a known value; nil for anything else.
  func replacement(ofKnown value: [UInt8]) -> [UInt8]? {
    let padded = value + [UInt8](repeating: 0, count: Scanner.padding)
    let matches = FreeText.matches(in: padded.span, count: value.count, forms)
    guard matches.count == 1, matches[0].range == 0..<value.count, case .known(let place, _) = matches[0].kind
    else { return nil }
    return knownReplacements[place]
  }

  private static func mayHoldAnswers(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    FormAnswers.mayHold(bytes, content) || QueryFields.mayHold(bytes, content)
  }

  /// Whether a string with escapes surely holds nothing: no digit, at sign, colon, equals sign, per cent sign or ampersand, and no
  /// escape that could stand for one.
  ///
  /// Much text of other scripts is written in escapes, and this costs less than reading them.
  private func isPlain(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    let (equals, backslash) = (UInt8(ascii: "="), UInt8(ascii: "\\"))
    var passed = content.lowerBound
    for block in stride(from: content.lowerBound, to: content.upperBound, by: 32) {
      let found = bytes.textMarks(block)
      var marks =
        UInt64(
          found.digits | found.colons | found.ats | found.escapes | found.others
            | bytes.marks(block, of: equals, or: equals))
      // What belongs to an escape of the block before.
      if passed > block { marks &= ~0 << UInt64(passed - block) }
      if found.escapes != 0 {
        // Of a backslash after another it is not known whether it begins an escape.
        let begun = bytes.ordinaryEscapeMarks(block) & ~bytes.marks(block - 1, of: backslash, or: backslash)
        let escapes = UInt64(begun) & marks
        marks &= ~(escapes &* 0b111111)
        if escapes >> 27 != 0 { passed = block + escapes.bitWidth - escapes.leadingZeroBitCount + 5 }
      }
      while marks != 0 {
        let position = block + marks.trailingZeroBitCount
        if position >= content.upperBound { return true }
        guard bytes[position] == backslash else { return false }
        var end = position + 2
        if bytes[position + 1] == UInt8(ascii: "u") {
          guard isPlain(bytes[position + 2], bytes[position + 3], bytes[position + 4], bytes[position + 5])
          else { return false }
          end = position + 6
        }
        marks &= ~0 << UInt64(end - block)
        passed = max(passed, end)
      }
    }
    return true
  }

  /// Whether the digits of an escape say that it is beyond ASCII, and of no script whose digits count: Latin, Greek,
  /// Cyrillic, Armenian, Hebrew; kana and Chinese characters; punctuation; half of a pair, but for mathematical digits.
  private func isPlain(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "0"):
      second == UInt8(ascii: "0")
        ? third >= UInt8(ascii: "8") : UInt8(ascii: "1")...UInt8(ascii: "5") ~= second
    case UInt8(ascii: "2"): second == UInt8(ascii: "0")
    case UInt8(ascii: "3")...UInt8(ascii: "9"): true
    case UInt8(ascii: "d"), UInt8(ascii: "D"): fourth != UInt8(ascii: "5")
    default: false
    }
  }

  /// Notes the links to files in a message's text, if the caller has not said which of them are replaced.
  func noteFileLinks(_ bytes: Span<UInt8>, _ text: Slice, into edits: inout Edits) {
    if fileLinks.isEmpty, text.kind == .string { edits.fileLinks += FileLinks.ranges(bytes, text.content) }
  }

  /// Returns the links in a text in which a pattern is found.
  private func links(in text: UnescapedText) -> [Range<Int>] {
    if fileLinks.isEmpty { return [] }
    let links = Links.ranges(in: text)
    if links.isEmpty { return [] }
    var search = fileLinks
    return links.filter { search.isFound(in: text.characters.span, $0) }
  }
}

extension FreeText.Match {
  /// Whether it is an e-mail address, an IBAN, a phone number that begins with a plus, or a known value of more than a word.
  fileprivate func isUnmistakable(_ text: [UInt8]) -> Bool {
    switch kind {
    case .email: true
    case .phone: text[range.lowerBound] == UInt8(ascii: "+")
    case .iban: true
    case .known(_, let isCertain): isCertain
    case .address, .card: false
    }
  }
}
