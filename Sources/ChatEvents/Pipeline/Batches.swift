internal import JSONText

// Stage 3 for a batch: one record that holds calls, which share what the batch says for all of them.

/// What a batch says for all its calls.
struct BatchMembers: Sendable {
  var context = Slice.absent
  var integrations = Slice.absent
}

extension Converter {
  /// Whether the document that was scanned last is a batch of calls.
  var isBatch: Bool {
    guard let batch = lane.batch else { return false }
    return found.slice(batch.calls).isPresent && !found.slice(batch.type).isPresent
  }

  /// Writes the events of a batch's calls, or returns what is wrong with the first bad one; then none is written.
  mutating func acceptBatch(_ bytes: Span<UInt8>) -> Complaint? {
    guard let members = lane.batch else { return nil }
    let calls = found.slice(members.calls)
    guard calls.kind == .array else {
      return .typeMismatch(Int(calls.start), byte: bytes[Int(calls.start)], expected: "an array")
    }
    let batch = BatchMembers(
      context: found.slice(members.context), integrations: found.slice(members.integrations))
    let (written, counted, outer) = (output.count, counts, scanner)
    defer {
      scanner = outer
      found.call.batch = BatchMembers()
    }
    var position = scanner.space(bytes, Int(calls.start) + 1)
    if bytes[position] == UInt8(ascii: "]") { return Complaint(code: .emptyBatch, offset: Int(calls.start)) }
    while true {
      var complaint: Complaint?
      var end = position
      if bytes[position] == UInt8(ascii: "{"),
        let behind = try? scanner.document(bytes, position, lane.plan, into: &found.slots)
      {
        end = behind
        found.call.batch = batch
        var isSkipped = false
        complaint =
          scanner.objection.map { self.complaint($0, bytes, position) }
          ?? convert(bytes, position..<end, &isSkipped)
        complaint?.pointer = nil
        if complaint != nil, complaint?.offset == nil { complaint?.offset = position }
      } else {
        complaint = .typeMismatch(position, byte: bytes[position], expected: "an object")
      }
      if let complaint {
        output.truncate(to: written)
        counts = counted
        return complaint
      }
      position = scanner.space(bytes, end)
      if bytes[position] == UInt8(ascii: "]") { return nil }
      position = scanner.space(bytes, position + 1)
    }
  }
}
