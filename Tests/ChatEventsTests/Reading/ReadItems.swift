import JSONText

@testable import ChatEvents

/// What a reader finds in a source, in words: the kind of each item, its place, and its text or its code.
struct ReadItems: Equatable {
  private(set) var lines: [String] = []

  /// What is said of those that are broken, and of faults.
  private(set) var messages: [String] = []

  /// Reads a source that arrives in pieces: after each of them what is complete is read.
  ///
  /// - Parameter cuts: the offsets at which the source is cut; none to have it at once.
  init(
    _ source: [UInt8], cuts: [Int] = [], recordLimit: Int = 1 << 20,
    at start: ReadingPosition = ReadingPosition()
  ) {
    let plan = FormatPlan(of: .olark)
    var position = start
    var slots = Slots()
    var start = 0
    for end in cuts + [source.count] {
      let bytes = padded(source[start..<end])
      var reader = RecordReader(
        at: position, end: end - start, isLast: end == source.count, recordLimit: recordLimit)
      while let item = reader.next(bytes.span, plan.members, into: &slots) {
        lines.append(Self.words(item, bytes))
        switch item {
        case .broken(let diagnostic, _): messages.append(diagnostic.message)
        case .fault(let fault): messages.append(fault.diagnostic.message)
        default: break
        }
      }
      position = reader.end().position
      start += reader.end().count
    }
  }

  init(_ text: String, cuts: [Int] = []) { self.init(Array(text.utf8), cuts: cuts) }

  private static func words(_ item: RecordReader.Item, _ bytes: [UInt8]) -> String {
    func text(_ record: RecordRange) -> String {
      "\(record.place) \(String(decoding: bytes[record.bytes], as: UTF8.self))"
    }
    switch item {
    case .document(_, let record): return "document \(text(record))"
    case .form(let form, let record):
      return "form \(text(record)) = \(String(decoding: form.text, as: UTF8.self))"
    case .other(let record): return "other \(text(record))"
    case .broken(let diagnostic, let record): return "broken \(text(record)) [\(diagnostic.code.name)]"
    case .fault(let fault): return "fault \(fault.place) [\(fault.code.name)]"
    }
  }
}
