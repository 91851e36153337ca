internal import JSONText

/// Personal data that free text holds, found by its form: e-mail addresses, phone numbers, IP addresses, payment cards and IBANs; and
/// values that are known.
///
/// `Docs/personal-data.md` says what is looked for, what is not, and how well that works.
package enum FreeText {
  package enum Kind: Sendable, Hashable {
    case email
    case phone

    /// An IP address, of either version.
    case address

    /// The number of a payment card.
    case card
    case iban

    /// One of the known values, by its place among them; certain if it is more than one common word or a number.
    case known(Int, isCertain: Bool)
  }

  /// What is looked for besides addresses and numbers.
  package struct Wanted: Sendable {
    /// Whether payment cards are left; a part of one is no phone number either.
    package var keepsCards: Bool
    package var known: KnownValues?

    package init(keepsCards: Bool = false, known: KnownValues? = nil) {
      (self.keepsCards, self.known) = (keepsCards, known)
    }
  }

  /// One thing that was found.
  package struct Match: Sendable, Hashable {
    /// The offsets of its bytes.
    package var range: Range<Int>
    package var kind: Kind
  }

  /// How many escapes deep a text is read: an address in a link that is part of another link is two deep.
  static let depth = 6

  /// How often what is left of a stretch is looked at before all of it goes.
  private static let rounds = 8

  /// Returns what a text holds, in order; no two of them overlap.
  ///
  /// What is left when the matches are replaced, by `<redacted>` or by `redacted-` and 32 hexadecimal digits, alone or in front of
  /// `@redacted.invalid`, holds none: the stretches between two replacements are looked at as they will be then, each on its own.
  /// The time taken grows with the length of the text, whatever it holds.
  ///
  /// - Parameters:
  ///   - text: characters as UTF-8, and 64 zero bytes behind them.
  ///   - count: the number of bytes without the zeros.
  ///   - replaced: what is replaced besides, in order; it is not looked at, and borders on the rest as a replacement does.
  package static func matches(
    in text: Span<UInt8>, count: Int, besides replaced: [Range<Int>] = [], _ wanted: Wanted = Wanted()
  ) -> [Match] {
    var found: [Match] = []
    var index = 0
    for stretch in RedactionMarks.stretches(text, count) {
      var floor = stretch.lowerBound
      while index < replaced.count, replaced[index].lowerBound < stretch.upperBound {
        let other = replaced[index]
        index += 1
        if other.upperBound <= floor { continue }
        find(text, count, floor..<max(floor, other.lowerBound), wanted, round: 0, &found)
        floor = RedactionMarks.domainEnd(text, other.upperBound, count)
      }
      if floor < stretch.upperBound {
        find(text, count, floor..<stretch.upperBound, wanted, round: 0, &found)
      }
    }
    return found
  }

  /// Finds what a stretch between two replacements holds, and what then is left of it.
  private static func find(
    _ text: Span<UInt8>, _ count: Int, _ stretch: Range<Int>, _ wanted: Wanted, round: Int,
    _ found: inout [Match]
  ) {
    let matches = matches(in: text, count, stretch, wanted, depth)
    guard let first = matches.first else { return }
    if round == rounds { return found.append(Match(range: stretch, kind: first.kind)) }
    var floor = stretch.lowerBound
    for match in matches {
      let rest = floor..<match.range.lowerBound
      if wanted.known != nil || mayHold(text, rest) {
        find(text, count, rest, wanted, round: round + 1, &found)
      }
      found.append(match)
      floor = RedactionMarks.domainEnd(text, match.range.upperBound, stretch.upperBound)
      // What was found behind may begin in the domain, which is no text any more.
      if floor > match.range.upperBound { break }
    }
    let rest = floor..<stretch.upperBound
    if wanted.known != nil || mayHold(text, rest) {
      find(text, count, rest, wanted, round: round + 1, &found)
    }
  }

  /// Returns what a stretch holds; a bracket stands for what was replaced beside it.
  private static func matches(
    in text: Span<UInt8>, _ count: Int, _ stretch: Range<Int>, _ wanted: Wanted, _ depth: Int
  ) -> [Match] {
    if stretch.isEmpty { return [] }
    if stretch == 0..<count { return matches(in: text, count: count, wanted, depth: depth) }
    var piece: [UInt8] = []
    piece.reserveCapacity(stretch.count + Scanner.padding + 2)
    if stretch.lowerBound > 0 { piece.append(UInt8(ascii: ">")) }
    let shift = stretch.lowerBound - piece.count
    for offset in stretch { piece.append(text[offset]) }
    if stretch.upperBound < count { piece.append(UInt8(ascii: "<")) }
    let length = piece.count
    piece.append(contentsOf: repeatElement(0, count: Scanner.padding))
    return matches(in: piece.span, count: length, wanted, depth: depth).compactMap { match in
      let range = (match.range.lowerBound + shift..<match.range.upperBound + shift).clamped(to: stretch)
      return range.isEmpty ? nil : Match(range: range, kind: match.kind)
    }
  }

  /// Returns what a text without replacements holds.
  ///
  /// - Parameter depth: how many layers of escapes are taken off; 0 for none.
  private static func matches(
    in source: Span<UInt8>, count: Int, _ wanted: Wanted, depth: Int
  ) -> [Match] {
    guard let folded = FoldedText.folded(source, count, breaks: false) else {
      return forms(in: source, count, wanted, depth)
    }
    var found = back(forms(in: folded.text.text.span, folded.text.count, wanted, depth), folded.text)
    if folded.isBroken, let marked = FoldedText.folded(source, count, breaks: true) {
      found += back(forms(in: marked.text.text.span, marked.text.count, wanted, 0), marked.text)
    }
    return merged(found)
  }

  /// Returns what a text of ASCII and of letters holds, and what its escapes hide.
  private static func forms(in text: Span<UInt8>, _ count: Int, _ wanted: Wanted, _ depth: Int) -> [Match] {
    var forms = Forms(wanted)
    forms.find(text, count)
    if depth == 0 || !forms.hasEscapes { return forms.found }
    let read = EscapedText.read(text, count)
    var found = forms.found
    for stretch in RedactionMarks.stretches(read.text.span, read.count) {
      found += back(matches(in: read.text.span, read.count, stretch, wanted, depth - 1), read)
    }
    return merged(found)
  }

  /// Returns the matches of a text where they are in the one that it was made of.
  private static func back(_ matches: [Match], _ text: DerivedText) -> [Match] {
    matches.compactMap { match in
      let range = text.source(of: match.range)
      return range.isEmpty ? nil : Match(range: range, kind: match.kind)
    }
  }

  /// Returns the matches in order, those that overlap as one.
  static func merged(_ found: [Match]) -> [Match] {
    var merged: [Match] = []
    for match in found.sorted(by: {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }) {
      guard let last = merged.last, last.range.upperBound > match.range.lowerBound else {
        merged.append(match)
        continue
      }
      let end = max(last.range.upperBound, match.range.upperBound)
      merged[merged.count - 1].range = last.range.lowerBound..<end
    }
    return merged
  }
}
