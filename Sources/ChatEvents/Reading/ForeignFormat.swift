internal import JSONText

/// A file format that is often handed over in place of JSON, told by how a file begins.
struct ForeignFormat: Sendable {
  /// What it is, with its article.
  let name: String
  /// What to do with such a file.
  let fix: String

  private init(_ name: String, _ fix: String) { (self.name, self.fix) = (name, fix) }

  /// Returns the format of a file; nil where it is none of these.
  ///
  /// - Parameter end: the number of the file's first bytes that were read.
  static func of(_ bytes: Span<UInt8>, end: Int) -> ForeignFormat? {
    func begins(_ mark: [UInt8], at offset: Int = 0) -> Bool {
      offset + mark.count <= end && Text.areEqual(bytes, offset..<offset + mark.count, mark)
    }
    if let found = signatures.first(where: { begins($0.mark) }) { return found.format }
    if begins(Array("ustar".utf8), at: 257) { return tar }
    let start = begins(Resynchronisation.byteOrderMark) ? 3 : 0
    if let found = webPages.first(where: { isText($0, bytes, start, end: end) }) {
      return ForeignFormat(found.name, "look at it: a server may have answered with a page for a person")
    }
    return isTable(bytes, start, end: end)
      ? ForeignFormat(
        "a table of separated values", "export the records as JSON, or make an object of each row") : nil
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

  private static func packed(_ name: String, _ command: String) -> ForeignFormat {
    ForeignFormat(name, "unpack it first: \(command)")
  }

  private static let tar = packed("a tar archive", "tar -xOf")

  /// Source: the formats' own specifications, and the list of signatures in the manual of `file`. Read in November 2026.
  private static let signatures: [(mark: [UInt8], format: ForeignFormat)] = [
    ([0x50, 0x4b, 0x03, 0x04], packed("a zip archive", "unzip -p")),
    ([0x50, 0x4b, 0x05, 0x06], packed("an empty zip archive", "unzip -p")),
    (Array("BZh".utf8), packed("packed with bzip2", "bzip2 -dc")),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], packed("packed with xz", "xz -dc")),
    ([0x28, 0xb5, 0x2f, 0xfd], packed("packed with zstd", "zstd -dc")),
    ([0x04, 0x22, 0x4d, 0x18], packed("packed with lz4", "lz4 -dc")),
    ([0x1f, 0x9d], packed("packed with compress", "uncompress -c")),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], packed("a 7z archive", "7z x -so")),
    (Array("Rar!".utf8), packed("a rar archive", "unrar p -inul")),
    (Array("%PDF-".utf8), ForeignFormat("a PDF document", "export the records as JSON")),
    ([0xd0, 0xcf, 0x11, 0xe0], ForeignFormat("an Office document", "export the records as JSON")),
    ([0x89, 0x50, 0x4e, 0x47], ForeignFormat("a picture", "leave it out")),
    ([0xff, 0xd8, 0xff], ForeignFormat("a picture", "leave it out")),
    (Array("GIF8".utf8), ForeignFormat("a picture", "leave it out")),
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

  /// Whether a text begins behind white space like a page, in any case of the letters.
  private static func isText(_ page: WebPage, _ bytes: Span<UInt8>, _ start: Int, end: Int) -> Bool {
    var position = start
    while position < end, bytes[position] <= 0x20 { position += 1 }
    for letter in page.mark.utf8 {
      guard position < end else { return false }
      let isLetter = letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
      if bytes[position] | (isLetter ? 0x20 : 0) != letter { return false }
      position += 1
    }
    return true
  }

  /// Whether the first line is the head of a table: three names at least, with commas, semicolons or tabs between.
  private static func isTable(_ bytes: Span<UInt8>, _ start: Int, end: Int) -> Bool {
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
    return false
  }
}
