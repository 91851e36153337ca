/// The name that was probably meant.
package enum NearestName {
  /// Returns the name that takes the fewest changes to be made of another; nil where all are far away.
  package static func among(_ names: [String], to name: String) -> String? {
    names.map { ($0, distance(name, $0)) }.filter { $0.1 <= max(1, name.count / 3) }.min { $0.1 < $1.1 }?.0
  }

  /// The number of characters that must be added, removed or exchanged.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let changed = diagonal + (right[column] == character ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }
}
