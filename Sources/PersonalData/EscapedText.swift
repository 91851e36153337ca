internal import JSONText

/// A text whose escapes were read, one layer of them: those of links (RFC 3986, 2.1), the references to characters that HTML has,
/// and those of JSON and of program code (RFC 8259, 7).
///
/// In a link, behind its first `?` or `=`, a plus sign is a space, as forms are written.
enum EscapedText {
  /// Returns the text without that layer of escapes.
  static func read(_ source: Span<UInt8>, _ count: Int) -> DerivedText {
    var text = DerivedText(capacity: count)
    var isQuery = false
    var position = 0
    while position < count {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "%"):
        if position + 2 < count, let high = Hex.value(source[position + 1]),
          let low = Hex.value(source[position + 2])
        {
          text.append(high << 4 | low, from: position)
          position += 3
          continue
        }
      case UInt8(ascii: "&"):
        if let reference = CharacterReference(source, position), position + reference.length <= count {
          text.append(reference.character, from: position)
          position += reference.length
          continue
        }
      case UInt8(ascii: "\\"):
        if let (character, length) = codeEscape(source, position), position + length <= count {
          text.append(character, from: position)
          position += length
          continue
        }
      case UInt8(ascii: "?"), UInt8(ascii: "="): isQuery = true
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): isQuery = false
      default: break
      }
      text.append(isQuery && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte, from: position)
      position += 1
    }
    text.end(at: count)
    return text
  }

  /// Whether an escape begins at an offset.
  static func isEscape(_ text: Span<UInt8>, _ position: Int) -> Bool {
    switch text[position] {
    case UInt8(ascii: "%"): Hex.value(text[position + 1]) != nil && Hex.value(text[position + 2]) != nil
    case UInt8(ascii: "&"): CharacterReference(text, position) != nil
    case UInt8(ascii: "\\"): codeEscape(text, position) != nil
    default: false
    }
  }

  /// Returns the character of an escape that begins with a backslash, and the number of its bytes: `\n`, `\u0040`.
  private static func codeEscape(_ text: Span<UInt8>, _ position: Int) -> (Unicode.Scalar, Int)? {
    switch text[position + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): return ("\n", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "/"): return ("/", 2)
    case UInt8(ascii: "u"):
      let digits = text.halfWord(position + 2)
      guard Hex.areDigits(digits) else { return nil }
      let value = Hex.number(digits)
      return value == 0 ? nil : Unicode.Scalar(value).map { ($0, 6) }
    default: return nil
    }
  }
}

/// A reference to a character in HTML: `&#64;`, `&#x40;`, `&commat;`.
///
/// Of the names those count that stand for a mark, a space or another ampersand. A number needs no semicolon.
///
/// Source: HTML, sections 13.2.5.72 to 13.2.5.80 and 13.5, read 2026-11-30.
struct CharacterReference {
  let character: Unicode.Scalar

  /// The number of its bytes.
  let length: Int

  /// Reads the reference that begins with the ampersand at an offset; at least 32 bytes stand behind it.
  init?(_ text: Span<UInt8>, _ position: Int) {
    var end = position + 1
    guard text[end] == UInt8(ascii: "#") else {
      guard TextCharacter.isLetter(text[end]) else { return nil }
      while end - position < 20, TextCharacter.isLetter(text[end]) { end += 1 }
      guard text[end] == UInt8(ascii: ";"), end - position <= 17,
        let character = Self.names[CueWords.exact(text, position + 1..<end)]
      else { return nil }
      (self.character, length) = (character, end + 1 - position)
      return
    }
    end += 1
    let isHex = text[end] | 0x20 == UInt8(ascii: "x")
    if isHex { end += 1 }
    let first = end
    var value: UInt32 = 0
    while end - first < 10, let digit = Hex.value(text[end]), isHex || digit < 10 {
      if value > 0x11_0000 { return nil }
      value = value * (isHex ? 16 : 10) + UInt32(digit)
      end += 1
    }
    guard end > first, value > 0, let character = Unicode.Scalar(value) else { return nil }
    if text[end] == UInt8(ascii: ";") { end += 1 }
    (self.character, length) = (character, end - position)
  }

  private static let names: [UInt128: Unicode.Scalar] = {
    let listed: [(String, Unicode.Scalar)] = [
      ("amp", "&"), ("AMP", "&"), ("commat", "@"), ("period", "."), ("plus", "+"), ("colon", ":"),
      ("semi", ";"), ("comma", ","), ("lpar", "("), ("rpar", ")"), ("sol", "/"), ("bsol", "\\"),
      ("lowbar", "_"), ("UnderBar", "_"), ("num", "#"), ("percnt", "%"), ("equals", "="), ("quest", "?"),
      ("excl", "!"), ("ast", "*"), ("midast", "*"), ("verbar", "|"), ("vert", "|"), ("VerticalLine", "|"),
      ("lbrack", "["), ("lsqb", "["), ("rbrack", "]"), ("rsqb", "]"), ("lcub", "{"), ("lbrace", "{"),
      ("rcub", "}"), ("rbrace", "}"), ("dollar", "$"), ("quot", "\""), ("apos", "'"), ("lt", "<"),
      ("gt", ">"), ("Tab", "\t"), ("NewLine", "\n"), ("hyphen", "\u{2010}"), ("dash", "\u{2010}"),
      ("ndash", "\u{2013}"), ("mdash", "\u{2014}"), ("horbar", "\u{2015}"), ("minus", "\u{2212}"),
      ("nbsp", "\u{a0}"), ("NonBreakingSpace", "\u{a0}"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"),
      ("numsp", "\u{2007}"), ("puncsp", "\u{2008}"), ("thinsp", "\u{2009}"), ("hairsp", "\u{200a}"),
      ("shy", "\u{ad}"), ("ZeroWidthSpace", "\u{200b}"), ("zwnj", "\u{200c}"), ("zwj", "\u{200d}"),
      ("lrm", "\u{200e}"), ("rlm", "\u{200f}"), ("NoBreak", "\u{2060}"), ("middot", "\u{b7}"),
      ("centerdot", "\u{b7}"), ("bull", "\u{2022}"),
    ]
    return Dictionary(listed.map { (CueWords.key($0.0), $0.1) }) { first, _ in first }
  }()
}
