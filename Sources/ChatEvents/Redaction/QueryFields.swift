internal import JSONText

/// The fields of a link's query that say by their names that they are about a person: `?first_name=Kim&password=x`, also in a link
/// that is a field of another one, and by themselves.
enum QueryFields {
  /// Whether a string's content may have a field: an equals sign stands in it, or one that is escaped.
  static func mayHold(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    for block in stride(from: content.lowerBound, to: content.upperBound, by: 32) {
      var marks = bytes.marks(block, of: UInt8(ascii: "="), or: UInt8(ascii: "%"))
      let left = content.upperBound - block
      if left < 32 { marks &= (1 << UInt32(left)) - 1 }
      while marks != 0 {
        let place = block + marks.trailingZeroBitCount
        marks &= marks - 1
        if bytes[place] == UInt8(ascii: "=")
          || (bytes[place + 1] == UInt8(ascii: "3") || bytes[place + 1] == UInt8(ascii: "2"))
        {
          return true
        }
      }
    }
    return false
  }

  /// Returns the values of such fields in a text.
  static func all(in text: UnescapedText) -> [(range: Range<Int>, fact: Fact)] {
    let characters = text.characters.span
    var found: [(range: Range<Int>, fact: Fact)] = []
    // Where a name may begin: with a word, or behind a mark that begins a query or parts its fields.
    var name: Int? = 0
    var position = 0
    while position < text.count {
      let mark = mark(characters, position, text.count)
      switch mark.kind {
      case .start, .next: name = position + mark.length
      case .end: name = endsReplacement(characters, position) ? nil : position + mark.length
      case .equals:
        if let start = name, start < position, let fact = fact(characters, start..<position) {
          let value = position + mark.length
          let end = self.end(characters, value, text.count)
          // What was replaced may have begun with a quote, which ends a value.
          if value < end, !FormAnswers.isReplaced(characters, value..<min(end, value + 8)) {
            found.append((value..<end, fact))
          }
        }
        name = nil
      case .none: break
      }
      position += mark.length
    }
    return found
  }

  /// Whether `<redacted>` ends at an offset: what it stands for may have been the beginning of a name.
  private static func endsReplacement(_ text: Span<UInt8>, _ position: Int) -> Bool {
    text[position] == UInt8(ascii: ">") && position >= 9 && text[position - 9] == UInt8(ascii: "<")
      && FormAnswers.isReplaced(text, position - 8..<position)
  }

  private static func fact(_ text: Span<UInt8>, _ name: Range<Int>) -> Fact? {
    // What stands in place of something else in a name would make it another one.
    guard name.count <= MemberWords.longest, !FormAnswers.isReplaced(text, name),
      let fact = MemberWords.fact(text, name, ofPerson: false)
    else { return nil }
    return fact.privacy == .drop ? fact : nil
  }

  private enum Mark {
    /// It begins a query.
    case start
    /// It parts two fields.
    case next
    case equals
    /// It ends a link.
    case end
    case none
  }

  /// Returns where a value ends that begins at an offset.
  private static func end(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int {
    var position = start
    while position < count {
      let mark = mark(text, position, count)
      if mark.kind == .next || mark.kind == .end { break }
      position += mark.length
    }
    return position
  }

  /// Returns what stands at an offset, as it is or behind per cent escapes, and the number of its bytes.
  private static func mark(_ text: Span<UInt8>, _ position: Int, _ count: Int) -> (kind: Mark, length: Int) {
    switch text[position] {
    case UInt8(ascii: "?"): return (.start, 1)
    case UInt8(ascii: "&"):
      // As HTML writes it.
      let isEntity = (0..<4).allSatisfy { text[position + 1 + $0] == entity[$0] }
      return (.next, isEntity ? 5 : 1)
    case UInt8(ascii: "="): return (.equals, 1)
    case 0...0x20, UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "'"):
      return (.end, 1)
    case UInt8(ascii: "%"):
      // Escaped once more, a per cent sign is `%25`.
      var digits = position + 1
      while digits + 1 < count, text[digits] == UInt8(ascii: "2"), text[digits + 1] == UInt8(ascii: "5") {
        digits += 2
      }
      guard digits + 1 < count, let high = Hex.value(text[digits]), let low = Hex.value(text[digits + 1])
      else {
        return (.none, 1)
      }
      let length = digits + 2 - position
      switch high << 4 | low {
      case UInt8(ascii: "?"): return (.start, length)
      case UInt8(ascii: "&"): return (.next, length)
      case UInt8(ascii: "="): return (.equals, length)
      case UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): return (.end, length)
      default: return (.none, length)
      }
    default: return (.none, 1)
    }
  }

  private static let entity = Array("amp;".utf8)
}
