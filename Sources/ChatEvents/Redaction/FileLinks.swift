internal import JSONText

/// Links to files in texts, known by how the path of a link ends: nobody knows what is in a file.
enum FileLinks {
  /// Returns the ranges of such links in a string's content, as it is written in the document.
  ///
  /// Cost: without a colon, a look at each 32 bytes.
  static func ranges(_ bytes: Span<UInt8>, _ content: Range<Int>) -> [Range<Int>] {
    var links: [Range<Int>] = []
    var position = content.lowerBound
    while position < content.upperBound {
      var colons = bytes.marks(position, of: UInt8(ascii: ":"), or: UInt8(ascii: ":"))
      while colons != 0 {
        let colon = position + colons.trailingZeroBitCount
        if colon >= content.upperBound { return links }
        if let link = link(bytes, colon, content) { links.append(link) }
        colons &= colons - 1
      }
      position += 32
    }
    return links
  }

  /// Returns the link to a file whose scheme ends at a colon.
  private static func link(_ bytes: Span<UInt8>, _ colon: Int, _ content: Range<Int>) -> Range<Int>? {
    guard let scheme = schemes.first(where: { ends($0, bytes, content.lowerBound..<colon) }) else {
      return nil
    }
    var (end, path) = (colon + 1, [UInt8]())
    while end < content.upperBound {
      let byte = bytes[end]
      // A slash may be written with a backslash; any other escape ends a link.
      if byte == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "/") {
        end += 1
        continue
      }
      if byte <= 0x20 || ends.contains(byte) { break }
      path.append(byte)
      end += 1
    }
    while let last = path.last, !isLetter(last), last &- UInt8(ascii: "0") > 9 { path.removeLast() }
    // Two slashes stand before the host, and another before the path.
    guard path.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]),
      path.count(where: { $0 == UInt8(ascii: "/") }) > 2, let dot = path.lastIndex(of: UInt8(ascii: ".")),
      endings.contains(String(decoding: path[(dot + 1)...], as: UTF8.self).lowercased())
    else { return nil }
    return colon - scheme.count..<end
  }

  /// Whether a text ends with a word of small letters, in any case.
  private static func ends(_ word: [UInt8], _ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    text.count >= word.count
      && word.indices.allSatisfy { bytes[text.upperBound - word.count + $0] | 0x20 == word[$0] }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private static let schemes = [Array("https".utf8), Array("http".utf8)]

  /// What ends the path of a link.
  private static let ends = Array(#""<>?#\"#.utf8)

  /// How the names of documents, pictures, recordings and archives end.
  private static let endings: Set<String> = [
    "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "pages",
    "numbers",
    "png", "jpg", "jpeg", "gif", "webp", "heic", "bmp", "tif", "tiff", "svg",
    "mp3", "m4a", "wav", "ogg", "mp4", "mov", "avi", "webm", "mkv",
    "zip", "rar", "7z", "gz", "tgz", "tar", "eml", "msg", "vcf",
  ]
}
