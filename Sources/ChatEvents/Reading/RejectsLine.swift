internal import JSONText

/// A line of a rejects file: what was rejected is read again, as if it were in the source.
///
/// The text may hold any number of records, in any container.
enum RejectsLine {
  /// The members by which such a line is known.
  static let members = ["code", "record", "record_base64", "bytes"]

  /// Whether a document with these members is such a line, unless a format knows it.
  static func isLine(_ members: MemberSlices) -> Bool {
    members["code"]?.kind == .string
      && (members["record"]?.kind == .string || members["record_base64"]?.kind == .string
        || members["bytes"]?.kind == .array)
  }

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

    /// Returns the text that the line holds; or what is wrong with it, if it does not hold one.
    func text(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Result<PackedText, Diagnostic> {
      let (text, base64) = (found.slice(text), found.slice(base64))
      if text.kind == .string { return .success(PackedText(string: text, bytes)) }
      guard base64.kind == .string else { return .failure(Diagnostic(code: .recordNotKept)) }
      guard let packed = Base64.decoded(Text.unescaped(bytes, base64.content)) else {
        return .failure(Diagnostic(code: .invalidBase64, offset: Int(base64.start)))
      }
      return .success(PackedText(bytes: packed, content: base64.range, coding: .base64))
    }
  }
}
