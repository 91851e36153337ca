internal import ChatEvents

/// The names of files as strings.
///
/// The system's names are bytes, and a `String` holds characters. A byte that is no part of valid UTF-8 is therefore held as a
/// private-use character, U+10FF00 plus the byte, which is turned back into the byte when the file is opened. So each name has a
/// string of its own and each file can be opened. A valid character of that range is held byte by byte in the same way.
extension String {
  private static let escapes: ClosedRange<UInt32> = 0x10_FF80...0x10_FFFF

  /// Makes the string of a name or a path.
  init(fileName bytes: some Collection<UInt8>) {
    self.init()
    if let whole = String(validating: bytes, as: UTF8.self), !whole.mayHoldEscapes {
      self = whole
      return
    }
    var rest = bytes[...]
    while let first = rest.first {
      let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      if let character = String(validating: rest.prefix(count), as: UTF8.self)?.unicodeScalars,
        let scalar = character.first, character.count == 1, !Self.escapes.contains(scalar.value)
      {
        unicodeScalars.append(scalar)
        rest = rest.dropFirst(count)
      } else {
        if let escape = Unicode.Scalar(0x10_FF00 + UInt32(first)) { unicodeScalars.append(escape) }
        rest = rest.dropFirst()
      }
    }
  }

  /// The bytes of the name or path.
  var fileNameBytes: [UInt8] {
    guard mayHoldEscapes else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in
      Self.escapes.contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(UTF8.encode(scalar) ?? .init())
    }
  }

  /// The text with each byte that is not valid UTF-8 as `\xE9`, for people to read.
  var withoutEscapes: String {
    guard mayHoldEscapes else { return self }
    return rewritten { Self.escapes.contains($0.value) ? Self.hexadecimal($0.value & 0xFF) : nil }
  }

  /// The name or path as messages and reports show it: on one line, and without what would steer a terminal.
  var shownFileName: String {
    guard mayHoldEscapes || unicodeScalars.contains(where: \.isUnprintable) else { return self }
    return rewritten { scalar in
      switch scalar {
      case "\n": return "\\n"
      case "\r": return "\\r"
      case "\t": return "\\t"
      case _ where Self.escapes.contains(scalar.value): return Self.hexadecimal(scalar.value & 0xFF)
      case _ where scalar.isASCII && scalar.isUnprintable: return Self.hexadecimal(scalar.value)
      case _ where scalar.isUnprintable: return "\\u{\(String(scalar.value, radix: 16))}"
      default: return nil
      }
    }
  }

  /// Every character of the range begins with this byte in UTF-8.
  static let escapeStart: UInt8 = 0xF4

  private var mayHoldEscapes: Bool { utf8.contains(Self.escapeStart) }

  private func rewritten(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let replacement = replacement(scalar) {
        text.append(contentsOf: replacement.unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static func hexadecimal(_ byte: UInt32) -> String { "\\x\(byte.hexadecimal(digits: 2))" }
}

extension String {
  /// Returns the path of a file in the folder of this path.
  func path(of name: String) -> String { utf8.last == UInt8(ascii: "/") ? self + name : self + "/" + name }

  /// What is behind the last slash of a path.
  var lastName: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }
}
