internal import JSONText

/// What validation found in one record.
struct ExaminedRecord: Sendable {
  /// The name of its format; nil if it was not taken for anything.
  var format: String?
  /// What is wrong with it, in the order of its text, each with its pointer.
  var diagnostics: [Diagnostic] = []
  /// What tells it from all others, and of a batch its calls.
  var identities: [Identity] = []

  /// What tells a record from all others, and the way to the member that says so.
  struct Identity: Sendable {
    let name: UUIDBytes
    let pointer: JSONPointer
    var offset: Int
  }

  /// Replaces the offsets: they counted in a text that was decoded.
  mutating func moveOffsets(_ sourceOffset: (Int) -> Int) {
    for index in diagnostics.indices {
      diagnostics[index].offset = diagnostics[index].offset.map(sourceOffset)
    }
    for index in identities.indices { identities[index].offset = sourceOffset(identities[index].offset) }
  }
}
