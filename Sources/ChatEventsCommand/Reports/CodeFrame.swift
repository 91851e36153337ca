internal import ChatEvents
internal import JSONText

/// A part of a line as a terminal shows it, and how far into it a place lies.
struct CodeFrame {
  /// The number of the line.
  let number: String
  /// What stands there, with what would not be seen made visible.
  let text: String
  /// How many columns of the terminal lie before the place.
  let width: Int

  init(_ excerpt: Excerpt, _ place: JSONPlace) {
    number = String(place.line)
    let count = max(0, min(place.column - excerpt.column, excerpt.text.count))
    let before = excerpt.text[..<count].visible
    let isCut = excerpt.isCut
    text = (isCut.start ? "…" : "") + before + excerpt.text[count...].visible + (isCut.end ? "…" : "")
    width = (isCut.start ? 1 : 0) + before.terminalWidth
  }
}

extension String {
  /// The same with everything visible that a terminal would obey instead of showing it.
  var visible: String {
    if utf8.isPlain { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalar.show(in: &text) }
    return String(text).withoutCommands
  }

  /// The same without marks of build servers, which count wherever they stand in a line.
  fileprivate var withoutCommands: String {
    String(decoding: PrintedText.withoutCommands(Array(utf8), atLineStarts: false), as: UTF8.self)
  }

  /// How many columns of a terminal it takes.
  fileprivate var terminalWidth: Int {
    utf8.isPlain ? utf8.count : unicodeScalars.reduce(0) { $0 + $1.terminalWidth }
  }
}

extension Sequence<UInt8> {
  /// Whether it is nothing but letters, digits and marks of ASCII, and spaces: nearly every text is.
  ///
  /// A `#` can begin a command of a build server.
  fileprivate var isPlain: Bool { allSatisfy { 0x20..<0x7f ~= $0 && $0 != UInt8(ascii: "#") } }
}

extension Collection<UInt8> {
  /// The text, with everything visible that a terminal would obey, and with each byte that is no UTF-8 as `<FF>`.
  var visible: String {
    if isPlain { return String(decoding: self, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    var rest = self[...]
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = makeIterator()
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded):
        Unicode.UTF8.decode(encoded).show(in: &text)
        rest = rest.dropFirst(encoded.count)
      case .error(let length):
        for byte in rest.prefix(length) { text += "<\(byte.hexadecimal(digits: 2))>".unicodeScalars }
        rest = rest.dropFirst(length)
      case .emptyInput:
        return String(text).withoutCommands
      }
    }
  }
}

extension BinaryInteger {
  /// The number in upper-case hexadecimal, with zeros in front up to a number of digits.
  func hexadecimal(digits: Int) -> String {
    let number = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - number.count)) + number
  }
}

extension Unicode.Scalar {
  /// Writes what is shown of the character.
  fileprivate func show(in text: inout String.UnicodeScalarView) {
    // To look up what a character is takes long, and nearly all are of ASCII.
    if 0x20..<0x7f ~= value { text.append(self) } else { text += visible }
  }

  /// The character itself, or what is shown in its place: a picture of a control character, the number of another that
  /// would not be seen where it stands.
  private var visible: String.UnicodeScalarView {
    switch (value, properties.generalCategory) {
    case (..<0x20, _): String.UnicodeScalarView([Unicode.Scalar(0x2400 + value)].compactMap(\.self))
    case (0x7f, _): "\u{2421}".unicodeScalars
    case (_, .control), (_, .lineSeparator), (_, .paragraphSeparator), (0x061c, _), (0x200e...0x200f, _),
      (0x202a...0x202e, _), (0x2066...0x2069, _):
      "<U+\(value.hexadecimal(digits: 4))>".unicodeScalars
    default: String.UnicodeScalarView([self])
    }
  }

  /// How many columns of a terminal it takes: none where it joins the one before, two where it is wide.
  ///
  /// Source: Unicode Standard Annex 11, "East Asian Width", by whole blocks.
  fileprivate var terminalWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    return switch value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97c, 0xac00...0xd7a3,
      0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1_f300...0x1_f64f,
      0x1_f900...0x1_f9ff, 0x2_0000...0x3_fffd:
      2
    default: 1
    }
  }
}
