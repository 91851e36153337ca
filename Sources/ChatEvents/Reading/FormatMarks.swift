internal import JSONText

/// The marks of all formats, compiled.
///
/// It is asked only if a document is not plainly of the format that the last one had.
final class FormatMarks: Sendable {
  private let plan: ReadPlan
  private let marks: [(format: Format, tests: [MarkTest])]

  /// What makes a document one of a format.
  private struct MarkTest: Sendable {
    let member: ReadPlan.Slot
    let value: MarkValue
    let companions: [[ReadPlan.Slot]]

    func fits(_ bytes: Span<UInt8>, _ slots: borrowing Slots) -> Bool {
      let member = slots[member.index]
      guard member.isPresent else { return false }
      if value.holds(member, bytes) { return true }
      for list in companions {
        var areThere = true
        for slot in list where !slots[slot.index].isPresent { areThere = false }
        if areThere { return true }
      }
      return false
    }
  }

  /// The marks of documents that are read.
  static let ofRead = FormatMarks(knowsWritten: false)

  /// The same with those of documents that are only written.
  static let ofAll = FormatMarks(knowsWritten: true)

  /// A plan for those who only want to know where documents are.
  static let nothing = ReadPlan(Shape([Shape.Member("kind", .any)]), wanting: [], noting: [])

  private init(knowsWritten: Bool) {
    func allMarks(_ format: Format) -> [Mark] { knowsWritten ? format.allMarks : format.marks }
    var paths: [Path] = []
    for path in Format.all.flatMap(allMarks).flatMap({ [Path($0.member)] + $0.companions.joined() })
    where !paths.contains(path) {
      paths.append(path)
    }
    var shape = Shape([])
    for path in paths { shape.open(path.steps[...]) }
    let plan = ReadPlan(shape, wanting: [], noting: paths)
    marks = Format.all.map { format in
      let tests = allMarks(format).map { mark in
        MarkTest(
          member: plan.slot(Path(mark.member)), value: MarkValue(mark.value),
          companions: mark.companions.map { $0.map(plan.slot) })
      }
      return (format, tests)
    }
    self.plan = plan
  }

  /// Returns the first of some formats of whose marks a sound document has one.
  func format(
    of bytes: Span<UInt8>, _ start: Int, end: Int, among formats: [Format] = Format.all
  ) -> Format? {
    var scanner = Scanner(end: end)
    var slots = Slots()
    guard (try? scanner.document(bytes, start, plan, into: &slots)) != nil else { return nil }
    for (format, tests) in marks where formats.contains(format) {
      for test in tests where test.fits(bytes, slots) { return format }
    }
    return nil
  }
}

extension FormatMarks {
  /// Returns the first of some formats of whose marks a document has one.
  func format(of bytes: Span<UInt8>, _ document: Document, among formats: [Format] = Format.all) -> Format? {
    format(of: bytes, document.range.lowerBound, end: document.end, among: formats)
  }
}

extension Format {
  /// Returns the possible formats of the first record of a text; none if that is not recognised.
  ///
  /// Only a document at the top level or in an array that ends within the text is considered.
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
