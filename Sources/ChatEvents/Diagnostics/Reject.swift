public import JSONText

/// A record that was not converted, with its place and the reason; or a fault between records.
public struct Reject: Sendable, Hashable {
  /// The problem, with the place of the error.
  public var diagnostic: LocatedDiagnostic

  /// The place at which the record starts in its source.
  public var place: JSONPlace

  /// The offsets of the record's bytes in its source.
  public var range: Range<Int>

  /// The offset of the error in the source.
  public var offset: Int

  /// The record's own bytes; nil if it was too long to be stored.
  public var record: [UInt8]?

  /// The kind of problem.
  public var code: Code { diagnostic.code }

  /// Whether a record was rejected; false for a fault between records that affects none of them.
  public var isRecord: Bool { code != .missingComma }
}

extension Reject {
  /// The report of a reject as text: `file:line:column: error: message at /pointer [code]`, and the fix.
  public func report(source: String) -> String {
    var text = Output(capacity: 1 << 9)
    report(source: source, to: &text)
    return String(decoding: text.written, as: UTF8.self)
  }

  /// Writes the report as a person reads it.
  package func report(source: String, to text: inout Output) {
    text.append(text: source)
    text.append(":")
    text.append(decimal: diagnostic.place.line)
    text.append(":")
    text.append(decimal: diagnostic.place.column)
    text.append(": error: ")
    text.append(text: PrintedText.oneLine(diagnostic.message))
    if diagnostic.pointer.count > 0 {
      text.append(" at ")
      text.append(text: PrintedText.oneLine(diagnostic.pointer.shortened(over: 156, begin: 76, end: 40)))
    }
    text.append(" [")
    text.append(text: code.name)
    text.append("]\n")
    if let fix = diagnostic.fix {
      text.append("  fix: ")
      text.append(text: PrintedText.oneLine(fix))
      text.append("\n")
    }
  }

  /// Writes the reject as one line of a rejects file.
  ///
  /// The record stands in it as text, in `record`; where its bytes are no UTF-8 as `record_base64`; and where it was too
  /// long to be kept, `bytes` gives its offsets in the source.
  package func write(source: String, to output: inout Output) {
    output.append(#"{"source":"#, source)
    output.append(#","line":"#, place.line)
    output.append(#","column":"#, place.column)
    output.append(#","at":{"line":"#, diagnostic.place.line)
    output.append(#","column":"#, diagnostic.place.column)
    output.append(#"},"pointer":"#, diagnostic.pointer.description)
    output.append(#","code":"#, code.name)
    output.append(#","message":"#, diagnostic.message)
    if let record {
      writeRecord(record, to: &output)
    } else {
      output.append(#","bytes":["#, range.lowerBound)
      output.append(",", range.upperBound)
      output.append("]")
    }
    output.append("}\n")
  }

  private func writeRecord(_ record: [UInt8], to output: inout Output) {
    if String(validating: record, as: UTF8.self) != nil {
      output.append(#","record":"#)
      output.appendQuoted(record)
    } else {
      output.append(#","record_base64":""#)
      output.append(contentsOf: Base64.encoded(record))
      output.append(UInt8(ascii: "\""))
    }
  }
}

extension Reject {
  /// Rejects a record.
  ///
  /// - Parameters:
  ///   - base: the offset in the source of the bytes' start.
  ///   - hasPointer: whether the way to what is wrong may be reported: names of members can be personal too.
  init(
    _ diagnostic: Diagnostic, _ record: RecordRange, _ bytes: Span<UInt8>, end: Int, from base: Int,
    hasPointer: Bool = true
  ) {
    let start = record.bytes.lowerBound
    let offset = diagnostic.offset ?? start
    let pointer =
      hasPointer
      ? diagnostic.knownPointer ?? JSONPointer.to(offset, in: bytes, from: start, end: end) : JSONPointer()
    self.init(
      diagnostic: LocatedDiagnostic(
        diagnostic, at: diagnostic.knownPlace ?? record.place(of: offset, in: bytes), pointer: pointer),
      place: record.place, range: base + start..<base + record.bytes.upperBound, offset: base + offset,
      record: nil)
  }

  /// Reports a fault of what records stand in.
  ///
  /// - Parameter range: the offsets in the source of what is wrong.
  init(_ diagnostic: Diagnostic, at place: JSONPlace, _ range: Range<Int>, record: [UInt8] = []) {
    self.init(
      diagnostic: LocatedDiagnostic(diagnostic, at: place), place: place, range: range,
      offset: range.lowerBound,
      record: record)
  }
}
