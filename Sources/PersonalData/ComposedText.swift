/// Text with letters and their marks as one character each, as nearly every program writes it (Unicode normal form C).
///
/// The standard library compares texts by that form and does not give it out. So a letter with marks is looked up among all
/// characters that can stand for one; where none does, its marks are put in order.
package enum ComposedText {
  /// Returns a text in that form.
  ///
  /// Cost: nothing for a text without marks; the first one that has some makes a table of some ten thousand characters.
  package static func composed(_ scalars: [Unicode.Scalar]) -> String {
    let text = String(scalars)
    guard scalars.contains(where: { $0.value >= 0x300 }) else { return text }
    var composed = String.UnicodeScalarView()
    for character in text {
      if character.unicodeScalars.allSatisfy({ $0.value < 0x300 }) {
        composed.append(contentsOf: character.unicodeScalars)
      } else if let single = table[character] {
        composed.append(single)
      } else {
        composed.append(contentsOf: reduced(Array(character.unicodeScalars)))
      }
    }
    return String(composed)
  }

  /// A letter with marks for which there is no single character: the marks in order, as many as possible in one with the letter.
  private static func reduced(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.count > 1 else { return scalars }
    var scalars = scalars
    // A stable sort by combining class of each run of marks.
    for end in scalars.indices {
      var place = end
      while place > 0, isAfter(scalars[place - 1], scalars[place]) {
        scalars.swapAt(place - 1, place)
        place -= 1
      }
    }
    var result = [scalars[0]]
    for scalar in scalars.dropFirst() {
      if let last = result.first, result.count == 1, let single = table[Character(String([last, scalar]))] {
        result = [single]
      } else {
        result.append(scalar)
      }
    }
    return result
  }

  private static func isAfter(_ mark: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let (own, others) = (
      mark.properties.canonicalCombiningClass.rawValue, next.properties.canonicalCombiningClass.rawValue
    )
    return others != 0 && own > others
  }

  /// Every character that may stand for several, by all that are canonically equivalent: a dictionary compares them so.
  private static let table: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    let ranges: [ClosedRange<UInt32>] = [
      0xc0...0x24f, 0x370...0x6ff, 0x900...0xdff, 0x1e00...0x1fff, 0x2126...0x212b, 0x3040...0x30ff,
      0xac00...0xd7a3,
    ]
    for value in ranges.joined() {
      // Of characters that are equivalent the first one is kept; the signs for ohm and ångström are letters.
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      if table[character] == nil, !scalar.properties.isFullCompositionExclusion { table[character] = scalar }
    }
    return table
  }()
}
