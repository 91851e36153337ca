internal import JSONText

// Stages 3 and 4 for validation: what is wrong with a record, and where.

/// What validation found in one record.
struct ExaminedRecord: Sendable {
  /// What the record is; nil where it was not taken for anything.
  var format: Format?
  /// What is wrong with it, in the order of its text, each with its pointer.
  var complaints: [Complaint] = []
  /// What tells it from all others, and of a batch its calls.
  var identities: [Identity] = []

  /// What tells a record from all others, and the way to the member that says so.
  struct Identity: Sendable {
    let name: UUIDBytes
    let pointer: JSONPointer
    var offset: Int
  }

  /// Replaces the offsets: they counted in a text that was decoded.
  mutating func moveOffsets(_ sourceOffset: (Int) -> Int) {
    for index in complaints.indices {
      complaints[index].offset = complaints[index].offset.map(sourceOffset)
    }
    for index in identities.indices { identities[index].offset = sourceOffset(identities[index].offset) }
  }
}

extension Converter {
  /// What is asked of validation; nil where nothing is validated.
  private var validationSettings: ValidationSettings? {
    if case .validate(let settings) = options.task { settings } else { nil }
  }

  /// Whether what is wrong with records is told, and nothing written.
  var isTelling: Bool { validationSettings != nil || isVerifying }

  /// Whether a document without a mark of its format is held against it all the same: the caller says what it is.
  func isTaken(isWrapped: Bool) -> Bool {
    guard options.to == nil else { return false }
    let data = found.slice(lane.data)
    return isWrapped || (data.kind != .string && data.kind != .array)
  }

  /// Holds the document that was scanned last against all that is known of its format.
  mutating func check(_ bytes: Span<UInt8>, _ range: Range<Int>, _ validation: Validation) {
    found.document = Slice(
      start: range.lowerBound, count: range.count, kind: .object, flags: isSpaced ? .spaced : [])
    examined.format = lane.reader.format
    examined.complaints.removeAll(keepingCapacity: true)
    validation.check(bytes, found, lane.plan, end: scanner.end, into: &examined.complaints)
    examined.identities =
      validation.settings.tellsIdentities
      ? validation.identities(bytes, found, lane.plan, end: scanner.end) : []
    guard !examined.complaints.isEmpty else { return }
    examined.complaints.sort { ($0.offset ?? range.lowerBound) < ($1.offset ?? range.lowerBound) }
    let pointers = JSONPointer.to(
      examined.complaints.map { $0.offset ?? range.lowerBound }, in: bytes, from: range.lowerBound,
      end: scanner.end)
    for (index, pointer) in pointers.enumerated() { examined.complaints[index].pointer = pointer }
  }

  /// Tells what was found in a record.
  mutating func tell(_ bytes: Span<UInt8>, _ range: Range<Int>, _ begun: LineCount) {
    if examined.complaints.isEmpty, validationSettings?.tellsAll != true, examined.identities.isEmpty {
      balance.converted += 1
      return
    }
    let place = JSONPlace(line: reading.line + begun.lines, column: range.lowerBound - begun.lineStart + 1)
    var (last, lastOffset) = (place, range.lowerBound)
    var record = CheckedRecord(place: place, format: examined.format, findings: [])
    for complaint in examined.complaints {
      let offset = complaint.offset ?? range.lowerBound
      last = last.advanced(over: bytes, from: lastOffset, to: offset)
      lastOffset = max(offset, lastOffset)
      record.findings.append(finding(complaint, at: last, offset, bytes, range))
    }
    var (there, before) = (place, range.lowerBound)
    for identity in examined.identities {
      there = there.advanced(over: bytes, from: before, to: identity.offset)
      before = identity.offset
      let repetition = Complaint(code: .duplicateID, offset: identity.offset, pointer: identity.pointer)
      record.identities.append(
        RecordIdentity(
          name: identity.name, repetition: finding(repetition, at: there, identity.offset, bytes, range)))
    }
    tell(record)
  }

  /// Tells that a record is none.
  mutating func tell(_ reject: Reject, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    var record = CheckedRecord(reject)
    if isVerifying { return tell(record) }
    record.findings[0].excerpt = Excerpt(
      around: reject.offset - reading.offset, bytes, column: reject.at.column, in: range)
    tell(record)
  }

  mutating func tell(_ record: CheckedRecord) {
    checked.append(record)
    if record.isValid {
      balance.converted += 1
    } else {
      balance.rejected += 1
      if options.stopsAtReject { hasStopped = true }
    }
  }

  private func finding(
    _ complaint: Complaint, at place: JSONPlace, _ offset: Int, _ bytes: Span<UInt8>, _ record: Range<Int>
  ) -> Finding {
    Finding(
      place: place, pointer: complaint.pointer ?? JSONPointer(), code: complaint.code,
      message: complaint.message ?? complaint.code.message, fix: complaint.fix ?? complaint.code.fix,
      // What is reported of redaction does not hold what was to be removed.
      excerpt: isVerifying ? nil : Excerpt(around: offset, bytes, column: place.column, in: record))
  }
}

extension CheckedRecord {
  /// Makes the report of what is no record.
  init(_ reject: Reject) {
    self.init(
      place: reject.place, format: nil,
      findings: [
        Finding(
          place: reject.at, pointer: reject.pointer, code: reject.code, message: reject.message,
          fix: reject.fix ?? reject.code.fix, excerpt: nil)
      ])
  }
}
