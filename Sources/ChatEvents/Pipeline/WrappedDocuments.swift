internal import JSONText

// Stage 3 for documents that stand inside others: in a form body, or in an object that a gateway made of one.

/// What became of a line that could be a form body.
enum FormOutcome {
  /// It is none.
  case noForm
  /// It has not been read to its end.
  case incomplete
  /// It is one, and ends there.
  case passed(Int)
}

extension Converter {
  /// Writes the events of a document that was decoded, or returns what is wrong with it.
  private mutating func acceptDecoded(_ text: [UInt8]) -> Complaint? {
    let end = text.count
    let padded = text + [UInt8](repeating: 0, count: Scanner.padding)
    let outer = scanner
    defer { scanner = outer }
    scanner = Scanner(end: end)
    let bytes = padded.span
    do throws(JSONFault) {
      let start = scanner.space(bytes, 0)
      guard bytes[start] == UInt8(ascii: "{") else {
        let behind = try scanner.value(bytes, start, depth: 0)
        return try endComplaint(bytes, behind) ?? unknownShape()
      }
      let behind = try scanner.document(bytes, start, lane.plan, into: &found.slots)
      isSpaced = true
      if let complaint = try endComplaint(bytes, behind) { return complaint }
      return located(accept(bytes, start..<behind, isWrapped: true), bytes)
    } catch {
      return located(Complaint(code: Code(error.reason), offset: error.offset), bytes)
    }
  }

  /// Gives a complaint its pointer, which only the bytes that it is about can tell.
  private func located(_ complaint: Complaint?, _ bytes: Span<UInt8>) -> Complaint? {
    guard var complaint, let offset = complaint.offset, complaint.pointer == nil else { return complaint }
    var probe = Scanner(end: scanner.end)
    complaint.pointer = JSONPointer.to(offset, in: bytes, from: probe.space(bytes, 0), end: scanner.end)
    return complaint
  }

  private mutating func endComplaint(_ bytes: Span<UInt8>, _ position: Int) throws(JSONFault) -> Complaint? {
    let behind = scanner.space(bytes, position)
    return behind == scanner.end
      ? nil : Complaint(code: .trailingText, offset: behind, pointer: JSONPointer())
  }

  /// Writes the events of the document that a gateway put into `data`, as a string or the only one of an array.
  ///
  /// Source: rudder-server, gateway: a form body becomes an object of arrays of strings. AWS Lambda's and Express's
  /// parsers give a string. Read in November 2026.
  mutating func acceptEnvelope(_ bytes: Span<UInt8>, _ data: Slice) -> Complaint? {
    if let objection = scanner.objection, objection.reason == .repeatedKey {
      return complaint(objection, bytes, Int(data.start))
    }
    var text = data
    if data.kind == .array {
      var probe = Scanner(end: scanner.end)
      let first = probe.space(bytes, Int(data.start) + 1)
      guard bytes[first] == UInt8(ascii: "\""), let only = try? probe.slice(bytes, first, depth: 1),
        probe.space(bytes, only.range.upperBound) == data.range.upperBound - 1
      else { return unknownShape() }
      text = only
    }
    if let half = Text.loneSurrogate(bytes, text.content) {
      return Complaint(code: Code(.loneSurrogate), offset: half)
    }
    var complaint = acceptDecoded(Text.unescaped(bytes, text.content))
    if let offset = complaint?.offset {
      complaint?.offset = Text.sourceOffset(of: offset, in: text.content, bytes)
    }
    examined.moveOffsets { Text.sourceOffset(of: $0, in: text.content, bytes) }
    return complaint
  }

  /// Passes a line that is a form body, and converts or rejects the document in its field `data`.
  ///
  /// A line that is longer than a record may be is told by what was read of it.
  mutating func passForm(_ bytes: Span<UInt8>, _ start: Int, isLast: Bool) -> FormOutcome {
    // Many records may share a line; it is not searched again for each of them.
    if formless.contains(start), !FormBody.isData(bytes, start, end: scanner.end) { return .noForm }
    let mayGoOn = !isLast && scanner.end - start <= options.recordLimit
    let (isOne, stop) = FormBody.search(bytes, start, end: scanner.end)
    guard isOne else {
      if stop == scanner.end, mayGoOn { return .incomplete }
      formless = start..<stop
      return .noForm
    }
    let lineFeed = Resynchronisation.firstLineFeed(bytes, from: stop, end: scanner.end)
    if lineFeed == nil, mayGoOn { return .incomplete }
    var end = lineFeed ?? scanner.end
    if bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    let begun = lineCount
    var complaint: Complaint?
    do throws(JSONFault) {
      let form = try FormBody.decode(bytes, start..<end)
      complaint =
        end - start > options.recordLimit
        ? Complaint(code: .recordTooLong, offset: nil) : acceptDecoded(form.text)
      if let offset = complaint?.offset {
        complaint?.offset = FormBody.sourceOffset(of: offset, in: form.value, bytes)
      }
      examined.moveOffsets { FormBody.sourceOffset(of: $0, in: form.value, bytes) }
    } catch {
      complaint = Complaint(code: .invalidForm, offset: error.offset, pointer: JSONPointer())
      if error.reason == .repeatedKey {
        complaint?.message = "the form body has the field data twice"
        complaint?.fix = "send one data field in each body"
      }
    }
    if let complaint {
      reject(bytes, start..<end, begun, complaint)
    } else if isTelling {
      tell(bytes, start..<end, begun)
    }
    return .passed(end)
  }
}
