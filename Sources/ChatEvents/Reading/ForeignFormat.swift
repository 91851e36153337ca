internal import JSONText

/// A file format that is often handed over in place of JSON, told by how a file begins.
struct ForeignFormat: Sendable {
  /// What it is, with its article.
  let name: String
  /// What to do with such a file.
  let fix: String

  private init(_ name: String, _ fix: String) { (self.name, self.fix) = (name, fix) }

  /// What the first bytes of a file tell.
  enum Answer: Sendable {
    case format(ForeignFormat)
    case none
    /// That depends on bytes that have not been read yet.
    case unknownYet
  }

  /// Returns which format a file has.
  ///
  /// - Parameters:
  ///   - start: the offset of the first byte that is no white space.
  ///   - end: the number of bytes that were read.
  ///   - isLast: whether they are all.
  static func of(_ bytes: Span<UInt8>, from start: Int, end: Int, isLast: Bool) -> Answer {
    let found = signatures.map { (begins($0.mark, bytes, start, end: end), $0.format) }
    if let (_, format) = found.first(where: { $0.0 == true }) { return .format(format) }
    let ustar = begins(Array("ustar".utf8), bytes, start + 257, end: end)
    if ustar == true { return .format(tar) }
    // A longer mark comes before its beginning.
    for page in webPages {
      switch begins(Array(page.mark.utf8), bytes, start, end: end, inAnyCase: true) {
      case true?:
        return .format(
          ForeignFormat(page.name, "check the file: a server may have answered with a web page"))
      case nil where !isLast: return .unknownYet
      default: continue
      }
    }
    if !isLast, found.contains(where: { $0.0 == nil }) { return .unknownYet }
    switch isTable(bytes, start, end: end) {
    case true?:
      return .format(
        ForeignFormat(
          "a table of delimited values", "export the records as JSON, or convert each row to an object"))
    case nil where !isLast: return .unknownYet
    default: break
    }
    // The head of an archive names a file, and has no lines.
    let isLine = Resynchronisation.firstLineFeed(bytes, from: start, end: min(end, start + 257)) != nil
    return ustar == nil && !isLast && !isLine ? .unknownYet : .none
  }

  /// Whether bytes begin with a mark; nil if they end inside of it.
  private static func begins(
    _ mark: [UInt8], _ bytes: Span<UInt8>, _ start: Int, end: Int, inAnyCase: Bool = false
  ) -> Bool? {
    for (index, byte) in mark.enumerated() {
      guard start + index < end else { return nil }
      let isLetter = inAnyCase && byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      if bytes[start + index] | (isLetter ? 0x20 : 0) != byte { return false }
    }
    return true
  }

  // MARK: By bytes

  /// Returns the name of the encoding of Unicode that a file has in place of UTF-8; nil where it is UTF-8, for all that its first
  /// bytes tell.
  ///
  /// Without a byte order mark, a file of JSON begins with a character of ASCII, whose other bytes are zero.
  static func encoding(of bytes: Span<UInt8>, end: Int) -> String? {
    guard end >= 2 else { return nil }
    let first = (bytes[0], bytes[1], bytes[2], bytes[3])
    switch first {
    case (0xff, 0xfe, 0, 0), (0, 0, 0xfe, 0xff): return end >= 4 ? "UTF-32" : "UTF-16"
    case (0xff, 0xfe, _, _), (0xfe, 0xff, _, _): return "UTF-16"
    case (1..., 0, 0, 0) where end >= 4: return "UTF-32LE"
    case (0, 0, 0, 1...) where bytes[4] == 0 && end > 4: return "UTF-32BE"
    case (1..., 0, _, _): return "UTF-16LE"
    case (0, 1..., _, _): return "UTF-16BE"
    default: return nil
    }
  }

  /// Whether enough was read of a file to know its encoding.
  static func showsEncoding(_ bytes: Span<UInt8>, end: Int, isLast: Bool) -> Bool {
    if isLast || end > 4 { return true }
    return end >= 2 && bytes[0] != 0 && bytes[1] != 0 && bytes[0] < 0xfe
  }

  private static func packed(_ name: String, _ command: String) -> ForeignFormat {
    ForeignFormat(name, "decompress it first: \(command)")
  }

  private static let tar = packed("a tar archive", "tar -xOf")

  /// Source: the formats' own specifications, and the list of signatures in the manual of `file`. Read in November 2026.
  private static let signatures: [(mark: [UInt8], format: ForeignFormat)] = [
    ([0x50, 0x4b, 0x03, 0x04], packed("a zip archive", "unzip -p")),
    ([0x50, 0x4b, 0x05, 0x06], packed("an empty zip archive", "unzip -p")),
    (Array("BZh".utf8), packed("compressed with bzip2", "bzip2 -dc")),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], packed("compressed with xz", "xz -dc")),
    ([0x28, 0xb5, 0x2f, 0xfd], packed("compressed with zstd", "zstd -dc")),
    ([0x04, 0x22, 0x4d, 0x18], packed("compressed with lz4", "lz4 -dc")),
    ([0x1f, 0x9d], packed("compressed with compress", "uncompress -c")),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], packed("a 7z archive", "7z x -so")),
    (Array("Rar!".utf8), packed("a rar archive", "unrar p -inul")),
    (Array("%PDF-".utf8), ForeignFormat("a PDF document", "export the records as JSON")),
    ([0xd0, 0xcf, 0x11, 0xe0], ForeignFormat("an Office document", "export the records as JSON")),
    ([0x89, 0x50, 0x4e, 0x47], ForeignFormat("a picture", "remove it")),
    ([0xff, 0xd8, 0xff], ForeignFormat("a picture", "remove it")),
    (Array("GIF8".utf8), ForeignFormat("a picture", "remove it")),
    (Array("SQLite format 3".utf8), ForeignFormat("an SQLite database", "export the records: sqlite3 -json")),
    (Array("PAR1".utf8), ForeignFormat("a Parquet file", "export the records as JSON")),
  ]

  // MARK: By words

  private struct WebPage {
    let mark, name: String
  }

  private static let webPages = [
    WebPage(mark: "<!doctype html", name: "an HTML page"), WebPage(mark: "<html", name: "an HTML page"),
    WebPage(mark: "<?xml", name: "an XML document"), WebPage(mark: "<", name: "a document with tags"),
  ]

  /// Whether the first line is the head of a table: three names at least, with commas, semicolons or tabs between;
  /// nil if its end was not read.
  private static func isTable(_ bytes: Span<UInt8>, _ start: Int, end: Int) -> Bool? {
    var separators: [UInt8: Int] = [:]
    var position = start
    var isNameOpen = false
    while position < end, position < start + 4096 {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return isNameOpen && separators.count == 1 && (separators.first?.value ?? 0) >= 2
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"):
        // Numbers and literals alone are JSON that lost its brackets.
        guard isNameOpen else { return false }
        separators[byte, default: 0] += 1
        isNameOpen = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
        isNameOpen = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
        UInt8(ascii: "#"):
        break
      default: return false
      }
      position += 1
    }
    return position < end ? false : nil
  }
}
