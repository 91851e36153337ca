/// A place in a JSON text at which it stops being what the reader expects, and why.
///
/// A fault is small enough to be thrown on the hot path: it holds an offset into the bytes that were
/// scanned. What a person reads (line, column, pointer) is computed from it when it is reported.
public struct JSONFault: Error, Sendable, Hashable {
  /// What is wrong.
  public var reason: Reason

  /// The offset of the first byte that is wrong, from the start of the bytes that were scanned.
  ///
  /// An offset at or behind the end of the text means that the text ended too early.
  public var offset: Int

  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What can be wrong with a JSON text, and with a member that a reader looks for.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Something else than a value stands where a value must.
    case expectedValue = "expected-value"
    /// Something else than `"` or `}` follows `{` or a member's comma.
    case expectedKey = "expected-key"
    /// A key is not followed by a colon.
    case expectedColon = "expected-colon"
    /// A member is followed by neither `,` nor `}`.
    case expectedCommaOrBrace = "expected-comma-or-brace"
    /// An element is followed by neither `,` nor `]`.
    case expectedCommaOrBracket = "expected-comma-or-bracket"
    /// Something follows a text that is complete.
    case expectedEnd = "expected-end"
    /// A number that RFC 8259 does not allow, such as `01`, `1.` or `-`.
    case invalidNumber = "invalid-number"
    /// A character below U+0020 stands unescaped inside a string.
    case controlCharacter = "control-character"
    /// A backslash is not followed by one of the escapes that JSON knows.
    case invalidEscape = "invalid-escape"
    /// Bytes inside a string that are no UTF-8.
    case invalidUTF8 = "invalid-utf8"
    /// Objects and arrays are nested deeper than 512 levels.
    case tooDeep = "too-deep"
    /// The text ends inside a value.
    case unexpectedEnd = "unexpected-end"
    /// A value is of another type than the reader expects.
    case typeMismatch = "type-mismatch"
    /// A member that the reader looks for stands twice in its object.
    case repeatedKey = "repeated-key"
    /// A string holds half of a surrogate pair, which a Swift string cannot hold.
    case loneSurrogate = "lone-surrogate"
  }
}
