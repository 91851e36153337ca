internal import JSONText

// Which documents are envelopes: those in which a pointer of the caller leads somewhere, and those that are known and hold a record.

extension Recogniser {
  /// Says what a document or a string is in which a pointer of the caller leads somewhere; nil if none does.
  func answer(unwrapping value: Slice, _ bytes: Span<UInt8>, layers: Int) -> Answer? {
    do throws(JSONFault) {
      guard let envelope = try unwrapped(value, bytes) else { return nil }
      return layers > 0 ? .envelope(envelope) : .unknown(Diagnostic(code: .tooManyLayers))
    } catch {
      return .unknown(Diagnostic(code: Code(error.reason), offset: error.offset))
    }
  }

  /// Says what a document is that is something around records; nil if it is nothing of the kind.
  ///
  /// - Parameter format: the first format of which it has a mark; nil if there is none.
  func answer(
    around document: Document, _ format: Format?, _ bytes: Span<UInt8>, _ found: borrowing Found, layers: Int
  ) -> Answer? {
    let allowed = { (answer: Answer) in layers > 0 ? answer : .unknown(Diagnostic(code: .tooManyLayers)) }
    if format == nil, current.rejectsLine.areFilled(in: found) { return allowed(.rejectsLine) }
    guard isNamed || format == nil || marks.format(of: bytes, document, among: formats) == nil else {
      return nil
    }
    do throws(JSONFault) {
      let accepted = isNamed || format != nil ? formats : Format.all
      let known = try knownEnvelope(document.slice, bytes, accepted, layers: max(1, layers))
      if let known { return allowed(.envelope(known.envelope)) }
    } catch {
      if !isNamed { return .unknown(Diagnostic(code: Code(error.reason), offset: error.offset)) }
    }
    return current.unpackedForm(found).map { allowed(.unpackedForm($0)) }
  }

  /// What is in a value that may be an envelope's content.
  enum Inside: Comparable {
    case nothing
    /// Text that begins like records and is broken.
    case broken
    /// Another envelope, where no more of them may be.
    case tooDeep
    case record
  }

  /// Returns what the caller's pointers lead to in a value; nil if they lead nowhere.
  ///
  /// - Throws: the offset of a repeated key.
  func unwrapped(_ value: Slice, _ bytes: Span<UInt8>) throws(JSONFault) -> Envelope? {
    for pointer in pointers {
      let targets = try pointer.targets(in: value, bytes)
      if targets.isEmpty { continue }
      return Envelope(title: pointer.option, targets, .either, bytes)
    }
    return nil
  }

  /// Returns the known envelope that a document is, and what is in it; nil if it is none, or holds no record.
  ///
  /// - Parameter layers: how many envelopes may be around a record in it, this one included.
  /// - Throws: the offset of a repeated key.
  func knownEnvelope(
    _ document: Slice, _ bytes: Span<UInt8>, _ accepted: [Format], layers: Int
  ) throws(JSONFault) -> (envelope: Envelope, inside: Inside)? {
    let members = MemberSlices(document, bytes)
    if let key = members.secondData { throw JSONFault(.repeatedKey, at: key) }
    for known in KnownEnvelope.all where known.isMarked(members, bytes) {
      guard let envelope = try known.envelope(document, members, bytes) else { continue }
      let inside = self.inside(envelope.contents, bytes, accepted, layers: layers - 1)
      if known.isSure ? inside == .nothing : inside <= .broken { continue }
      let isAlone =
        known.isSure
        || members.all.allSatisfy { member in
          Text.isEqual(bytes, member.key, to: "data") || !holdsRecords(member.value, bytes, accepted)
        }
      return isAlone ? (envelope, inside) : nil
    }
    return onlyArray(members, bytes, accepted).map { ($0, .record) }
  }

  /// Returns the only array of records in a document's outermost object; nil if there is none, a record beside it, or another
  /// value under its name after it, which is what every reader of the document takes.
  private func onlyArray(
    _ members: MemberSlices, _ bytes: Span<UInt8>, _ accepted: [Format]
  ) -> Envelope? {
    let holding = members.all.filter { holdsRecords($0.value, bytes, accepted) }
    guard holding.count == 1, let (key, only) = holding.first, only.kind == .array,
      members.isLast(only, of: key, bytes)
    else { return nil }
    // The array's name may be anything, also personal.
    return Envelope(
      title: "objects with one array of records", contents: Envelope.Content.of(only, .text, bytes))
  }

  /// Whether a value is a record, or an array that has one among its elements.
  private func holdsRecords(_ value: Slice, _ bytes: Span<UInt8>, _ accepted: [Format]) -> Bool {
    isRecord(value, bytes, accepted)
      || value.elements(bytes).contains { isRecord($0, bytes, accepted) }
  }

  /// Whether an object is a record of one of some formats.
  func isRecord(_ value: Slice, _ bytes: Span<UInt8>, _ accepted: [Format]) -> Bool {
    value.kind == .object
      && marks.format(of: bytes, value.range.lowerBound, end: value.range.upperBound, among: accepted) != nil
  }

  /// Returns the best that is in some contents.
  private func inside(
    _ contents: [Envelope.Content], _ bytes: Span<UInt8>, _ accepted: [Format], layers: Int
  ) -> Inside {
    var best = Inside.nothing
    for content in contents where best != .record && !content.isMissed {
      best = max(best, inside(content, bytes, accepted, layers: layers))
    }
    return best
  }

  private func inside(
    _ content: Envelope.Content, _ bytes: Span<UInt8>, _ accepted: [Format], layers: Int
  ) -> Inside {
    switch content.value.kind {
    case .object: inside(content.value, bytes, accepted, layers: layers)
    case .string: (try? content.text(bytes)).map { inside($0, accepted, layers: layers) } ?? .broken
    default: .nothing
    }
  }

  /// Returns what is in an object.
  private func inside(
    _ document: Slice, _ bytes: Span<UInt8>, _ accepted: [Format], layers: Int
  ) -> Inside {
    if isRecord(document, bytes, accepted) { return .record }
    let members = MemberSlices(document, bytes)
    let isRejectsLine = RejectsLine.isLine(members)
    if layers == 0 { return isRejectsLine || mayBeKnown(members, bytes) ? .tooDeep : .nothing }
    if isRejectsLine { return .record }
    if let known = try? knownEnvelope(document, bytes, accepted, layers: layers) { return known.inside }
    guard let data = members["data"],
      let string = UnpackedForm.string(bytes, data, end: document.range.upperBound)
    else { return .nothing }
    return inside(PackedText(string: string, bytes), accepted, layers: layers - 1)
  }

  /// Whether a document has what tells a known envelope, whatever that holds.
  private func mayBeKnown(_ members: MemberSlices, _ bytes: Span<UInt8>) -> Bool {
    KnownEnvelope.all.contains { known in
      known.isMarked(members, bytes)
        && known.places.contains { $0.pointer.tokens.first.flatMap { members[$0]?.isPresent } ?? false }
    }
  }

  /// Returns what is in a text.
  ///
  /// - Parameter layers: how many more envelopes may be around a record.
  func inside(_ text: PackedText, _ accepted: [Format], layers: Int) -> Inside {
    guard text.beginsLikeRecords else { return .nothing }
    let end = text.bytes.count
    let padded = text.bytes + [UInt8](repeating: 0, count: Scanner.padding)
    let bytes = padded.span
    var reader = RecordReader(at: ReadingPosition(), end: end, isLast: true, recordLimit: end)
    var slots = Slots()
    var best = Inside.nothing
    while best != .record, let item = reader.next(bytes, FormatMarks.nothing, into: &slots) {
      switch item {
      case .document(let document, _):
        best = max(best, inside(document.slice, bytes, accepted, layers: layers))
      case .form(let form, _):
        best = max(best, layers == 0 ? .tooDeep : inside(form, accepted, layers: layers - 1))
      case .other(let record):
        let value = SoundText.slice(bytes, record.bytes.lowerBound)
        guard value.kind == .string else { continue }
        let inner = inside(PackedText(string: value, bytes), accepted, layers: max(0, layers - 1))
        best = max(best, layers > 0 || inner == .nothing ? inner : .tooDeep)
      case .broken, .fault:
        best = max(best, .broken)
      }
    }
    return best
  }

  /// Returns what is in a form body, which must be a document alone.
  private func inside(_ form: FormBody.Decoded, _ accepted: [Format], layers: Int) -> Inside {
    guard let (bytes, value) = form.document else { return .broken }
    return value.kind == .object ? inside(value, bytes.span, accepted, layers: layers) : .nothing
  }

  /// Says what a string is that stands alone; nil if it holds no record.
  func answer(string: Slice, _ bytes: Span<UInt8>, layers: Int) -> Answer? {
    if let answer = answer(unwrapping: string, bytes, layers: layers) { return answer }
    let content = Envelope.Content(value: string, packing: .text)
    guard let text = try? content.text(bytes),
      inside(text, isNamed ? formats : Format.all, layers: max(0, layers - 1)) > .nothing
    else { return nil }
    return layers > 0
      ? .envelope(Envelope(title: "JSON strings", contents: [content]))
      : .unknown(Diagnostic(code: .tooManyLayers))
  }
}
