/// A fault in a JSON text: its reason and its offset.
///
/// A fault is small enough to be thrown on the hot path: it contains only an offset into the scanned
/// bytes. Line, column and pointer are computed from it when it is reported.
public struct JSONFault: Error, Sendable, Hashable {
  /// The reason.
  public var reason: Reason

  /// The offset of the first wrong byte, from the start of the scanned bytes.
  ///
  /// An offset at or after the end of the text means that the text ended too early.
  public var offset: Int

  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The possible faults of a JSON text, and of a member that is read.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Something other than a value is found where a value is required.
    case expectedValue = "expected-value"
    /// Something other than `"` or `}` follows `{` or a member's comma.
    case expectedKey = "expected-key"
    /// A key is not followed by a colon.
    case expectedColon = "expected-colon"
    /// A member is followed by neither `,` nor `}`.
    case expectedCommaOrBrace = "expected-comma-or-brace"
    /// An element is followed by neither `,` nor `]`.
    case expectedCommaOrBracket = "expected-comma-or-bracket"
    /// More text follows a complete document.
    case expectedEnd = "expected-end"
    /// A number that RFC 8259 does not allow, such as `01`, `1.` or `-`.
    case invalidNumber = "invalid-number"
    /// A character below U+0020 is unescaped in a string.
    case controlCharacter = "control-character"
    /// A backslash is not followed by a valid JSON escape.
    case invalidEscape = "invalid-escape"
    /// A string is not valid UTF-8.
    case invalidUTF8 = "invalid-utf8"
    /// Objects and arrays are nested deeper than 512 levels.
    case tooDeep = "too-deep"
    /// The text ends inside a value.
    case unexpectedEnd = "unexpected-end"
    /// A value has a different type from the expected one.
    case typeMismatch = "type-mismatch"
    /// A member that is read appears more than once in its object.
    case repeatedKey = "repeated-key"
    /// A string contains an unpaired surrogate, which a Swift string cannot contain.
    case loneSurrogate = "lone-surrogate"
  }
}
