internal import JSONText

// What becomes of batches.

extension Redaction {
  /// Works out what is to be replaced in a batch: each call is a record of its own to the selection.
  func redact(
    _ list: Slice, of batch: (finder: Batch, model: FieldRedaction), _ bytes: Span<UInt8>,
    _ found: borrowing Found, end: Int, into edits: inout Edits, noting tally: inout SelectionTally
  ) -> Outcome {
    let calls = list.elements(bytes)
    var (redacted, dropped): ([Slice], [Slice]) = ([], [])
    let isEverything = settings.selection.isEverything
    let shared = selection.shared(in: found)
    var around = editsAround(list, of: batch, bytes, found)
    let known = (around.takeKnown(), around)
    Batch.forEach(of: calls, bytes, reading.members, end: end) { index, element, call in
      switch treatment(of: selection.fit(bytes, call, in: shared, noting: &tally)) {
      case .keep: break
      case .drop: dropped.append(element)
      case .redact:
        redacted.append(element)
        let way = [batch.finder.facts.calls, String(index)]
        redactMembers(bytes, call, at: way, knowing: known, into: &edits)
      }
    } other: { element in
      // What is no call is nobody's, and goes with all the others.
      if isEverything { LooseRedaction(text).value(bytes, element, in: .data, into: &edits) }
    }
    let count = redacted.count + dropped.count
    if count == 0, !isEverything { return .passedOver }
    let isWhole = isEverything || count == calls.count
    if isWhole, redacted.isEmpty, !isEverything || settings.drops { return .dropped }
    let contexts = contexts(of: batch.finder, bytes, found)
    if isWhole {
      // What the batch says of all its calls is personal where all of them are meant.
      edits.add(around)
    } else {
      edits.matched.formUnion(around.matched)
      let shared = around.list.filter { edit in contexts.contains { $0.contains(edit.range.lowerBound) } }
      if !shared.isEmpty {
        if !settings.verifies { return .sharing }
        for edit in shared { edits.add(edit.range, edit.text, edit.kind) }
      }
    }
    for gap in Self.gaps(leaving: dropped.map(\.range), outOf: calls.map(\.range)) {
      edits.add(gap, [], .consequence)
    }
    return .edited
  }

  /// Returns what is to be replaced in the members around a batch's calls.
  private func editsAround(
    _ list: Slice, of batch: (finder: Batch, model: FieldRedaction), _ bytes: Span<UInt8>,
    _ found: borrowing Found
  ) -> Edits {
    var around = FieldRedaction.Context(text: text, authors: format.authors)
    around.token = token(bytes, found)
    var edits = Edits()
    _ = batch.model.redact(bytes, Int(found.document.start), around, into: &edits)
    replaceIDs(bytes, found, by: around.token, in: &edits)
    // Of a member that stands twice, the last is the batch; no route takes such a one.
    found.document.forEachMember(bytes) { key, value in
      guard Text.isEqual(bytes, key, to: batch.finder.facts.calls), value.start != list.start else { return }
      LooseRedaction(text).value(bytes, value, in: .data, into: &edits)
    }
    choices?.apply(bytes, found.document, skipping: Int(list.start), to: &edits)
    return edits
  }

  /// Returns the ranges of the members that say under which circumstances all calls happened; the last of several counts.
  private func contexts(
    of batch: Batch, _ bytes: Span<UInt8>, _ found: borrowing Found
  ) -> [Range<Int>] {
    found.document.members(bytes).filter { Text.isEqual(bytes, $0.key, to: batch.facts.context) }
      .map { $0.key.range.lowerBound..<$0.value.range.upperBound }
  }

  /// Returns the text of a batch in which each call says itself what it has of the batch's context, and the batch has none: so some
  /// calls can be redacted or left out, and the others lose nothing.
  ///
  /// A call has of the context what it does not say itself, at any depth. One that names an address of its own in `traits` is
  /// another person's, and has none of the batch's traits.
  func sharedOut(_ bytes: Span<UInt8>, _ found: borrowing Found) -> [UInt8] {
    guard let batch, let list = batch.finder.list(in: found) else { return found.document.tokens(bytes) }
    let shared = batch.finder.shared(in: found).context
    let name = batch.finder.facts.context
    var changes: [(range: Range<Int>, text: [UInt8])] = []
    for call in list.elements(bytes) where call.kind == .object {
      let own = call.values(of: name, bytes).last ?? .absent
      switch own.kind {
      case .absent: changes.append(Self.insertion([(name, shared)], into: call, bytes))
      case .null: changes.append((own.range, bytes.copied(shared.range)))
      case .object: changes += Self.merge(shared, into: own, bytes)
      default: break
      }
    }
    let members = found.document.members(bytes).map { $0.key.range.lowerBound..<$0.value.range.upperBound }
    changes += Self.gaps(leaving: contexts(of: batch.finder, bytes, found), outOf: members).map { ($0, []) }
    changes.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var text: [UInt8] = []
    var position = found.document.range.lowerBound
    for change in changes {
      text += bytes.copied(position..<change.range.lowerBound) + change.text
      position = change.range.upperBound
    }
    return text + bytes.copied(position..<found.document.range.upperBound)
  }

  /// Returns the changes that give an object the members of another that it does not have.
  private static func merge(
    _ shared: Slice, into own: Slice, _ bytes: Span<UInt8>
  ) -> [(range: Range<Int>, text: [UInt8])] {
    var changes: [(range: Range<Int>, text: [UInt8])] = []
    var missing: [(key: Slice, value: Slice)] = []
    let members = own.members(bytes)
    for (key, value) in shared.members(bytes) {
      guard let known = members.last(where: { $0.key.isSameText(as: key, bytes) })?.value else {
        missing.append((key, value))
        continue
      }
      let isAnothers = Text.isEqual(bytes, key, to: "traits") && VisitorValues.namesAddress(known, bytes)
      if known.kind == .object, value.kind == .object, !isAnothers {
        changes += merge(value, into: known, bytes)
      }
    }
    if !missing.isEmpty {
      let text = missing.map {
        bytes.copied($0.key.range) + [UInt8(ascii: ":")] + bytes.copied($0.value.range)
      }
      changes.append(insertion(text, into: own, isEmpty: members.isEmpty))
    }
    return changes
  }

  private static func insertion(
    _ members: [(name: String, value: Slice)], into object: Slice, _ bytes: Span<UInt8>
  ) -> (range: Range<Int>, text: [UInt8]) {
    let text = members.map { Array("\"\($0.name)\":".utf8) + bytes.copied($0.value.range) }
    return insertion(text, into: object, isEmpty: object.members(bytes).isEmpty)
  }

  /// Returns the change that adds members behind an object's own.
  private static func insertion(
    _ members: [[UInt8]], into object: Slice, isEmpty: Bool
  ) -> (range: Range<Int>, text: [UInt8]) {
    let end = object.range.upperBound - 1
    let comma = [UInt8(ascii: ",")]
    return (end..<end, (isEmpty ? [] : comma) + Array(members.joined(separator: comma)))
  }

  /// Returns the ranges to remove so that some parts of a list or an object are gone, each with a comma beside it.
  private static func gaps(leaving removed: [Range<Int>], outOf parts: [Range<Int>]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    let removed = Set(removed)
    var kept = false
    for (index, part) in parts.enumerated() {
      if !removed.contains(part) {
        kept = true
      } else if kept {
        gaps.append(parts[index - 1].upperBound..<part.upperBound)
      } else {
        let end = index + 1 < parts.count ? parts[index + 1].lowerBound : part.upperBound
        gaps.append(part.lowerBound..<end)
      }
    }
    return gaps
  }
}
