import JSONText
import Testing

@testable import ChatEvents

/// What is no JSON is named by its first bytes, with the command that makes JSON of it.
@Suite struct ForeignFormatTests {
  @Test(
    arguments: [
      ("PK\u{3}\u{4}\u{14}", "a zip archive", "unzip -p"), ("BZh91AY", "compressed with bzip2", "bzip2 -dc"),
      ("7z", nil, nil), ("%PDF-1.7\n", "a PDF document", nil), ("GIF89a", "a picture", nil),
      ("<!DOCTYPE html>\n", "an HTML page", nil), (" \r\n<HTML lang=en>", "an HTML page", nil),
      ("\u{feff}<?xml version='1.0'?>", "an XML document", nil), ("<chats>", "a document with tags", nil),
      ("id,kind,visitor\n1,Conversation,v\n", "a table of delimited values", nil),
      ("\u{feff}\"id\";\"kind\";\"visitor name\"\r\n", "a table of delimited values", nil),
      ("id\tkind\tname\n", "a table of delimited values", nil),
      ("name,größe,ort\n", "a table of delimited values", nil),
      ("SQLite format 3\0", "an SQLite database", "sqlite3 -json"),
      ("Rar!\u{1a}\u{7}", "a rar archive", "unrar"),
      // None of them: too few columns, values without brackets, a form body, a log, what has not been read up to its line's end.
      ("id,kind\n", nil, nil), ("1,2,3\n", nil, nil), ("data=a,b,c\n", nil, nil), ("a,,b,c\n", nil, nil),
      ("2026-01-01 INFO: a, b, c\n", nil, nil), ("a,b;c\n", nil, nil), ("id,kind,visitor", nil, nil),
      ("{\"a\":1}", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func itIsNamed(text: String, name: String?, command: String?) throws {
    let bytes = padded(text)
    let format = Self.format(bytes, end: text.utf8.count)
    #expect(format?.name == name)
    if let command { #expect(format?.fix.contains(command) == true) }
  }

  @Test(
    arguments: [
      ([0x28, 0xb5, 0x2f, 0xfd], "compressed with zstd"),
      ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], "compressed with xz"),
      ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "a 7z archive"), ([0x89, 0x50, 0x4e, 0x47, 0x0d], "a picture"),
      ([UInt8](repeating: 0x61, count: 257) + Array("ustar\0".utf8), "a tar archive"),
    ] as [([UInt8], String)])
  func itIsNamedByItsBytes(bytes: [UInt8], name: String) {
    let whole = bytes + [UInt8](repeating: 0, count: 64)
    let found = Self.format(whole, end: bytes.count)
    #expect(found?.name == name)
    // With a part of the mark it is nothing that is known.
    let cut = bytes.count - (["a picture", "a tar archive"].contains(name) ? 2 : 1)
    let part = bytes[..<cut] + [UInt8](repeating: 0, count: 64)
    #expect(Self.format(part, end: cut) == nil)
    // More bytes may follow.
    if case .unknownYet = ForeignFormat.of(part.span, from: 0, end: cut, isLast: false) { return }
    Issue.record("\(name) is decided by its first \(cut) bytes")
  }

  /// White space and a mark have been passed before a source is asked for its format.
  private static func format(_ bytes: some Sequence<UInt8>, end: Int) -> ForeignFormat? {
    let bytes = Array(bytes)
    let start = bytes.firstIndex { !([0x20, 0x0d, 0x0a, 0xef, 0xbb, 0xbf] as [UInt8]).contains($0) } ?? 0
    if case .format(let format) = ForeignFormat.of(bytes.span, from: start, end: end, isLast: true) {
      return format
    }
    return nil
  }

  /// It is one report for the whole file, up to a line that starts like a record.
  @Test func aFileIsReportedOnce() {
    let table = "id,kind,visitor\n" + String(repeating: "1,Conversation,v\n", count: 50)
    #expect(ReadItems(table).lines.count == 1)
    #expect(ReadItems(table).lines.first?.hasSuffix("[foreign-format]") == true)
    #expect(ReadItems(table + "{}\n").lines.last == "document 52:1 {}")
    #expect(ReadItems("{}\n" + table).lines.last?.hasSuffix("[expected-value]") == true)
  }
}
