internal import JSONText

/// A model compiled for redaction: what becomes of each member, as its field table says.
///
/// What the model does not name is looked through. It never changes once it is made.
final class FieldRedaction: Sendable {
  private let names: MemberNames
  private let fields: [CompiledField]
  /// What becomes of the objects inside values, by the fields' indices into them.
  private let inner: [FieldRedaction]
  /// What objects of this model become that are of one of several kinds, by the value of one member.
  private let variants: (member: String, kinds: [(value: String, redaction: FieldRedaction)])?

  /// One member. It refers to nothing, so that the hot path can copy it for nothing.
  private struct CompiledField: Sendable {
    let kinds: Kinds
    let privacy: Field.Privacy
    var content = Content.data
    /// The index of what becomes of the objects inside.
    var inner = -1
  }

  /// What a value is made of.
  private enum Content: Sendable {
    case data, object, list, map
  }

  /// What a record says of itself that decides about members further inside.
  struct Context: Sendable {
    var text: TextRedaction
    /// How it is known who wrote a message.
    var authors: MessageAuthors
    /// The visitor's name, where messages have their authors' names.
    var visitorName = Slice.absent
    /// Whether an operator wrote the message that the record is about.
    var isOperators = false
    /// The ids of the person that may be part of others.
    var ids: [Slice] = []
    /// What is made anew of ids by the caller; any other member that is made of ids is replaced.
    var remade = Slice.absent
  }

  /// Compiles a model.
  init(_ model: Model) {
    variants = model.variants.map { variants in
      (
        variants.member,
        variants.models.map { ($0.value, FieldRedaction($0.model.joined(withOthersOf: model))) }
      )
    }
    names = MemberNames(model.fields.map(\.name))
    var inner: [FieldRedaction] = []
    fields = model.fields.map { field in
      var compiled = CompiledField(kinds: field.type.kinds, privacy: field.privacy)
      let found: (Content, Model)? =
        switch field.type {
        case .object(let model), .open(let model): (.object, model)
        case .list(let model): (.list, model)
        case .map(let model): (.map, model)
        default: nil
        }
      if let found {
        (compiled.content, compiled.inner) = (found.0, inner.count)
        inner.append(FieldRedaction(found.1))
      }
      return compiled
    }
    self.inner = inner
  }

  /// Notes what is to be replaced in a sound object.
  ///
  /// Cost: a look at each byte.
  ///
  /// - Parameter row: the offset of the element of a list in which the object is; nil outside of lists.
  /// - Returns: the offset behind the object.
  func redact(
    _ bytes: Span<UInt8>, _ start: Int, in row: Int? = nil, _ context: Context,
    into edits: inout Edits
  ) -> Int {
    if let kind = kind(bytes, start) { return kind.redact(bytes, start, in: row, context, into: &edits) }
    var next = 0
    return SoundText.members(bytes, start) { key, position in
      let index = names.index(of: key, bytes, expecting: next)
      if index >= 0 {
        next = index + 1
        return value(bytes, position, fields[index], in: start, row, context, into: &edits)
      }
      context.text.redactName(bytes, key, into: &edits)
      return LooseRedaction.value(bytes, position, named: key, context.text, into: &edits)
    } ?? start
  }

  /// Returns what an object becomes that is of one of several kinds; nil where that is not told by its kind.
  private func kind(_ bytes: Span<UInt8>, _ start: Int) -> FieldRedaction? {
    guard let variants, let kind = SoundText.value(of: variants.member, bytes, start) else { return nil }
    return variants.kinds.first { Text.isEqual(bytes, kind, to: $0.value) }?.redaction
  }

  /// Passes a member's value, and returns the offset behind it.
  private func value(
    _ bytes: Span<UInt8>, _ start: Int, _ field: CompiledField, in object: Int, _ row: Int?,
    _ context: Context, into edits: inout Edits
  ) -> Int {
    switch (field.content, bytes[start]) {
    case (.object, UInt8(ascii: "{")):
      return inner[field.inner].redact(bytes, start, in: row, context, into: &edits)
    case (.list, UInt8(ascii: "[")), (.map, UInt8(ascii: "{")):
      return inner[field.inner].redactElements(bytes, start, context, into: &edits)
    default:
      break
    }
    let found = SoundText.slice(bytes, start)
    let isExpected = field.kinds.allows(found.kind)
    switch field.privacy {
    case .keep where isExpected:
      break
    case .remade where found.start == context.remade.start:
      break
    case .drop, .remade:
      drop(bytes, found, isExpected ? field.kinds : Kinds(found.kind), context, into: &edits)
    case .author where isExpected && isVisitors(bytes, object, row, found, context):
      drop(bytes, found, field.kinds, context, into: &edits)
    case .derived where isExpected:
      context.text.redactPrefix(bytes, found, of: context.ids, into: &edits)
    case .keep, .author, .derived, .scan, .inside:
      LooseRedaction.value(bytes, found, context.text, into: &edits)
    }
    return found.range.upperBound
  }

  /// Replaces a value as a whole: an object's and an array's members, each for itself. Names are looked through.
  private func drop(
    _ bytes: Span<UInt8>, _ value: Slice, _ kinds: Kinds, _ context: Context,
    into edits: inout Edits
  ) {
    switch value.kind {
    case .object:
      value.forEachMember(bytes) { key, member in
        context.text.redactName(bytes, key, into: &edits)
        drop(bytes, member, .any, context, into: &edits)
      }
    case .array: for element in value.elements(bytes) { drop(bytes, element, .any, context, into: &edits) }
    default: context.text.replace(bytes, value, mayBecomeText: kinds.allows(.string), into: &edits)
    }
  }

  /// Passes an array of objects, or an object of objects whose keys are data.
  private func redactElements(
    _ bytes: Span<UInt8>, _ start: Int, _ context: Context, into edits: inout Edits
  ) -> Int {
    if bytes[start] == UInt8(ascii: "[") {
      return SoundText.elements(bytes, start) { element in
        redactElement(bytes, element, context, into: &edits)
      }
    }
    return SoundText.members(bytes, start) { _, value in
      redactElement(bytes, value, context, into: &edits)
    } ?? start
  }

  private func redactElement(
    _ bytes: Span<UInt8>, _ start: Int, _ context: Context, into edits: inout Edits
  ) -> Int {
    if bytes[start] == UInt8(ascii: "{") { return redact(bytes, start, in: start, context, into: &edits) }
    let element = SoundText.slice(bytes, start)
    LooseRedaction.value(bytes, element, context.text, into: &edits)
    return element.range.upperBound
  }

  /// Whether a message is the visitor's, so that its author's name is theirs.
  ///
  /// The object that has the name tells, or else the element of a list in which it is: a message may name its author in an
  /// object of its own.
  // Few members are asked; inside `value` it would keep that from being part of the loop over members.
  @inline(never)
  private func isVisitors(
    _ bytes: Span<UInt8>, _ object: Int, _ row: Int?, _ author: Slice, _ context: Context
  ) -> Bool {
    func told(by sign: MessageAuthors.Sign) -> Slice? {
      if let value = SoundText.value(of: sign.member, bytes, object) { return value }
      guard let row, row != object else { return nil }
      return SoundText.value(of: sign.member, bytes, row)
    }
    if context.isOperators { return false }
    if let sign = context.authors.operatorsMessage, let value = told(by: sign) {
      return !Text.isEqual(bytes, value, to: sign.value)
    }
    guard context.visitorName.kind == .string else { return true }
    if let sign = context.authors.visitorsMessage, let value = told(by: sign),
      Text.isEqual(bytes, value, to: sign.value)
    {
      return true
    }
    return author.isSameText(as: context.visitorName, bytes)
  }
}

extension Model {
  /// The model, and what is personal in records of other kinds: senders are not always strict about which kind has what.
  func joined(withOthersOf all: Model) -> Model {
    let names = Set(fields.map(\.name))
    let others = all.fields.filter { !names.contains($0.name) && $0.privacy != .keep }
    return Model(name, summary, fields + others)
  }
}
