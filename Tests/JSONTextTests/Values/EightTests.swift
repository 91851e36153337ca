import JSONText
import Testing

@Suite struct EightTests {
  @Test func allValuesAreTheSameAtFirst() {
    let eight = Eight(repeating: UInt16(7))
    for index in 0..<8 { #expect(eight[index] == 7) }
  }

  @Test func eachValueIsKeptApart() {
    var eight = Eight(repeating: Slice.absent)
    for index in 0..<8 { eight[index] = Slice(start: index, count: 2 * index, kind: .string) }
    for index in 0..<8 { #expect(eight[index] == Slice(start: index, count: 2 * index, kind: .string)) }
  }

  @Test func aCopyChangesNothing() {
    let eight = Eight(repeating: 1)
    var copy = eight
    copy[3] = 2
    #expect(eight[3] == 1)
    #expect(copy[3] == 2)
  }

  @Test func theIndexBehindTheLastIsNotRead() async {
    await #expect(processExitsWith: .failure) { _ = Eight(repeating: 1)[8] }
  }
}
