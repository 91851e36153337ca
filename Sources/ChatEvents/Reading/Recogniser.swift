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
    /// A document that a gateway put into a member of this one.
    case envelope(Slice)
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

  /// Makes a recogniser that takes the first document for one of a format.
  init(_ formats: [Format], first: FormatPlan, target: Format?, isNamed: Bool) {
    self.formats = formats
    self.target = target
    self.isNamed = isNamed
    current = first
  }

  private var marks: FormatMarks { target == nil ? .ofAll : .ofRead }

  /// Says what a document is.
  ///
  /// - Parameter readsRejects: whether lines of a rejects file are known; not inside such a line.
  func answer(
    _ bytes: Span<UInt8>, _ document: Document, _ found: borrowing Found, readsRejects: Bool
  ) -> Answer {
    if isNamed ? current.isMarked(found) : current.fits(bytes, found) { return .current }
    if readsRejects, !document.isWrapped, current.rejectsLine.areFilled(in: found),
      marks.format(of: bytes, document) == nil
    {
      return .rejectsLine
    }
    let data = document.isWrapped ? nil : current.envelope(found)
    // The caller's word is taken for a document without a mark, unless a route needs one.
    if isNamed, target == nil, data == nil { return .current }
    if let data, isNamed || marks.format(of: bytes, document, among: formats) == nil {
      return .envelope(data)
    }
    if isNamed { return .unknown(unknownShape) }
    guard let format = marks.format(of: bytes, document) else { return .unknown(unknownShape) }
    if let index = formats.firstIndex(where: { $0.marks == format.marks }) { return .other(index) }
    guard let target else { return .unknown(unknownShape) }
    return .unknown(
      Diagnostic(
        code: .noRoute,
        message: format.marks == target.marks
          ? "this is \(target.namesOfAlike) already" : "no route leads from \(format.name) to \(target.name)")
    )
  }

  /// The diagnostic about a document in which nothing is found by which a format is known.
  var unknownShape: Diagnostic {
    let marks = formats.map { format in
      "\(format.marks.map(\.example).joined(separator: " or ")) (\(format.name))"
    }.joined(separator: ", ")
    return Diagnostic(
      code: .unknownShape, message: "no known kind of record: looked for an object like \(marks)")
  }
}
