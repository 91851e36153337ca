internal import JSONText

/// What a check found wrong.
struct Complaint: Error {
  var code: Code
  /// The offset at which it is wrong, in the bytes that were checked; nil for the record as a whole.
  var offset: Int? = nil
  /// What is wrong, where the code's own message does not say enough.
  var message: String? = nil
  /// What to do, where it can be said more exactly than the code does.
  var fix: String? = nil
  /// The way to the value that is wrong, where it cannot be found from the offset in the source.
  var pointer: JSONPointer? = nil
}
