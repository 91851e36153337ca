extension OlarkAPI {
  /// What a look for a name brings.
  public enum Finding: Sendable {
    /// The one that has exactly this name.
    case one(Entry)
    /// Those whose names begin with it, up to a point: `locale` finds `locale.welcome_title`.
    case several([Entry])
    /// Nothing, and the name that was probably meant.
    case nothing(nearest: String?)
  }

  /// Looks for a name among those of a kind; without a name it finds all of them.
  ///
  /// - Parameters:
  ///   - name: a name, or the beginning of names up to a point.
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
