internal import JSONText

// Stage 3: what a document is, and the documents that stand inside others.

extension Converter {
  /// Writes the events of the document that was scanned last, or returns what is wrong with it.
  ///
  /// - Parameters:
  ///   - range: the document's offsets.
  ///   - isWrapped: whether it stands inside a form body or an envelope; there it holds no further one.
  mutating func accept(_ bytes: Span<UInt8>, _ range: Range<Int>, isWrapped: Bool) -> Complaint? {
    guard options.from == nil ? lane.fits(found) : found.slice(lane.mark).isPresent else {
      let data = found.slice(lane.data)
      if !isWrapped, data.kind == .string || data.kind == .array { return acceptEnvelope(bytes, data) }
      return recognise(bytes, range, isWrapped: isWrapped)
    }
    if let objection = scanner.objection { return complaint(objection, bytes, range.lowerBound) }
    if let complaint = lane.complaint(bytes, found) { return complaint }
    found.document = Slice(start: range.lowerBound, count: range.count, kind: .object, flags: .spaced)
    lane.write(bytes, &found, to: &output, counts: &counts)
    if options.surveys { lane.survey(bytes, found, now: options.now, into: &balance) }
    return nil
  }

  /// Writes the events of a document that was decoded, or returns what is wrong with it.
  mutating func acceptDecoded(_ text: [UInt8]) -> Complaint? {
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
  private mutating func acceptEnvelope(_ bytes: Span<UInt8>, _ data: Slice) -> Complaint? {
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
    return complaint
  }

  /// Passes a line that is a form body, and converts or rejects the document in its field `data`.
  ///
  /// - Returns: nil where the line is no form body, else the offset behind it, which is nil while it has not been read.
  mutating func passForm(_ bytes: Span<UInt8>, _ start: Int, isLast: Bool) -> (end: Int?, Void)? {
    let lineFeed = Resynchronisation.firstLineFeed(bytes, from: start, end: scanner.end)
    var end = lineFeed ?? scanner.end
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    // What a line is can be told only from the whole of it.
    let isCut = lineFeed == nil && !isLast && bytes[start] != UInt8(ascii: "\"")
    if isCut, scanner.end - start <= options.recordLimit { return (nil, ()) }
    guard FormBody.isOne(bytes, start..<end) else { return nil }
    let begun = lineCount
    var complaint: Complaint?
    do throws(JSONFault) {
      let form = try FormBody.decode(bytes, start..<end)
      complaint = acceptDecoded(form.text)
      if let offset = complaint?.offset {
        complaint?.offset = FormBody.sourceOffset(of: offset, in: form.value, bytes)
      }
    } catch {
      complaint = Complaint(code: .invalidForm, offset: error.offset, pointer: JSONPointer())
      if error.reason == .repeatedKey {
        complaint?.message = "the form body has the field data twice"
        complaint?.fix = "send one data field in each body"
      }
    }
    if let complaint {
      reject(bytes, start..<end, begun, complaint)
    } else {
      balance.converted += 1
    }
    return (end, ())
  }

  /// Tells what a document is that the current lane does not read, and has the lane that reads it go on.
  private mutating func recognise(_ bytes: Span<UInt8>, _ range: Range<Int>, isWrapped: Bool) -> Complaint? {
    guard options.from == nil, let format = recogniser.format(of: bytes, range.lowerBound, end: scanner.end)
    else {
      return unknownShape()
    }
    guard let other = lanes.first(where: { $0.route.from == format }) else {
      return Complaint(
        code: .noRoute,
        message: format == options.to
          ? "this is \(format.name) already" : "no route leads from \(format.name) to \(options.to.name)")
    }
    switchLane(to: other)
    let outer = scanner
    defer { scanner = outer }
    guard (try? scanner.document(bytes, range.lowerBound, lane.plan, into: &found.slots)) != nil else {
      return unknownShape()
    }
    return accept(bytes, range, isWrapped: isWrapped)
  }

  /// The complaint about a document in which nothing is found by which a format is known.
  func unknownShape() -> Complaint {
    let formats = options.from.map { [$0] } ?? Routes.sources
    let marks = formats.map { "\"\($0.mark)\" (\($0.name))" }.joined(separator: ", ")
    return Complaint(
      code: .unknownShape, message: "no known kind of record: looked for an object with \(marks)")
  }

  /// Turns what a scan objected to into a complaint that names both types.
  private func complaint(_ objection: JSONFault, _ bytes: Span<UInt8>, _ start: Int) -> Complaint {
    guard objection.reason == .typeMismatch else {
      return Complaint(code: Code(objection.reason), offset: objection.offset)
    }
    let pointer = JSONPointer.to(objection.offset, in: bytes, from: start, end: scanner.end)
    return .typeMismatch(objection.offset, pointer, byte: bytes[objection.offset], in: lane.reader.model)
  }
}
