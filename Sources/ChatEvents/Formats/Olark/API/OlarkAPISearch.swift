extension OlarkAPI {
  /// The result of a search for a name.
  public enum Finding: Sendable {
    /// The entry with exactly this name.
    case one(Entry)
    /// Entries whose names begin with it, followed by a dot: `locale` finds `locale.welcome_title`.
    case several([Entry])
    /// No entry, and the name that was probably intended.
    case nothing(nearest: String?)
  }

  /// Searches the entries of a kind for a name; without a name, it finds all of them.
  ///
  /// - Parameters:
  ///   - name: a name, or the beginning of names up to a dot.
  ///   - kind: nil for all kinds.
  public static func find(_ name: String?, kind: Kind? = nil) -> Finding {
    func isWanted(_ entry: Entry) -> Bool { kind == nil || entry.kind == kind }
    let wanted = entries.filter(isWanted)
    guard let name else { return .several(wanted) }
    if let entry = wanted.first(where: { $0.name == name }) { return .one(entry) }
    let start = name.hasSuffix(".") ? name : "\(name)."
    let several = wanted.filter { $0.name.hasPrefix(start) }
    return several.isEmpty ? .nothing(nearest: nearestName(to: name, where: isWanted)) : .several(several)
  }

  /// Returns the name that was probably meant; where only the last part of a name was given, the whole name.
  static func nearestName(to name: String, where isWanted: (Entry) -> Bool) -> String? {
    let names = entries.filter(isWanted).map(\.name)
    if let nearest = NearestName.among(names, to: name) { return nearest }
    // The page's menu has names of its own for parts of a setting: `system.hb_custom_style_…`.
    let longer = names.filter { name.hasPrefix("\($0)_") || name.hasPrefix("\($0).") }
    if let whole = longer.max(by: { $0.count < $1.count }) { return whole }
    let ends = names.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    return NearestName.among(ends, to: name).flatMap { end in names.first { $0.hasSuffix(".\(end)") } }
  }
}
