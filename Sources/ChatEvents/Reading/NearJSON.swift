internal import JSONText

/// What other programs print that is nearly JSON, told by the bytes at which it fails to be JSON.
struct NearJSON: Sendable {
  /// The message: one clause.
  let message: String
  /// The fix, in the imperative; nil if there is no general one.
  let fix: String

  /// Returns what a text is in place of JSON; nil where nothing is known by which it could be told.
  ///
  /// - Parameter start: the offset of the record.
  static func of(_ bytes: Span<UInt8>, failingAt fault: JSONFault, from start: Int, end: Int) -> NearJSON? {
    let offset = fault.offset
    func isThere(_ text: String, at place: Int) -> Bool {
      place >= 0 && place + text.utf8.count <= end
        && Text.areEqual(bytes, place..<place + text.utf8.count, Array(text.utf8))
    }
    switch fault.reason {
    case .expectedKey, .expectedValue, .invalidNumber:
      if fault.reason == .expectedKey, isThere("\\\"", at: offset) {
        return NearJSON(
          message: "the quotes are escaped: this is the content of a JSON string",
          fix: #"quote each line to make it a JSON string: sed 's/.*/"&"/'"#)
      }
      if isThere("'", at: offset) {
        return NearJSON(
          message: "single quotes are not JSON; Python's repr prints them",
          fix: "write the record with Python's json.dumps, or use double quotes")
      }
      return words.first { isThere($0.word, at: offset) || isThere($0.word, at: offset - 1) }
        .map { NearJSON(message: "\($0.word) is not JSON", fix: $0.fix) }
    default:
      return nil
    }
  }

  /// Whether what was read ends inside something by which a text could be told.
  static func mayGoOn(_ bytes: Span<UInt8>, failingAt fault: JSONFault, end: Int) -> Bool {
    guard end < fault.offset + longest, [.expectedKey, .expectedValue, .invalidNumber].contains(fault.reason)
    else { return false }
    return (words.map(\.word) + ["\\\""]).contains { word in
      [fault.offset, fault.offset - 1].contains { place in
        place >= 0 && place < end && end < place + word.utf8.count
          && Text.areEqual(bytes, place..<end, Array(word.utf8.prefix(end - place)))
      }
    }
  }

  /// How many bytes behind a fault may tell: those of the longest word.
  private static var longest: Int { 9 }

  private static let words: [(word: String, fix: String)] = [
    ("NaN", "write null"), ("-Infinity", "write null"), ("Infinity", "write null"),
    ("undefined", "write null"),
    ("None", "write null; Python's json.dumps does"), ("True", "write true; Python's json.dumps does"),
    ("False", "write false; Python's json.dumps does"),
  ]
}
