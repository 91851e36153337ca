public import JSONText

/// A problem of a record or a text, with its place in it.
public struct Diagnostic: Error, Sendable, Hashable {
  /// The kind of problem.
  public let code: Code

  /// The message for this case: one clause, lower case, no full stop.
  public internal(set) var message: String

  /// The fix for this case, in the imperative; nil if there is none.
  public internal(set) var fix: String?

  /// The offset at which it is wrong, in the bytes that were checked; nil for the record as a whole.
  var offset: Int?

  /// The way to the value that is wrong; nil if it is still to be found from the offset.
  var knownPointer: JSONPointer?

  /// The place in the source of the offset; nil if it is still to be counted from the record's.
  var knownPlace: JSONPlace?

  /// - Parameters:
  ///   - message: what is wrong, if the code's own message does not say enough.
  ///   - fix: what to do, if it can be said more exactly than the code does.
  init(
    code: Code, offset: Int? = nil, message: String? = nil, fix: String? = nil, pointer: JSONPointer? = nil
  ) {
    self.code = code
    self.message = message ?? code.message
    self.fix = fix ?? code.fix
    self.offset = offset
    knownPointer = pointer
  }

  /// The path to the faulty value; for something missing, the path to the object that lacks it.
  public internal(set) var pointer: JSONPointer {
    get { knownPointer ?? JSONPointer() }
    set { knownPointer = newValue }
  }

  /// Whether the record cannot be used, or may only not have the effect its sender expects.
  public var severity: Severity { code.severity }
}

extension Diagnostic {
  /// The same about no place, to be counted with its like.
  var withoutPlace: Diagnostic { Diagnostic(code: code, message: message, fix: fix) }

  /// Returns the same about a text that was decoded from bytes of the source, with its pointer, which only the text can tell.
  func located(in bytes: Span<UInt8>, end: Int, _ sourceOffset: (Int) -> Int) -> Diagnostic {
    guard let offset else { return self }
    var located = self
    if knownPointer == nil {
      var scanner = Scanner(end: end)
      located.pointer = JSONPointer.to(offset, in: bytes, from: scanner.space(bytes, 0), end: end)
    }
    located.offset = sourceOffset(offset)
    return located
  }
}
