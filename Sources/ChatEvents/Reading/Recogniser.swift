internal import JSONText

/// Says what a document is.
///
/// Each document is scanned with the plan of the format that the last one had, since the next probably has it too. If it does
/// not fit, the recogniser finds out what it is instead.
struct Recogniser: Sendable {
  /// What a document is.
  enum Answer {
    /// A record of the format that the last one had.
    case current
    /// A record of another of the formats that are read, by its place among them.
    case other(Int)
    /// Something around records.
    case envelope(Envelope)
    /// A form that a server has unpacked, whose document is in that member.
    case unpackedForm(Slice)
    /// A line of a rejects file.
    case rejectsLine
    /// Nothing that is read.
    case unknown(Diagnostic)
  }

  /// The formats that are read.
  let formats: [Format]

  /// What is written, where records are converted; nil for everything else.
  let target: Format?

  /// Whether the caller says what the documents are.
  let isNamed: Bool

  /// The plan that the last document fitted.
  var current: FormatPlan

  /// The ways to records that the caller gives; they are tried before anything is recognised.
  let pointers: [UnwrapPointer]

  /// Makes a recogniser that takes the first document for one of a format.
  init(_ formats: [Format], first: FormatPlan, target: Format?, isNamed: Bool, pointers: [UnwrapPointer] = [])
  {
    self.formats = formats
    self.target = target
    self.isNamed = isNamed
    self.pointers = pointers
    current = first
  }

  var marks: FormatMarks { target == nil ? .ofAll : .ofRead }

  /// Says what a document is.
  ///
  /// - Parameter layers: how many envelopes may be around a record in it.
  func answer(
    _ bytes: Span<UInt8>, _ document: Document, _ found: borrowing Found, layers: Int
  ) -> Answer {
    if !pointers.isEmpty, let answer = answer(unwrapping: document.slice, bytes, layers: layers) {
      return answer
    }
    if isNamed ? current.isMarked(found) : current.fits(bytes, found) { return .current }
    let format = marks.format(of: bytes, document)
    if !isNamed, let format, let index = formats.firstIndex(where: { $0.marks == format.marks }) {
      return .other(index)
    }
    if let answer = answer(around: document, format, bytes, found, layers: layers) { return answer }
    // The caller's word is taken for a document without a mark, unless a route needs one.
    if isNamed, target == nil { return .current }
    guard !isNamed, let format else { return .unknown(unknownShape) }
    guard let target else { return .unknown(unknownShape) }
    return .unknown(
      Diagnostic(
        code: .noRoute,
        message: format.marks == target.marks
          ? "the record is already in \(target.namesOfAlike) format"
          : "no route from \(format.name) to \(target.name)")
    )
  }

  /// The diagnostic about a document in which nothing is found by which a format is known.
  var unknownShape: Diagnostic {
    let marks = formats.map { format in
      "\(format.marks.map(\.example).joined(separator: " or ")) (\(format.name))"
    }.joined(separator: ", ")
    return Diagnostic(
      code: .unknownShape, message: "unknown kind of record: looked for an object like \(marks)")
  }
}
