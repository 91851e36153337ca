internal import ChatEvents

/// The routes as an error lists them.
enum RouteList {
  /// Returns the routes from some formats, or all if none leads from them, one a line.
  static func text(from formats: [Format]) -> String {
    let routes = Routes.all.filter { formats.contains($0.from) }
    return "Routes:\n"
      + (routes.isEmpty ? Routes.all : routes)
      .map { "  --from \($0.from.name) --to \($0.to.name)   \($0.summary)" }.joined(separator: "\n")
  }

  /// Returns the formats that a file's first record can be of; none if there is no such file, or it does not tell.
  static func formats(ofFirstRecordIn path: String?) -> [Format] {
    guard let path, FileStatus(path: path)?.size != nil, let descriptor = try? Descriptor.reading(path)
    else { return [] }
    var text = [UInt8](repeating: 0, count: 1 << 20)
    let count = (try? descriptor.read(into: &text)) ?? 0
    try? descriptor.close()
    return Format.ofFirstRecord(in: Array(text[..<count]))
  }
}
