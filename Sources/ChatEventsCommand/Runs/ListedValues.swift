/// The values in a file that an option names, one a line.
///
/// Blanks around a value do not count; a blank line is none, and a byte order mark is no part of the first.
struct ListedValues {
  struct Value: Sendable, Hashable {
    let text: String
    /// From 1.
    let line: Int
  }

  private(set) var values: [Value] = []

  /// The lines that are not valid UTF-8, from 1.
  private(set) var invalidLines: [Int] = []

  /// Reads a file; `-` is standard input.
  ///
  /// - Throws: why it cannot be read, in words.
  init(of path: String) throws(Unreadable) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try path == "-" ? Descriptor.standardInput.contents() : Descriptor.contents(of: path)
    } catch {
      throw Unreadable(why: error.description)
    }
    if FileList.isUTF16(bytes) { throw Unreadable(why: "it is UTF-16; write it as UTF-8") }
    self.init(in: bytes)
  }

  /// Takes the values from the bytes of a file.
  init(in bytes: [UInt8]) {
    let lines = FileList.withoutMark(bytes).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var line = line.drop(while: Self.isBlank)
      while let last = line.last, Self.isBlank(last) { line.removeLast() }
      if line.isEmpty { continue }
      if let text = String(validating: line, as: UTF8.self) {
        values.append(Value(text: text, line: index + 1))
      } else {
        invalidLines.append(index + 1)
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// Why a file cannot be used.
  struct Unreadable: Error {
    let why: String
  }
}
