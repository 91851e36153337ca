internal import ArgumentParser
internal import ChatEvents

// What the commands print that look something up, and read no records.

extension Explain {
  /// Returns what is asked for: a diagnostic, the list of them, or some routes.
  func explanation() throws -> String {
    if let code = code.flatMap(Code.named) { return code.explanation }
    if codes { return markdown ? Code.markdown : Code.list }
    let routes = Routes.all.filter { route in
      (from?.format).map { $0 == route.from } ?? true && to.map { $0.format == route.to } ?? true
    }
    guard !routes.isEmpty else {
      throw ValidationError("no such route (list them with: chatevents explain)")
    }
    if from == nil && to == nil && !markdown {
      return routes.map { "\($0.from.name) -> \($0.to.name): \($0.summary)\n" }.joined()
    }
    return routes.map { markdown ? $0.markdown : $0.explanation }.joined(separator: "\n")
  }
}

extension API {
  /// Returns what is asked for: one name, several, or all of them as a page.
  func answer() throws -> String {
    if markdown { return OlarkAPI.markdown }
    switch OlarkAPI.find(name, kind: kind) {
    case .one(let entry): return json ? "\(entry.json)\n" : entry.explanation
    case .several(let entries): return json ? entries.map { "\($0.json)\n" }.joined() : OlarkAPI.list(entries)
    case .nothing(let nearest):
      let meant = nearest.map(NearestName.hint(at:)) ?? ""
      throw ValidationError(
        "no \(kind?.rawValue ?? "name") '\(name ?? "")' in Olark's JavaScript API (list them with: chatevents api)\(meant)"
      )
    }
  }
}

extension Schema {
  /// Returns the schema that is named, or the list.
  func answer() throws -> String {
    guard let name else { return JSONSchema.list }
    if let schema = JSONSchema.named(name) { return schema.text }
    throw ValidationError(
      UsageError.unknown(
        "schema", name, among: JSONSchema.all.map(\.name), "list them with: chatevents schema"))
  }
}
