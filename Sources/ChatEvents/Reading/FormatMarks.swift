internal import JSONText

/// The marks of all formats, compiled: the members of a document's outermost object by which the formats are told apart.
///
/// It is asked only if a document is not of the format that the last one had.
final class FormatMarks: Sendable {
  private let plan: ReadPlan
  private let marks: [(format: Format, slots: [ReadPlan.Slot])]

  /// The marks of documents that are read.
  static let ofRead = FormatMarks(knowsWritten: false)

  /// The same with those of documents that are only written.
  static let ofAll = FormatMarks(knowsWritten: true)

  /// A plan for those who only want to know where documents are.
  static let nothing = ReadPlan(Shape([Shape.Member("kind", .any)]), wanting: [], noting: [])

  private init(knowsWritten: Bool) {
    func allMarks(_ format: Format) -> [String] { knowsWritten ? format.allMarks : format.marks }
    var names: [String] = []
    for mark in Format.all.flatMap(allMarks) where !names.contains(mark) { names.append(mark) }
    let plan = ReadPlan(
      Shape(names.map { Shape.Member($0, .any) }), wanting: [], noting: names.map { Path($0) })
    marks = Format.all.map { format in (format, allMarks(format).map { plan.slot(Path($0)) }) }
    self.plan = plan
  }

  /// Returns the first of some formats of whose marks a sound document has one.
  func format(
    of bytes: Span<UInt8>, _ start: Int, end: Int, among formats: [Format] = Format.all
  ) -> Format? {
    var scanner = Scanner(end: end)
    var slots = Slots()
    guard (try? scanner.document(bytes, start, plan, into: &slots)) != nil else { return nil }
    return marks.first { formats.contains($0.format) && $0.slots.contains { slots[$0.index].isPresent } }?
      .format
  }
}

extension FormatMarks {
  /// Returns the first of some formats of whose marks a document has one.
  func format(of bytes: Span<UInt8>, _ document: Document, among formats: [Format] = Format.all) -> Format? {
    format(of: bytes, document.range.lowerBound, end: document.end, among: formats)
  }
}

extension Format {
  /// Returns the formats that the first record of a text can be of; none where that cannot be told.
  ///
  /// Only a document that stands bare or in an array, and ends in the text, tells.
  public static func ofFirstRecord(in text: [UInt8]) -> [Format] {
    let padded = text + [UInt8](repeating: 0, count: Scanner.padding)
    let bytes = padded.span
    var scanner = Scanner(end: text.count)
    var start = scanner.space(bytes, text.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0)
    if bytes[start] == UInt8(ascii: "[") { start = scanner.space(bytes, start + 1) }
    guard bytes[start] == UInt8(ascii: "{"),
      let format = FormatMarks.ofRead.format(of: bytes, start, end: text.count)
    else { return [] }
    return all.filter { $0.marks == format.marks }
  }
}
