internal import JSONText

/// Finds the rows of a list by the characters of one of their slots, however those are written.
///
/// Of a short list each row is looked at; for a longer one a table is made when something is looked up the second time.
struct TextIndex {
  private let rows: Slice
  private let slot: Int

  /// The first two rows of each text; nil before they were collected.
  private var table: [[UInt8]: Rows]?
  private var isUsed = false

  /// The first row that has a text, and the next one.
  struct Rows {
    let first: Int
    var second: Int?
  }

  /// Up to so many rows are looked at one by one.
  static let shortest = 8

  /// - Parameters:
  ///   - rows: the list, as a scan notes it.
  ///   - slot: the slot of each row that holds the text.
  init(_ rows: Slice, slot: Int) {
    self.rows = rows
    self.slot = slot
  }

  /// Returns the first rows whose text has the same characters; nil if there is none.
  ///
  /// Cost: a look at each row for the first text, and for the second; then one at the text itself.
  mutating func find(_ text: Slice, _ bytes: Span<UInt8>, _ slots: borrowing Slots) -> Rows? {
    let count = Int(rows.count)
    guard isUsed, count > Self.shortest else {
      isUsed = true
      var found: Rows?
      for row in 0..<count where slots[rows, row, slot].isSameText(as: text, bytes) {
        guard found == nil else {
          found?.second = row
          break
        }
        found = Rows(first: row)
      }
      return found
    }
    if table == nil { table = collected(bytes, slots) }
    return table?[Text.characters(bytes, text)]
  }

  private func collected(_ bytes: Span<UInt8>, _ slots: borrowing Slots) -> [[UInt8]: Rows] {
    var table: [[UInt8]: Rows] = [:]
    for row in 0..<Int(rows.count) {
      let text = Text.characters(bytes, slots[rows, row, slot])
      if table[text]?.second != nil { continue }
      if table[text] == nil { table[text] = Rows(first: row) } else { table[text]?.second = row }
    }
    return table
  }
}
