internal import JSONText

/// Holds values against compiled schemas, in memory that it keeps.
struct SchemaCheck: Sendable {
  /// Something that a value is and should not be.
  struct Violation: Sendable, Hashable {
    enum Kind: Sendable {
      case requiredMissing, datatypeMismatch, additionalProperties, other
    }

    let kind: Kind
    /// Where the value is; of a member that is not allowed, its key.
    let offset: Int
    /// What is expected, as a clause.
    let message: String
  }

  private let schemas: CompiledSchemas
  private var searches: [PatternSearch]

  /// What was found, in no order.
  private(set) var violations: [Violation] = []
  /// Whether a value nests so deep that not all of it was looked at.
  private(set) var isTooDeep = false

  private var depth = 0
  /// For each schema that is open, which of the members that must be there are; the innermost one's are the last.
  private var seen: [Bool] = []
  /// What is known already of values that come to one schema on several ways.
  private var known: [Comparison: Bool] = [:]

  private struct Comparison: Hashable {
    let schema: SchemaNode.Index
    let value: Int
    let isReported: Bool
  }

  /// How many schemas may be open at a time.
  static let depthLimit = 256

  init(_ schemas: CompiledSchemas) {
    self.schemas = schemas
    searches = schemas.patterns.map { PatternSearch([$0]) }
  }

  /// Notes what is wrong with a value.
  ///
  /// Cost: for each schema that looks at a value, a look at it; at a list of allowed texts one look-up.
  mutating func check(
    _ value: Int, _ schema: SchemaNode.Index, of tape: borrowing RecordTape, _ bytes: Span<UInt8>
  ) {
    violations.removeAll(keepingCapacity: true)
    if !known.isEmpty { known.removeAll(keepingCapacity: true) }
    (depth, isTooDeep) = (0, false)
    _ = fits(value, schema, of: tape, bytes, reports: true)
    if violations.count > 1 {
      var known: Set<Violation> = []
      violations.removeAll { !known.insert($0).inserted }
    }
  }

  /// Whether a value fits a schema.
  ///
  /// - Parameter reports: whether what is wrong is noted.
  private mutating func fits(
    _ value: Int, _ schema: SchemaNode.Index, of tape: borrowing RecordTape, _ bytes: Span<UInt8>,
    reports: Bool
  ) -> Bool {
    let node = schemas.nodes[schema]
    guard node.demands.isShared else { return look(at: value, node, of: tape, bytes, reports: reports) }
    let comparison = Comparison(schema: schema, value: value, isReported: reports)
    if let result = known[comparison] { return result }
    let result = look(at: value, node, of: tape, bytes, reports: reports)
    known[comparison] = result
    return result
  }

  private mutating func look(
    at value: Int, _ node: SchemaNode, of tape: borrowing RecordTape, _ bytes: Span<UInt8>, reports: Bool
  ) -> Bool {
    guard depth < Self.depthLimit else {
      isTooDeep = true
      return true
    }
    depth += 1
    defer { depth -= 1 }
    var fits = looksRight(value, node, of: tape, bytes, reports: reports)
    if !fits, !reports { return false }
    switch tape.nodes[value].slice.kind {
    case .object:
      if node.demands.members != nil, !members(of: value, node, of: tape, bytes, reports: reports) {
        fits = false
      }
    case .array:
      if !elements(of: value, node, of: tape, bytes, reports: reports) { fits = false }
    default: break
    }
    if !node.hasParts || !fits && !reports { return fits }
    return parts(value, node, of: tape, bytes, reports: reports) && fits
  }

  /// Looks at what a schema demands of the value itself.
  private mutating func looksRight(
    _ value: Int, _ node: SchemaNode, of tape: borrowing RecordTape, _ bytes: Span<UInt8>, reports: Bool
  ) -> Bool {
    let slice = tape.nodes[value].slice
    var fits = true
    if let types = node.demands.types, !types.include(slice, bytes) {
      fits = false
      if reports {
        note(.datatypeMismatch, slice, "the plan expects \(types.words), found \(types.phrase(of: slice))")
      }
    }
    if node.demands.isNever {
      fits = false
      if reports { note(.other, slice, "the plan allows no value here") }
    }
    if let values = node.demands.values, !values.include(value, of: tape, bytes) {
      fits = false
      if reports { note(.other, slice, "the plan allows only \(values.words)") }
    }
    switch slice.kind {
    case .string: return text(slice, node, bytes, reports: reports) && fits
    case .integer, .number: return number(slice, node, bytes, reports: reports) && fits
    default: return fits
    }
  }

  private mutating func text(
    _ slice: Slice, _ node: SchemaNode, _ bytes: Span<UInt8>, reports: Bool
  ) -> Bool {
    var fits = true
    let length = node.demands.textLength
    if !length.isEmpty, !length.allow(Text.scalarCount(bytes, slice)) {
      fits = false
      if reports { note(.other, slice, "the plan expects \(length.words("character", "characters"))") }
    }
    guard node.demands.pattern != nil || node.demands.format != nil else { return fits }
    let text = Text.unescaped(bytes, slice.content)
    if let pattern = node.demands.pattern, !searches[pattern].isFound(in: text.span) {
      fits = false
      if reports {
        note(.other, slice, "the plan expects text that matches \(schemas.patterns[pattern].source)")
      }
    }
    if let format = node.demands.format, !format.fits(text[...]) {
      fits = false
      if reports { note(.other, slice, "the plan expects the format \(format.rawValue)") }
    }
    return fits
  }

  private mutating func number(
    _ slice: Slice, _ node: SchemaNode, _ bytes: Span<UInt8>, reports: Bool
  ) -> Bool {
    guard !node.demands.bounds.isEmpty else { return true }
    let number = ExactNumber(slice, bytes)
    var fits = true
    for bound in node.demands.bounds where !bound.allows(number) {
      fits = false
      if reports { note(.other, slice, "the plan expects \(bound.words)") }
    }
    return fits
  }

  private mutating func elements(
    of array: Int, _ node: SchemaNode, of tape: borrowing RecordTape, _ bytes: Span<UInt8>, reports: Bool
  ) -> Bool {
    guard node.demands.items != nil || !node.demands.itemCount.isEmpty else { return true }
    var (fits, count) = (true, 0)
    var element = array + 1
    while element < tape.nodes[array].after {
      if let items = node.demands.items, !self.fits(element, items, of: tape, bytes, reports: reports) {
        if !reports { return false }
        fits = false
      }
      count += 1
      element = Int(tape.nodes[element].after)
    }
    let limits = node.demands.itemCount
    if !limits.allow(count) {
      fits = false
      if reports {
        note(.other, tape.nodes[array].slice, "the plan expects \(limits.words("element", "elements"))")
      }
    }
    return fits
  }

  private mutating func members(
    of object: Int, _ node: SchemaNode, of tape: borrowing RecordTape, _ bytes: Span<UInt8>, reports: Bool
  ) -> Bool {
    guard let members = node.demands.members else { return true }
    let first = seen.count
    seen.append(contentsOf: repeatElement(false, count: members.required.count))
    defer { seen.removeLast(seen.count - first) }
    var (fits, next) = (true, 0)
    var key = object + 1
    while key < tape.nodes[object].after {
      let name = members.names.index(of: tape.nodes[key].slice, bytes, expecting: next)
      next = name.map { $0 + 1 } ?? next
      if let place = name.flatMap({ members.named[$0].required }) { seen[first + place] = true }
      if !member(key, name, members, of: tape, bytes, reports: reports) {
        if !reports { return false }
        fits = false
      }
      key = Int(tape.nodes[key + 1].after)
    }
    for (place, name) in members.required.enumerated() where !seen[first + place] {
      if !reports { return false }
      fits = false
      note(.requiredMissing, tape.nodes[object].slice, "the plan requires a member \(name.quotedShortly)")
    }
    return fits
  }

  private mutating func member(
    _ key: Int, _ name: Int?, _ members: MemberDemands, of tape: borrowing RecordTape, _ bytes: Span<UInt8>,
    reports: Bool
  ) -> Bool {
    if let name, members.named[name].isProperty {
      guard let schema = members.named[name].schema else { return true }
      return fits(key + 1, schema, of: tape, bytes, reports: reports)
    }
    switch members.others {
    case .allowed: return true
    case .schema(let schema): return fits(key + 1, schema, of: tape, bytes, reports: reports)
    case .refused:
      if reports {
        let name = String(decoding: Text.unescaped(bytes, tape.nodes[key].slice.content), as: UTF8.self)
        note(
          .additionalProperties, tape.nodes[key].slice, "the plan has no member \(name.quotedShortly) here")
      }
      return false
    }
  }

  /// Looks at the schemas inside of one that look at the same value.
  private mutating func parts(
    _ value: Int, _ node: SchemaNode, of tape: borrowing RecordTape, _ bytes: Span<UInt8>, reports: Bool
  ) -> Bool {
    var fits = true
    if let reference = node.demands.reference {
      fits = self.fits(value, reference, of: tape, bytes, reports: reports)
    }
    for part in node.demands.allOf where fits || reports {
      if !self.fits(value, part, of: tape, bytes, reports: reports) { fits = false }
    }
    if fits || reports, !choices(value, node, of: tape, bytes, reports: reports) { fits = false }
    if fits || reports, let part = node.demands.not, self.fits(value, part, of: tape, bytes, reports: false) {
      fits = false
      if reports { note(.other, tape.nodes[value].slice, "the plan excludes this value with \"not\"") }
    }
    return fits
  }

  private mutating func choices(
    _ value: Int, _ node: SchemaNode, of tape: borrowing RecordTape, _ bytes: Span<UInt8>, reports: Bool
  ) -> Bool {
    var fits = true
    if !node.demands.anyOf.isEmpty {
      fits = false
      for part in node.demands.anyOf where !fits {
        fits = self.fits(value, part, of: tape, bytes, reports: false)
      }
      if !fits, reports {
        note(
          .other, tape.nodes[value].slice,
          "none of the \(node.demands.anyOf.count) schemas of \"anyOf\" matches"
        )
      }
    }
    if node.demands.oneOf.isEmpty || !fits && !reports { return fits }
    var count = 0
    for part in node.demands.oneOf where self.fits(value, part, of: tape, bytes, reports: false) {
      count += 1
    }
    if count == 1 { return fits }
    if reports {
      let found = count == 0 ? "none" : "\(count)"
      note(
        .other, tape.nodes[value].slice,
        "\(found) of the \(node.demands.oneOf.count) schemas of \"oneOf\" match\(count == 0 ? "es" : "; exactly one must")"
      )
    }
    return false
  }

  private mutating func note(_ kind: Violation.Kind, _ slice: Slice, _ message: String) {
    violations.append(Violation(kind: kind, offset: Int(slice.start), message: message))
  }
}

extension String {
  /// The text in quotes; of a long one only how it begins.
  var quotedShortly: String { count > 100 ? "\"\(prefix(100))…\"" : "\"\(self)\"" }
}
