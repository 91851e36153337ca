internal import JSONText
internal import PersonalData

/// The values by which records of one format name their visitor: addresses, phone numbers and ids, each in its normal form.
///
/// What is selected, exported, followed and looked for to prove an erasure is all decided here. It never changes once it is made; as a
/// class it is not copied for each record.
final class VisitorValues: Sendable {
  /// Which values are wanted.
  struct Wanted: Sendable {
    var kinds: NormalForm.Kinds
    /// The lengths of the forms of addresses and of ids, a bit each and one for all from 63 on: nearly every value is as long as its
    /// form, and one of another length is not looked at further.
    var addresses = UInt64.max
    var ids = UInt64.max

    static func bit(of length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }
  }

  private let emails, phones, ids: [ReadPlan.Slot]
  private let fields: [Fields]
  private let answers: [Answers]
  /// The fields that a batch has for all its calls.
  private let shared: Fields?
  /// The list of messages of which some hold answers.
  private let rows: (list: ReadPlan.Slot, kind: ReadPlan.Slot, body: ReadPlan.Slot, answers: String)?

  private final class Answers: Sendable {
    let list: ReadPlan.Slot?
    let sign, text: ReadPlan.Slot?
    let facts: FormTexts

    init(_ facts: FormTexts, reading plan: ReadPlan) {
      self.facts = facts
      list = facts.list.map(plan.slot)
      (sign, text) = facts.list == nil ? (plan.slot(facts.sign), plan.slot(facts.text)) : (nil, nil)
    }
  }

  /// Fields that a site fills in, and where they are found.
  fileprivate final class Fields: Sendable {
    let slot: ReadPlan.Slot
    let label: ReadPlan.Slot?
    let id: String?
    let excluded: [String]

    init(_ facts: SiteFields, reading plan: ReadPlan) {
      (slot, label, id, excluded) = (
        plan.slot(facts.path), facts.label.map(plan.slot), facts.id, facts.excluded
      )
    }

    /// Makes what is in no record's plan.
    init() { (slot, label, id, excluded) = (ReadPlan.Slot(), nil, nil, []) }
  }

  /// The members that are looked at in records of a format.
  static func inputs(of format: Format) -> [Path] {
    let people = format.people
    return people.emails + people.phones + people.ids + people.fields.map(\.path)
      + people.fields.compactMap(\.label)
      + people.answers.flatMap { $0.list.map { [$0] } ?? [$0.sign, $0.text] }
      + (format.rows.flatMap { rows in rows.kinds.map { [rows.list, $0.member, $0.body] } } ?? [])
  }

  init(_ format: Format, reading plan: ReadPlan) {
    let people = format.people
    emails = people.emails.map(plan.slot)
    phones = people.phones.map(plan.slot)
    ids = people.ids.map(plan.slot)
    fields = people.fields.filter { $0.path != people.shared?.path }.map {
      Fields($0, reading: plan)
    }
    shared = people.shared.map { Fields($0, reading: plan) }
    answers = people.answers.map { Answers($0, reading: plan) }
    rows = format.rows.flatMap { rows in
      rows.kinds.map { (plan.slot(rows.list), plan.slot($0.member), plan.slot($0.body), $0.answers) }
    }
  }

  /// Makes what finds no value.
  init() { (emails, phones, ids, fields, answers, shared, rows) = ([], [], [], [], [], nil, nil) }

  /// Returns what a batch says of the visitor of all its calls, or a call of its own.
  func shared(in batch: borrowing Found) -> Slice { shared.map { batch.slice($0.slot) } ?? .absent }

  /// Goes through the values of a record.
  ///
  /// A string that may be an address comes as one: the form of one that is none is no address.
  ///
  /// - Parameters:
  ///   - batch: what the batch around a call says of the visitor of all its calls.
  ///   - wanted: which are wanted.
  func forEach(
    _ bytes: Span<UInt8>, _ found: borrowing Found, in batch: Slice = .absent, _ wanted: Wanted,
    _ visit: (NormalForm) -> Void
  ) {
    if wanted.kinds.contains(.id) {
      for slot in ids { Self.visit(bytes, found.slice(slot), .id, wanted.ids, visit) }
    }
    if wanted.kinds.contains(.phone) {
      for slot in phones { Self.visit(bytes, found.slice(slot), .phone, .max, visit) }
    }
    if wanted.kinds.contains(.email) {
      for slot in emails { Self.visitAddress(bytes, found.slice(slot), wanted.addresses, visit) }
    }
    for one in fields where one.id != nil || wanted.kinds != .id {
      FieldWalk(one, wanted).walk(bytes, found.slice(one.slot), visit)
      if let label = one.label, wanted.kinds.contains(.phone), found.slice(label).kind == .string,
        MemberWords.factAsked(bytes, found.slice(label)) == .phone
      {
        Self.visit(bytes, found.slice(one.slot), .phone, .max, visit)
      }
    }
    if let shared { visitShared(bytes, own: found.slice(shared.slot), batch, shared, wanted, visit) }
    if wanted.kinds.contains(.email) || wanted.kinds.contains(.phone) {
      visitAnswers(bytes, found, wanted, visit)
    }
  }

  /// What a call says itself comes before what its batch says, of addresses and of everything else.
  private func visitShared(
    _ bytes: Span<UInt8>, own: Slice, _ batch: Slice, _ facts: Fields, _ wanted: Wanted,
    _ visit: (NormalForm) -> Void
  ) {
    var told: NormalForm.Kinds = []
    if batch.kind == .object, Self.namesAddress(own, bytes) { told.insert(.email) }
    // An id of any length says that the batch's is not the call's.
    var whole = wanted
    if batch.kind == .object { whole.ids = .max }
    FieldWalk(facts, whole).walk(bytes, own) { form in
      if form.kind != .email { told.insert(form.kind == .id ? .id : .phone) }
      visit(form)
    }
    guard batch.kind == .object else { return }
    var others = wanted
    others.kinds.subtract(told)
    FieldWalk(facts, others).walk(bytes, batch, visit)
  }

  private static let anyFields = Fields()

  /// Whether traits have an address of their own, or say that there is none.
  static func namesAddress(_ traits: Slice, _ bytes: Span<UInt8>) -> Bool {
    guard traits.kind == .object else { return false }
    if SoundText.value(of: "email", bytes, Int(traits.start)) != nil { return true }
    var isNamed = false
    FieldWalk(anyFields, Wanted(kinds: .email)).walk(bytes, traits) { form in
      isNamed = isNamed || NormalForm.isAddress(form)
    }
    return isNamed
  }

  private func visitAnswers(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ wanted: Wanted,
    _ visit: (NormalForm) -> Void
  ) {
    for one in answers {
      if let list = one.list {
        let list = found.slice(list)
        guard list.kind == .array else { continue }
        for element in list.elements(bytes) where element.kind == .object {
          if one.facts.isMarked(element.value(at: one.facts.sign, bytes), bytes) {
            Self.visitAnswers(bytes, element.value(at: one.facts.text, bytes), wanted, visit)
          }
        }
      } else if let sign = one.sign, let text = one.text, one.facts.isMarked(found.slice(sign), bytes) {
        Self.visitAnswers(bytes, found.slice(text), wanted, visit)
      }
    }
    guard let rows else { return }
    for row in 0..<found.rowCount(rows.list)
    where Text.isEqual(bytes, found.slice(rows.list, row, rows.kind), to: rows.answers) {
      Self.visitAnswers(bytes, found.slice(rows.list, row, rows.body), wanted, visit)
    }
  }

  private static func visitAnswers(
    _ bytes: Span<UInt8>, _ slice: Slice, _ wanted: Wanted, _ visit: (NormalForm) -> Void
  ) {
    guard slice.kind == .string else { return }
    if let found = TextInString(bytes, slice) {
      return FieldWalk(anyFields, wanted).walk(found.text.characters.span, found.value, visit)
    }
    let text = UnescapedText(bytes, slice.content, isEscaped: slice.flags.isEscaped)
    for found in FormAnswers.answers(in: text) {
      let answer = Array(text.characters[found.range])
      if wanted.kinds.contains(.email) { visit(.of(answer, .email)) }
      if wanted.kinds.contains(.phone), NormalForm.kind(of: answer) == .phone { visit(.of(answer, .phone)) }
    }
  }

  fileprivate static func visit(
    _ bytes: Span<UInt8>, _ slice: Slice, _ kind: NormalForm.Kind, _ lengths: UInt64,
    _ visit: (NormalForm) -> Void
  ) {
    guard slice.kind == .string || slice.kind == .integer || slice.kind == .number else { return }
    let range = slice.text
    if lengths & Wanted.bit(of: range.count) == 0, !slice.flags.isEscaped, NormalForm.isPlainID(bytes, range)
    {
      return
    }
    let form = NormalForm.of(Text.characters(bytes, slice), kind)
    if !form.isEmpty { visit(form) }
  }

  fileprivate static func visitAddress(
    _ bytes: Span<UInt8>, _ slice: Slice, _ lengths: UInt64, _ visit: (NormalForm) -> Void
  ) {
    guard slice.kind == .string, NormalForm.mayHoldAddress(bytes, slice.content) else { return }
    let range = slice.content
    if lengths & Wanted.bit(of: range.count) == 0, NormalForm.isPlainAddress(bytes, range) { return }
    let form = NormalForm.of(Text.unescaped(bytes, range), .email)
    if form.bytes.contains(UInt8(ascii: "@")) { visit(form) }
  }
}

extension FormTexts {
  /// Whether the member that says so has the value that says so.
  fileprivate func isMarked(_ sign: Slice, _ bytes: Span<UInt8>) -> Bool {
    value.map { Text.isEqual(bytes, sign, to: $0) } ?? sign.isTrue(bytes)
  }
}

/// A walk through what a site filled in.
private struct FieldWalk {
  private let facts: VisitorValues.Fields
  private let wanted: VisitorValues.Wanted

  init(_ facts: VisitorValues.Fields, _ wanted: VisitorValues.Wanted) {
    (self.facts, self.wanted) = (facts, wanted)
  }

  /// Goes through a value: an object, a list, or a string by itself.
  func walk(_ bytes: Span<UInt8>, _ value: Slice, _ visit: (NormalForm) -> Void) {
    walk(bytes, value, isOutermost: true, isPhone: false, visit)
  }

  /// - Parameters:
  ///   - isOutermost: whether no object is around the value.
  ///   - isPhone: whether the member's name says that it is a phone number.
  private func walk(
    _ bytes: Span<UInt8>, _ value: Slice, isOutermost: Bool, isPhone: Bool, _ visit: (NormalForm) -> Void
  ) {
    // Of ids alone nothing is further inside.
    if wanted.kinds == .id, !isOutermost { return }
    switch value.kind {
    case .object:
      value.forEachMember(bytes) { key, member in
        if isOutermost {
          if facts.excluded.contains(where: { Text.isEqual(bytes, key, to: $0) }) { return }
          if wanted.kinds.contains(.id), let id = facts.id, Text.isEqual(bytes, key, to: id) {
            VisitorValues.visit(bytes, member, .id, wanted.ids, visit)
          }
        }
        let isPhone = wanted.kinds.contains(.phone) && Self.isPhone(key, bytes)
        walk(bytes, member, isOutermost: false, isPhone: isPhone, visit)
      }
    case .array:
      for element in value.elements(bytes) {
        walk(bytes, element, isOutermost: isOutermost, isPhone: isPhone, visit)
      }
    case .string:
      if let found = TextInString(bytes, value) {
        // What is inside is as far inside as the string.
        return walk(
          found.text.characters.span, found.value, isOutermost: false, isPhone: false, visit)
      }
      if isPhone { VisitorValues.visit(bytes, value, .phone, .max, visit) }
      if wanted.kinds.contains(.email) { VisitorValues.visitAddress(bytes, value, wanted.addresses, visit) }
    case .integer: if isPhone { VisitorValues.visit(bytes, value, .phone, .max, visit) }
    case .absent, .null, .number, .bool: break
    }
  }

  /// Whether a member's name means a phone number, as redaction takes it.
  private static func isPhone(_ key: Slice, _ bytes: Span<UInt8>) -> Bool {
    MemberWords.fact(key, bytes, ofPerson: true) == .phone
  }
}
