internal import JSONText

/// Tells documents of different formats apart by the members of their outermost object.
///
/// It is asked only where a document is not of the format that the last one had.
final class Recogniser: Sendable {
  private let plan: ReadPlan
  private let marks: [(format: Format, slot: ReadPlan.Slot)]

  init() {
    let formats = Format.all
    let plan = ReadPlan(
      Shape(formats.map { Shape.Member($0.mark, .any) }), wanting: [], noting: formats.map { Path($0.mark) })
    marks = formats.map { ($0, plan.slot(Path($0.mark))) }
    self.plan = plan
  }

  /// Returns the first format whose mark a sound document has.
  func format(of bytes: Span<UInt8>, _ start: Int, end: Int) -> Format? {
    var scanner = Scanner(end: end)
    var slots = Slots()
    guard (try? scanner.document(bytes, start, plan, into: &slots)) != nil else { return nil }
    return marks.first { slots[$0.slot.index].isPresent }?.format
  }
}
