/// A list of files, as `find -print` or `find -print0` writes it.
enum FileList {
  /// Returns the names in a list.
  ///
  /// A list that contains a NUL has a NUL after each name, since no name contains one. Any other has a name a line; a carriage
  /// return before the line feed is not a part of the name. Empty entries are skipped, and so is a byte order mark.
  static func entries(of list: [UInt8]) -> [String] {
    let names = withoutMark(list)
    if names.contains(0) { return names.split(separator: 0).map { String(fileName: $0) } }
    return names.split(separator: UInt8(ascii: "\n"))
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
      .filter { !$0.isEmpty }
      .map { String(fileName: $0) }
  }

  /// Returns a list without a byte order mark at its start.
  static func withoutMark(_ list: [UInt8]) -> ArraySlice<UInt8> {
    list.starts(with: [0xEF, 0xBB, 0xBF]) ? list.dropFirst(3) : list[...]
  }

  /// Whether a list is UTF-16, whose NULs separate nothing.
  static func isUTF16(_ list: [UInt8]) -> Bool {
    guard list.count >= 4 else { return false }
    return list.starts(with: [0xFF, 0xFE]) && list[3] == 0 || list.starts(with: [0xFE, 0xFF]) && list[2] == 0
  }
}
