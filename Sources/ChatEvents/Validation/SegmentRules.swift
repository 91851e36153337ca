internal import JSONText

// What calls must be beyond their types, to be taken by Segment and by RudderStack.

extension Rule {
  /// What Segment demands of a call, and what its documents warn of.
  static let segment = [isTaken, messageID, callTimes]

  /// What RudderStack demands of a call.
  static let rudderstack = [isCall, person, messageID, callTimes]

  /// Segment's door lets it pass.
  private static let isTaken = Rule(inputs: Check.isTakenBySegment.inputs, comesFirst: true) {
    bytes, found, inputs, _, complaints in
    complaints += SegmentDoor(found, inputs).complaints(bytes)
  }

  /// It is one of the calls that there are.
  private static let isCall = Rule(inputs: ["type"], comesFirst: true) {
    bytes, found, inputs, _, complaints in
    let type = found.slice(inputs[0])
    if !SegmentDoor.Call.allCases.contains(where: { Text.isEqual(bytes, type, to: $0.rawValue) }) {
      complaints.append(Complaint(code: .unknownCall, offset: type.place))
    }
  }

  /// It says whom it is about, in a text that shows something: RudderStack's gateway removes what does not.
  ///
  /// Source: rudder-server, gateway. Read in November 2026.
  private static let person = Rule(inputs: ["userId", "anonymousId"]) { bytes, found, inputs, _, complaints in
    let ids = [found.slice(inputs[0]), found.slice(inputs[1])]
    // Of another type, it is told of as such.
    if ids.contains(where: { $0.isPresent && ($0.kind != .string || $0.isIdentity(bytes)) }) { return }
    complaints.append(
      Complaint(
        code: .noIdentity, offset: ids.first(where: \.isPresent)?.place,
        message: "the event has neither userId nor anonymousId", fix: "say who the person is, in one of them")
    )
  }

  /// Its id is as short as both of Segment's pages want it.
  ///
  /// Source: Segment, "Spec: Common Fields" ("limited to 100 characters") and "HTTP API" (fewer than 100). Read in November 2026.
  private static let messageID = Rule(inputs: ["messageId"]) { bytes, found, inputs, _, complaints in
    let id = found.slice(inputs[0])
    if id.kind == .string, id.content.count >= 100, Text.scalarCount(bytes, id) >= 100 {
      complaints.append(Complaint(code: .messageIDTooLong, offset: Int(id.start)))
    }
  }

  /// Its times are written as ISO 8601 has it, and have come already.
  private static let callTimes = Rule(inputs: ["timestamp", "originalTimestamp", "sentAt", "receivedAt"]) {
    bytes, found, inputs, settings, complaints in
    for input in inputs {
      let slice = found.slice(input)
      guard slice.kind == .string else { continue }
      guard let time = WrittenTime(Text.unescaped(bytes, slice.content).span) else {
        complaints.append(Complaint(code: .timeNotISO, offset: Int(slice.start)))
        continue
      }
      if let complaint = Complaint.future(
        time.momentInAnyYear(in: .utc), at: Int(slice.start), settings)
      {
        complaints.append(complaint)
      }
    }
  }
}
