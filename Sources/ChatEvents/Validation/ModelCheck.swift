internal import JSONText

/// A model compiled for looking at documents: every member that it names is held against its type.
///
/// It never changes once it is made. What the model does not name is passed over.
final class ModelCheck: Sendable {
  private let names: MemberNames
  private let fields: [CompiledField]
  /// The fields' types, and what the objects inside values are held against, by the fields' indices into them.
  private let types: [FieldType]
  private let inner: [ModelCheck]
  /// The members that must be there: where they stand among the fields, and what they are.
  private let required: [(index: Int, field: Field)]
  /// Groups of members of which one must be there, and filled.
  private let needsOneOf: [[String]]
  /// The member that tells which of several kinds an object is of, and what each of them is held against.
  private let variants: (member: String, checks: [(value: String, check: ModelCheck)])?

  /// One member, with what is looked for inside it. It refers to nothing, so that the hot path can copy it for nothing.
  private struct CompiledField: Sendable {
    let kinds: Kinds
    let content: Content
  }

  /// What is looked at inside a value; of objects, the index of what they are held against.
  private enum Content: Sendable {
    case nothing
    case value
    case object(Int)
    case list(Int)
    case map(Int)
    case texts
  }

  /// Compiles a model.
  ///
  /// - Parameters:
  ///   - isDemanding: whether members that must be there are missed; not where somebody else misses them, in better words.
  ///   - skipped: members that are looked at by somebody else.
  init(_ model: Model, isDemanding: Bool = true, except skipped: [String] = []) {
    variants = model.variants.map { variants in
      (variants.member, variants.models.map { ($0.value, ModelCheck($0.model, isDemanding: isDemanding)) })
    }
    needsOneOf = isDemanding ? model.needsOneOf : []
    // Where the kind says what the members are, only the member that tells it is common to all.
    let known = model.fields.filter { model.variants == nil || $0.name == model.variants?.member }
      .filter { !skipped.contains($0.name) }
    var inner: [ModelCheck] = []
    func check(_ model: Model) -> Int {
      inner.append(ModelCheck(model))
      return inner.count - 1
    }
    fields = known.map { field in
      let content: Content =
        switch field.type {
        case .object(let model): .object(check(model))
        case .list(let model): .list(check(model))
        case .map(let model): .map(check(model))
        case .texts: .texts
        default: field.type.demandsMore ? .value : .nothing
        }
      return CompiledField(kinds: field.type.kinds, content: content)
    }
    types = known.map(\.type)
    self.inner = inner
    names = MemberNames(known.map(\.name))
    precondition(fields.count <= UInt64.bitWidth, "\(model.name) has more members than one word has bits")
    required =
      isDemanding
      ? known.enumerated().filter { model.required.contains($0.element.name) }
        .map { (index: $0.offset, field: $0.element) } : []
  }

  /// Looks at a sound object, and notes what is wrong with it.
  ///
  /// Cost: a look at each byte.
  ///
  /// - Parameters:
  ///   - start: the offset of its brace.
  ///   - texts: is shown everything that is in it.
  /// - Returns: the offset behind it.
  func check(
    _ bytes: Span<UInt8>, _ start: Int, into diagnostics: inout [Diagnostic], _ texts: inout InteroperableText
  ) -> Int {
    if let variant = variant(bytes, start) { return variant.check(bytes, start, into: &diagnostics, &texts) }
    var (seen, filled): (UInt64, UInt64) = (0, 0)
    var next = 0
    var (hasUnknown, looksAgain) = (false, false)
    let end = SoundText.members(bytes, start) { key, position in
      let index = names.index(of: key, bytes, expecting: next)
      if index < 0 {
        if !hasUnknown { texts.enter() }
        hasUnknown = true
        if texts.look(bytes, atKey: key) { looksAgain = true }
        return texts.pass(bytes, position)
      }
      next = index + 1
      let bit: UInt64 = 1 << UInt64(index)
      if seen & bit != 0 {
        diagnostics.append(Diagnostic(code: Code(.repeatedKey), offset: Int(key.start)))
      }
      seen |= bit
      if bytes[position] == UInt8(ascii: "n") { filled &= ~bit } else { filled |= bit }
      return value(bytes, position, index, into: &diagnostics, &texts)
    }
    if hasUnknown { texts.leave() }
    if looksAgain { texts.lookAgain(bytes, at: start) }
    let object = start..<(end ?? start)
    for (index, field) in required where filled & (1 << UInt64(index)) == 0 {
      diagnostics.append(
        Diagnostic(
          code: .missingMember, offset: start, message: "expected a member \"\(field.name)\"",
          fix: "add it: \(field.type.words)"))
    }
    if !needsOneOf.isEmpty { missNeeded(bytes, object, into: &diagnostics) }
    return object.upperBound
  }

  /// Returns what an object is held against that is of one of several kinds; nil where it is of none that is known.
  private func variant(_ bytes: Span<UInt8>, _ start: Int) -> ModelCheck? {
    guard let variants, let kind = SoundText.value(of: variants.member, bytes, start) else { return nil }
    return variants.checks.first { Text.isEqual(bytes, kind, to: $0.value) }?.check
  }

  /// Notes where none of several members is there that could stand for each other.
  private func missNeeded(_ bytes: Span<UInt8>, _ object: Range<Int>, into diagnostics: inout [Diagnostic]) {
    let object = Slice(start: object.lowerBound, count: object.count, kind: .object)
    for group in needsOneOf {
      let isThere = group.contains { name in
        object.values(of: name, bytes).contains {
          $0.isPresent && !($0.kind == .string && $0.content.isEmpty)
        }
      }
      if !isThere {
        let names = group.map { "\"\($0)\"" }.joined(separator: " or ")
        diagnostics.append(
          Diagnostic(code: .missingMember, offset: Int(object.start), message: "expected a member \(names)"))
      }
    }
  }

  /// Looks at a member's value, and returns the offset behind it.
  private func value(
    _ bytes: Span<UInt8>, _ start: Int, _ index: Int, into diagnostics: inout [Diagnostic],
    _ texts: inout InteroperableText
  ) -> Int {
    let field = fields[index]
    switch (field.content, bytes[start]) {
    case (.object(let model), UInt8(ascii: "{")):
      return inner[model].check(bytes, start, into: &diagnostics, &texts)
    case (.list(let model), UInt8(ascii: "[")), (.map(let model), UInt8(ascii: "{")):
      return inner[model].checkElements(bytes, start, into: &diagnostics, &texts)
    default:
      let found = SoundText.slice(bytes, start)
      if field.kinds.allows(.object), found.isEmptyArray(bytes) {
        // It is an object without members, which may lack some.
        if case .object(let model) = field.content {
          return inner[model].check(bytes, start, into: &diagnostics, &texts)
        }
        return found.range.upperBound
      }
      if found.kind == .object || found.kind == .array {
        _ = texts.pass(bytes, start)
      } else {
        texts.look(bytes, at: found)
      }
      if !field.kinds.allows(found.kind) {
        if found.kind != .null {
          diagnostics.append(.typeMismatch(start, byte: bytes[start], expected: types[index].words))
        }
      } else if case .value = field.content, let diagnostic = types[index].diagnostic(about: found, bytes) {
        diagnostics.append(diagnostic)
      } else if case .texts = field.content {
        for element in found.elements(bytes) where element.kind != .string {
          let offset = Int(element.start)
          diagnostics.append(.typeMismatch(offset, byte: bytes[offset], expected: "a string"))
        }
      }
      return found.range.upperBound
    }
  }

  /// Looks at each element of an array of such objects, or at each value of an object whose keys are data.
  private func checkElements(
    _ bytes: Span<UInt8>, _ start: Int, into diagnostics: inout [Diagnostic], _ texts: inout InteroperableText
  ) -> Int {
    if bytes[start] == UInt8(ascii: "[") {
      return SoundText.elements(bytes, start) { element in
        checkElement(bytes, element, isNullable: false, into: &diagnostics, &texts)
      }
    }
    texts.enter()
    // A member that is `null` is as good as absent; an element is one in any case.
    let end = SoundText.members(bytes, start) { key, value in
      _ = texts.look(bytes, atKey: key)
      return checkElement(bytes, value, isNullable: true, into: &diagnostics, &texts)
    }
    texts.leave()
    return end ?? start
  }

  private func checkElement(
    _ bytes: Span<UInt8>, _ start: Int, isNullable: Bool, into diagnostics: inout [Diagnostic],
    _ texts: inout InteroperableText
  ) -> Int {
    let byte = bytes[start]
    if byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: "[") && SoundText.slice(bytes, start).isEmptyArray(bytes)
    {
      return check(bytes, start, into: &diagnostics, &texts)
    }
    if !isNullable || bytes[start] != UInt8(ascii: "n") {
      diagnostics.append(.typeMismatch(start, byte: bytes[start], expected: "an object"))
    }
    return texts.pass(bytes, start)
  }
}
