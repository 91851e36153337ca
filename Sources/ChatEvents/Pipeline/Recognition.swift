internal import JSONText

// Stage 3: what a document is, and whether its route takes it.

extension Converter {
  /// Writes the events of the document that was scanned last, or returns what is wrong with it.
  ///
  /// - Parameters:
  ///   - range: the document's offsets.
  ///   - isWrapped: whether it stands inside a form body or an envelope; there it holds no further one.
  mutating func accept(_ bytes: Span<UInt8>, _ range: Range<Int>, isWrapped: Bool) -> Complaint? {
    guard options.from == nil ? lane.fits(found) : lane.isMarked(found) || isTaken(isWrapped: isWrapped)
    else {
      let data = found.slice(lane.data)
      if !isWrapped, data.kind == .string || data.kind == .array,
        options.from != nil || !isMarkedForAnyLane(bytes, range.lowerBound)
      {
        return acceptEnvelope(bytes, data)
      }
      return recognise(bytes, range, isWrapped: isWrapped)
    }
    if case .validation(let validation) = lane.work {
      check(bytes, range, validation)
      return nil
    }
    if case .redaction(let redaction) = lane.work {
      redact(bytes, range, redaction)
      return nil
    }
    if case .export(let plan) = lane.work {
      export(bytes, range, plan)
      return nil
    }
    if let objection = scanner.objection { return complaint(objection, bytes, range.lowerBound) }
    var isSkipped = false
    let (written, counted) = (output.count, counts)
    found.written.largest = 0
    if let complaint = isBatch ? acceptBatch(bytes) : convert(bytes, range, &isSkipped) { return complaint }
    if let complaint = largeEvent(since: written) {
      counts = counted
      return complaint
    }
    if isSkipped { balance.skipped += 1 } else { balance.converted += 1 }
    return nil
  }

  /// Writes the events of a document that the current lane reads, or returns what is wrong with it.
  ///
  /// - Parameter isSkipped: is set where an option leaves the document out.
  mutating func convert(_ bytes: Span<UInt8>, _ range: Range<Int>, _ isSkipped: inout Bool) -> Complaint? {
    (found.chat.warning, found.call.isDoubtful) = (nil, false)
    found.document = Slice(
      start: range.lowerBound, count: range.count, kind: .object, flags: isSpaced ? .spaced : [])
    if let complaint = lane.complaint(bytes, &found) { return complaint }
    if lane.isSkipped(bytes, found) {
      isSkipped = true
      return nil
    }
    let written = output.count
    lane.write(bytes, &found, to: &output, counts: &counts)
    if found.call.isDoubtful, options.to == .olarkJS { countRefusedCalls(since: written) }
    if let warning = found.chat.warning, output.count > written {
      balance.warnings[Warning(warning), default: 0] += 1
    }
    if let to = options.to { lane.survey?.count(bytes, found, to: to, now: options.now, into: &balance) }
    return nil
  }

  /// Tells what a document is that the current lane does not read, and has the lane that reads it go on.
  private mutating func recognise(_ bytes: Span<UInt8>, _ range: Range<Int>, isWrapped: Bool) -> Complaint? {
    guard options.from == nil, let format = recogniser.format(of: bytes, range.lowerBound, end: scanner.end)
    else {
      return unknownShape()
    }
    guard let other = lanes.first(where: { $0.reader.format.marks == format.marks }) else {
      guard let to = options.to else { return unknownShape() }
      return Complaint(
        code: .noRoute,
        message: format.marks == to.marks
          ? "this is \(to.name) already" : "no route leads from \(format.name) to \(to.name)")
    }
    switchLane(to: other)
    let outer = scanner
    defer { scanner = outer }
    guard (try? scanner.document(bytes, range.lowerBound, lane.plan, into: &found.slots)) != nil else {
      return unknownShape()
    }
    return accept(bytes, range, isWrapped: isWrapped)
  }

  /// Whether a document has a member by which a format is known that some lane reads: then it is no envelope.
  private func isMarkedForAnyLane(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    recogniser.format(of: bytes, start, end: scanner.end, among: lanes.map(\.reader.format)) != nil
  }

  /// The complaint about a document in which nothing is found by which a format is known.
  func unknownShape() -> Complaint {
    let formats = lanes.map(\.reader.format)
    let marks = formats.map { format in
      "\(format.marks.map { "\"\($0)\"" }.joined(separator: " or ")) (\(format.name))"
    }.joined(separator: ", ")
    return Complaint(
      code: .unknownShape, message: "no known kind of record: looked for an object with \(marks)")
  }

  /// Turns what a scan objected to into a complaint that names both types.
  func complaint(_ objection: JSONFault, _ bytes: Span<UInt8>, _ start: Int) -> Complaint {
    guard objection.reason == .typeMismatch else {
      return Complaint(code: Code(objection.reason), offset: objection.offset)
    }
    let pointer = JSONPointer.to(objection.offset, in: bytes, from: start, end: scanner.end)
    return .typeMismatch(objection.offset, pointer, byte: bytes[objection.offset], in: lane.reader.model)
  }
}

extension Converter {
  /// Counts the calls written behind an offset that Olark's API would not take.
  private mutating func countRefusedCalls(since written: Int) {
    for line in output.written[written...].split(separator: UInt8(ascii: "\n")) {
      guard let call = try? JSONTextDecoder().decode(JSONValue.self, from: Array(line)) else { continue }
      guard case .string(let name)? = call["call"] else { continue }
      for problem in OlarkAPI.problems(in: call) {
        let argument = problem.pointer.tokens.last ?? ""
        balance.warnings[Warning(.callNotTaken, "\(name), \(argument): \(problem.message)"), default: 0] += 1
      }
    }
  }
}
