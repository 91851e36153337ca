public import JSONText

/// Takes a source's records one by one, and does with each what was asked: it becomes events, is told of, is redacted or handed
/// over. START HERE: the stages of the whole program are numbered below.
///
/// A converter is a value that holds where reading stands. It takes the source in blocks and leaves what it made of each
/// in ``events``, ``rejects`` and ``balance``; it neither reads nor writes anything itself.
public struct Converter: Sendable {
  /// What the caller asked for.
  public let options: ConversionOptions

  /// Where reading stands in the source.
  public var reading = Reading()

  /// The events of the last block, a line each.
  public var events: ArraySlice<UInt8> { output.written }

  /// What the events are written to.
  var output = Output()

  /// The records of the last block that could not be converted, in their order.
  public internal(set) var rejects: [Reject] = []

  /// The records of the last block of which validation has something to tell, in their order.
  public internal(set) var checked: [CheckedRecord] = []

  /// The records of the last block that are handed over, in their order.
  public internal(set) var exported: [ExportedRecord] = []

  /// The line on which the record begins that is read.
  var recordLine = 1

  /// What is replaced in the record that is redacted; kept for its room.
  var edits = Edits()

  /// What validation found in the record that was read last.
  var examined = ExaminedRecord()

  /// What became of the last block's records.
  public internal(set) var balance = Balance()

  /// Whether a record was rejected and the caller asked to stop there.
  public internal(set) var hasStopped = false

  /// Whether lines of a rejects file are read again; not inside such a line.
  var readsRejected = true

  /// How the last block was laid out; nil where it held no record.
  var hint: SplitHint?

  /// Whether the block needed to know something of the source before it that was only guessed, or does not look like what was
  /// guessed. Then nothing more is read of it.
  var isVoid = false

  /// How many things in a row were read that are no records.
  var strays = 0

  /// The offsets in the block between which no field of a form starts but where a record does.
  var formless = 0..<0

  /// The offsets of the last two records of the block, and of the line on which the last one starts.
  var lastRecord: (start: Int, before: Int?, lineStart: Int)?

  /// The routes that a record can take, one for each format that it can be in.
  let lanes: [Lane]

  /// Tells documents apart where ``lane`` does not fit.
  let recogniser: Recogniser

  /// The lane that the last record took; the next record probably takes it too.
  var lane: Lane

  /// What a scan for that lane finds; kept for its room.
  var found: Found

  /// The number of events of the last block, for each emission of that lane.
  var counts: [Int]

  /// Whether white space stands between the tokens of the document that was scanned last, as far as that is known.
  var isSpaced = true

  /// Walks over the block, and counts its lines.
  var scanner = Scanner(end: 0)

  /// Makes a converter.
  ///
  /// - Throws: a description of the routes that there are, where none leads where the caller wants.
  public init(_ options: ConversionOptions) throws(ConversionError) {
    self.options = options
    switch options.task {
    case .convert(let to):
      let routes = Routes.all.filter { $0.to == to && (options.from == nil || $0.from == options.from) }
      lanes = routes.compactMap { route in
        Reader.all.first { $0.format == route.from }
          .map { Lane(route, $0, options.settings, surveys: options.surveys) }
      }
      recogniser = Recogniser()
    case .validate(let settings):
      lanes = Reader.inspectors.filter { options.from == nil || $0.format == options.from }
        .map { Lane($0, settings) }
      recogniser = Recogniser(knowsWritten: true)
    case .redact(let settings):
      lanes = Reader.inspectors.filter { options.from == nil || $0.format == options.from }
        .map { Lane($0, settings) }
      recogniser = Recogniser(knowsWritten: true)
    case .export(let settings):
      lanes = Reader.inspectors.filter { options.from == nil || $0.format == options.from }
        .map { Lane($0, settings) }
      recogniser = Recogniser(knowsWritten: true)
    }
    guard let first = lanes.first else {
      throw ConversionError.noRoute(from: options.from, to: options.to)
    }
    lane = first
    found = first.empty()
    found.chat.consentMarks = ConsentMarks(options.settings)
    counts = first.emissionNames.map { _ in 0 }
  }

  /// Converts the records that end inside a block, and says how many bytes it has used up.
  ///
  /// What it leaves belongs to a record that is not complete: the caller adds more bytes behind it and calls again. Where
  /// the source has ended, nothing is left.
  ///
  /// Cost: one pass over the bytes; a record that is not complete is read again from its start.
  public mutating func convert(_ block: borrowing JSONBlock, isLast: Bool) -> Int {
    block.withBytes { bytes, end in convert(bytes, end: end, isLast: isLast) }
  }

  private mutating func convert(_ bytes: Span<UInt8>, end: Int, isLast: Bool) -> Int {
    begin(end: end)
    var position = start(bytes, isLast: isLast)
    // Stage 1: find where a record starts, in whatever it stands in.    RecordStart.swift
    while moveToRecord(bytes, &position) {
      // Stage 2: walk over it, and note what its lane needs.            Records.swift, JSONText
      // Stage 3: tell what it is, and check it.                         Recognition.swift, Lane.swift
      // Stage 4: do what was asked, or keep it as a reject.             Rejecting.swift
      //   - write its events                                            WritePlan.swift
      //   - tell everything that is wrong with it                       Checking.swift, Validation/
      //   - write it without what is personal                           Redacting.swift, Privacy/
      //   - hand it over, where it is the visitor's                     Exporting.swift, Privacy/Export/
      // (3 and 4 happen inside 2, while the record is in the cache.)
      guard let next = passRecord(bytes, position, isLast: isLast) else { break }
      position = next
    }
    if isLast, !hasStopped, !isVoid { finish(bytes, position) }
    hint = lastRecord.map { SplitHint(bytes, last: $0.start, beforeThat: $0.before, lineStart: $0.lineStart) }
    // Stage 5: draw up the balance, and remember where the next block goes on.
    return finishBlock(at: position)
  }

  /// Forgets the last block.
  private mutating func begin(end: Int) {
    output.removeAll()
    rejects.removeAll(keepingCapacity: true)
    checked.removeAll(keepingCapacity: true)
    exported.removeAll(keepingCapacity: true)
    balance = Balance()
    for emission in counts.indices { counts[emission] = 0 }
    (isVoid, strays, formless) = (false, 0, 0..<0)
    lastRecord = nil
    scanner = Scanner(end: end)
    scanner.lineStart = reading.lineStart - reading.offset
  }

  /// Sums up the block that was converted as far as `position`.
  private mutating func finishBlock(at position: Int) -> Int {
    addCounts()
    balance.rejected += rejects.count { $0.isRecord }
    for reject in rejects where reject.isRecord { balance.reasons[reject.code.name, default: 0] += 1 }
    reading.line += scanner.lines
    reading.lineStart = reading.offset + scanner.lineStart
    reading.offset += position
    return position
  }

  /// Has further records take another lane.
  mutating func switchLane(to other: Lane) {
    addCounts()
    lane = other
    let consentMarks = found.chat.consentMarks
    found = other.empty()
    found.chat.consentMarks = consentMarks
    counts = other.emissionNames.map { _ in 0 }
  }

  /// Adds the events that were counted to the balance.
  private mutating func addCounts() {
    for (name, count) in zip(lane.emissionNames, counts) where count > 0 {
      balance.events[name, default: 0] += count
    }
  }
}
