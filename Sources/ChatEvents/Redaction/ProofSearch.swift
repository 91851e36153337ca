internal import JSONText
internal import PersonalData

/// A proof of erasure compiled: it looks for the values in every string, name and number of a document.
struct ProofSearch: Sendable {
  private let search: ValueSearch
  private let names: [String]

  init(_ proof: ErasureProof) {
    search = ValueSearch(proof.values.map(\.value))
    names = proof.values.map(\.name)
  }

  /// Returns what is left in a sound document, in the order of its text: each value once a string.
  ///
  /// Cost: a few looks at each byte.
  func leftovers(_ bytes: Span<UInt8>, _ document: Range<Int>) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var position = document.lowerBound
    while position < document.upperBound {
      switch bytes[position] {
      case UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let token = SoundText.slice(bytes, position)
        var told: Set<String> = []
        for place in search.places(in: Text.characters(bytes, token)).sorted()
        where told.insert(names[place]).inserted {
          found.append(
            Diagnostic(code: .valueLeft, offset: position, message: "\(names[place]) is left"))
        }
        position = token.range.upperBound
      default: position += 1
      }
    }
    return found
  }
}
