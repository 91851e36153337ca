internal import JSONText

/// A line of a rejects file: what was rejected is read again, as if it were in the source.
///
/// The text may hold any number of records, in any container but this one.
struct RejectsLine: Sendable {
  /// The text that was rejected.
  let text: [UInt8]

  /// The offsets of the string that holds it.
  private let content: Range<Int>

  /// Whether it holds the text as it is, so that each byte has a place of its own.
  private let isPlain: Bool

  /// The members by which such a line is known.
  static let members = ["code", "record", "record_base64", "bytes"]

  /// The slots of those members.
  struct Slots: Sendable {
    private let code, text, base64, bytes: ReadPlan.Slot

    init(_ plan: ReadPlan) {
      (code, text) = (plan.slot("code"), plan.slot("record"))
      (base64, bytes) = (plan.slot("record_base64"), plan.slot("bytes"))
    }

    /// Whether a document is such a line, unless a format knows it.
    func areFilled(in found: borrowing Found) -> Bool {
      found.slice(code).kind == .string
        && (found.slice(text).kind == .string || found.slice(base64).kind == .string
          || found.slice(bytes).kind == .array)
    }

    /// Returns the line; or what is wrong with it, if it does not hold the text.
    func line(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Result<RejectsLine, Diagnostic> {
      let (text, base64) = (found.slice(text), found.slice(base64))
      if text.kind == .string {
        return .success(
          RejectsLine(text: Text.unescaped(bytes, text.content), content: text.content, isPlain: true))
      }
      guard base64.kind == .string else { return .failure(Diagnostic(code: .recordNotKept)) }
      guard let packed = Base64.decoded(Text.unescaped(bytes, base64.content)) else {
        return .failure(Diagnostic(code: .invalidBase64, offset: Int(base64.start)))
      }
      return .success(RejectsLine(text: packed, content: base64.range, isPlain: false))
    }
  }

  /// Returns the offset in the source of a byte of the text; of bytes in base64 that of the string.
  func sourceOffset(of offset: Int, _ bytes: Span<UInt8>) -> Int {
    isPlain ? Text.sourceOffset(of: offset, in: content, bytes) : content.lowerBound
  }
}
