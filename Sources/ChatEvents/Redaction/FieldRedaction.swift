internal import JSONText
internal import PersonalData

/// A model compiled for redaction: what becomes of each member, as its field table says.
///
/// What the model does not name is looked through. It never changes once it is made.
final class FieldRedaction: Sendable {
  private let names: MemberNames
  private let fields: [CompiledField]
  /// What becomes of the objects inside values, by the fields' indices into them.
  private let inner: [FieldRedaction]
  /// The members that say what visitors were asked for.
  private let questions: [String]
  /// How members that the model does not name are judged.
  private let around: LooseRedaction.Around
  /// What objects of this model become that are of one of several kinds, by the value of one member.
  private let variants: (member: String, kinds: [(value: String, redaction: FieldRedaction)])?

  /// One member. It refers to nothing, so that the hot path can copy it for nothing.
  private struct CompiledField: Sendable {
    let kinds: Kinds
    /// Whether text may stand in place of a number.
    let takesText: Bool
    let privacy: Field.Privacy
    /// What its value is wherever it stands.
    let known: KnownValues.Kind?
    /// Whether it is an IP address, or words that say why there is none.
    let isNetworkAddress: Bool
    /// Whether people write it, and may name files in it.
    let isFreeText: Bool
    var content = Content.data
    /// The index of what becomes of the objects inside.
    var inner = -1
    /// The index of the member that says what it answers.
    var question = -1
  }

  /// Where readers take text in place of a number, wherever text belongs.
  enum TextTaken: Sendable {
    case nowhere, outsideOfLists, everywhere
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
    /// What stands in place of the person's ids; nil where each has its own pseudonym.
    var token: [UInt8]?
    /// What is made anew of ids by the caller; any other member that is made of ids is replaced.
    var remade = Slice.absent
  }

  /// Compiles a model.
  ///
  /// - Parameters:
  ///   - around: how members that the model does not name are judged.
  ///   - takesText: where readers take text in place of a number, if text belongs there.
  init(_ model: Model, in around: LooseRedaction.Around = .data, takesText: TextTaken) {
    self.around = around
    variants = model.variants.map { variants in
      (
        variants.member,
        variants.models.map {
          ($0.value, FieldRedaction($0.model.joined(withOthersOf: model), in: around, takesText: takesText))
        }
      )
    }
    names = MemberNames(model.fields.map(\.name))
    var inner: [FieldRedaction] = []
    var questions: [String] = []
    fields = model.fields.map { field in
      var compiled = CompiledField(
        kinds: field.type.kinds, takesText: takesText != .nowhere && field.takesText(around),
        privacy: field.privacy, known: field.fact.known, isNetworkAddress: field.fact == .ip,
        isFreeText: field.fact == .freeText)
      if case .answer(let question) = field.fact {
        compiled.question = questions.count
        questions.append(question)
      }
      let found: (Content, Model)? =
        switch field.type {
        case .object(let model), .open(let model): (.object, model)
        case .list(let model): (.list, model)
        case .map(let model): (.map, model)
        default: nil
        }
      if let found {
        (compiled.content, compiled.inner) = (found.0, inner.count)
        let isList = if case .object = compiled.content { false } else { true }
        let within = isList && takesText == .outsideOfLists ? .nowhere : takesText
        inner.append(
          FieldRedaction(found.1, in: LooseRedaction.Around(inside: field.fact), takesText: within))
      }
      return compiled
    }
    self.inner = inner
    self.questions = questions
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
      return LooseRedaction(context.text).value(bytes, position, named: key, in: around, into: &edits)
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
    let loose = LooseRedaction(context.text)
    switch field.privacy {
    case .keep where isExpected:
      edits.pass(found.range)
    case .remade where found.start == context.remade.start:
      break
    case .drop where field.isNetworkAddress && found.saysNoAddress(bytes):
      // It stays, unless it holds something else: what stands in place of that has digits, and would be an address the next time.
      var inside = Edits()
      loose.value(bytes, found, in: .data, into: &inside)
      if !inside.isEmpty { drop(bytes, found, field.known, field.kinds, context, into: &edits) }
    case .drop, .remade:
      // Where routes take any value, 0 is nobody's id.
      if field.takesText, found.kind == .integer || found.kind == .number, !found.isTrueInJavaScript(bytes) {
        break
      }
      drop(
        bytes, found, field.known, isExpected || field.takesText ? field.kinds : Kinds(found.kind), context,
        into: &edits)
    case .author where isExpected && isVisitors(bytes, object, row, found, context):
      drop(bytes, found, field.known, field.kinds, context, into: &edits)
    case .author where isExpected:
      // Operators keep their names, also where a visitor has the same: where values are known, all else was found before.
      edits.pass(found.range)
      if !context.text.knowsValues { loose.value(bytes, found, in: .data, into: &edits) }
    case .answer:
      guard let fact = factAsked(bytes, object, questions[field.question]) else {
        loose.value(bytes, found, in: .data, into: &edits)
        break
      }
      drop(bytes, found, fact.known, isExpected ? field.kinds : Kinds(found.kind), context, into: &edits)
    case .derived where isExpected:
      context.text.redactPrefix(bytes, found, of: context.ids, context.token, into: &edits)
    case .glance where isExpected:
      loose.value(bytes, found, in: .other, into: &edits)
    case .person:
      loose.value(bytes, found, in: .person, into: &edits)
    case .keep, .author, .derived, .scan, .glance, .inside:
      if field.isFreeText { context.text.noteFileLinks(bytes, found, into: &edits) }
      loose.value(bytes, found, in: .data, into: &edits)
    }
    return found.range.upperBound
  }

  /// Returns what a visitor was asked for, as a member of the same object says; nil if that says nothing of a person.
  // Few members are asked, as below.
  @inline(never)
  private func factAsked(_ bytes: Span<UInt8>, _ object: Int, _ question: String) -> Fact? {
    guard let label = SoundText.value(of: question, bytes, object), label.kind == .string else { return nil }
    return MemberWords.factAsked(bytes, label)
  }

  /// Replaces a value as a whole: an object's and an array's members, each for itself. Names are looked through.
  private func drop(
    _ bytes: Span<UInt8>, _ value: Slice, _ known: KnownValues.Kind?, _ kinds: Kinds, _ context: Context,
    into edits: inout Edits
  ) {
    switch value.kind {
    case .object:
      value.forEachMember(bytes) { key, member in
        context.text.redactName(bytes, key, into: &edits)
        drop(bytes, member, known, .any, context, into: &edits)
      }
    case .array:
      for element in value.elements(bytes) { drop(bytes, element, known, .any, context, into: &edits) }
    default:
      context.text.replace(
        bytes, value, known, replacesZero: known == .id, mayBecomeText: kinds.allows(.string), into: &edits)
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
    LooseRedaction(context.text).value(bytes, element, in: around, into: &edits)
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
    let direction = context.authors.visitorsMessage.flatMap { sign in told(by: sign).map { ($0, sign.value) }
    }
    if let (value, visitors) = direction, Text.isEqual(bytes, value, to: visitors) { return true }
    guard context.visitorName.kind == .string else { return !(direction?.0.isFilledText ?? false) }
    return author.isSameText(as: context.visitorName, bytes)
  }
}

extension Field {
  /// Whether text may stand in place of a number. A number is no name to any route, and shall not become one; nor does an id
  /// outside of what is said of a person, where calls are refused for it.
  fileprivate func takesText(_ around: LooseRedaction.Around) -> Bool {
    type.kinds.allows(.string) && fact != .name && (fact != .identity || around == .person)
  }
}

extension Model {
  /// The model, and what is personal in records of other kinds: senders are not always strict about which kind has what.
  func joined(withOthersOf all: Model) -> Model {
    let names = Set(fields.map(\.name))
    let others = all.fields.filter {
      !names.contains($0.name) && $0.privacy != .keep && $0.privacy != .glance
    }
    return Model(name, summary, fields + others)
  }
}

extension Slice {
  /// Whether a text in place of an IP address holds none: `not available`.
  fileprivate func saysNoAddress(_ bytes: Span<UInt8>) -> Bool {
    kind == .string
      && Text.characters(bytes, self).allSatisfy { byte in
        byte < 0x80 && byte != UInt8(ascii: ".") && byte != UInt8(ascii: ":") && byte &- UInt8(ascii: "0") > 9
      }
  }
}
