internal import JSONText

/// Replaces the members that a caller wants replaced, and leaves those that stay, whatever the rules say of them.
struct MemberChoices: Sendable {
  private let text: TextRedaction
  /// Of the selectors, those up to this one are replaced, the others stay.
  private let replacedCount: Int
  private let names: [[UInt8]: Set<Int>]
  private let paths: [Path]

  /// The path of one selector.
  private struct Path: Sendable {
    let index: Int
    let tokens: [String]
  }

  /// How far one of the paths leads to a value.
  private struct Step {
    let path: Path
    let count: Int
  }

  /// What is chosen in a record.
  private struct Chosen {
    var matched: Set<Int> = []
    var kept: [Range<Int>] = []
    var replaced: [Range<Int>] = []
    var edits = Edits()
  }

  /// Makes what does that; nil if the caller chooses nothing.
  init?(_ settings: RedactionSettings, _ text: TextRedaction) {
    let selectors = settings.redactedMembers + settings.keptMembers
    if selectors.isEmpty { return nil }
    self.text = text
    replacedCount = settings.redactedMembers.count
    var names: [[UInt8]: Set<Int>] = [:]
    var paths: [Path] = []
    for (index, selector) in selectors.enumerated() {
      switch selector.way {
      case .name(let name): names[name, default: []].insert(index)
      case .path(let tokens): paths.append(Path(index: index, tokens: tokens))
      }
    }
    (self.names, self.paths) = (names, paths)
  }

  /// Changes what is replaced in a record. A member that stays does so inside a replaced one too, and nothing in it is replaced.
  ///
  /// Cost: a look at each byte.
  ///
  /// - Parameters:
  ///   - way: the way to the record from the document that holds it; paths may lead from either.
  ///   - skipped: the offset of a value that is left to others.
  func apply(
    _ bytes: Span<UInt8>, _ record: Slice, at way: [String] = [], skipping skipped: Int? = nil,
    to edits: inout Edits
  ) {
    var steps = paths.map { Step(path: $0, count: 0) }
    if !way.isEmpty {
      for path in paths where path.tokens.count > way.count && Self.leads(path.tokens, along: way) {
        steps.append(Step(path: path, count: way.count))
      }
    }
    var chosen = Chosen()
    walk(bytes, record, steps, replacing: nil, skipped, &chosen)
    edits.matched.formUnion(chosen.matched)
    edits.keep(chosen.kept)
    edits.chosen = chosen.replaced
    var added = Edits()
    // What is replaced as a whole has what tells it apart; a number in place of another has nothing, and is replaced the next time.
    for edit in chosen.edits.list {
      let other = edits.all(in: edit.range).first
      if other?.range != edit.range || other?.isNumber == true { added.add(edit.range, edit.text, edit.kind) }
    }
    edits.add(added)
  }

  private static func leads(_ tokens: [String], along way: [String]) -> Bool {
    zip(tokens, way).allSatisfy { $0 == $1 || $0 == UnwrapPointer.any }
  }

  /// - Parameter fact: what a replaced value says; nil if it is not replaced as a whole.
  private func walk(
    _ bytes: Span<UInt8>, _ value: Slice, _ steps: [Step], replacing fact: Fact?, _ skipped: Int?,
    _ chosen: inout Chosen
  ) {
    switch value.kind {
    case .object:
      value.forEachMember(bytes) { key, member in
        var next: [Step] = []
        var found = names.isEmpty ? [] : names[MemberSelector.letters(of: key, bytes)] ?? []
        advance(steps, &next, &found) { $0 == UnwrapPointer.any || Text.isEqual(bytes, key, to: $0) }
        choose(bytes, member, found, next, key, fact, skipped, &chosen)
      }
    case .array:
      for (index, element) in value.elements(bytes).enumerated() {
        var (next, found): ([Step], Set<Int>) = ([], [])
        advance(steps, &next, &found) { $0 == UnwrapPointer.any || $0 == String(index) }
        choose(bytes, element, found, next, nil, fact, skipped, &chosen)
      }
    case .string where fact == nil && !names.isEmpty: walkInside(bytes, value, &chosen)
    case .string, .integer, .number:
      if let fact { replace(bytes, value, fact, &chosen) }
    case .absent, .null, .bool: break
    }
  }

  /// Goes one step further along the paths that a member is on.
  private func advance(
    _ steps: [Step], _ next: inout [Step], _ found: inout Set<Int>, _ isOnWay: (String) -> Bool
  ) {
    for step in steps where isOnWay(step.path.tokens[step.count]) {
      if step.count + 1 == step.path.tokens.count {
        found.insert(step.path.index)
      } else {
        next.append(Step(path: step.path, count: step.count + 1))
      }
    }
  }

  private func choose(
    _ bytes: Span<UInt8>, _ value: Slice, _ found: Set<Int>, _ next: [Step], _ key: Slice?, _ fact: Fact?,
    _ skipped: Int?, _ chosen: inout Chosen
  ) {
    if value.range.lowerBound == skipped { return }
    chosen.matched.formUnion(found)
    if found.contains(where: { $0 >= replacedCount }) { return chosen.kept.append(value.range) }
    var fact = fact
    if !found.isEmpty { chosen.replaced.append(value.range) }
    if !found.isEmpty || fact != nil {
      // Inside a member that is replaced each says itself what it is.
      fact = key.flatMap { MemberWords.fact($0, bytes, ofPerson: true) } ?? (found.isEmpty ? fact : .secret)
    }
    walk(bytes, value, next, replacing: fact, skipped, &chosen)
  }

  private func replace(_ bytes: Span<UInt8>, _ value: Slice, _ fact: Fact, _ chosen: inout Chosen) {
    text.replace(bytes, value, nil, replacesZero: true, mayBecomeText: fact != .name, into: &chosen.edits)
  }

  /// Chooses by name in the JSON that a string holds.
  private func walkInside(_ bytes: Span<UInt8>, _ string: Slice, _ chosen: inout Chosen) {
    guard let found = TextInString(bytes, string) else { return }
    var inner = Chosen()
    walk(found.text.characters.span, found.value, [], replacing: nil, nil, &inner)
    chosen.matched.formUnion(inner.matched)
    chosen.kept += inner.kept.map { found.place(of: $0) }
    found.add(inner.edits, to: &chosen.edits)
  }
}
