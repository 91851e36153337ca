internal import JSONText

// What records of a page must be: callbacks and calls of Olark's JavaScript API, events of Userlike's widget.

extension Rule {
  /// What a recorded callback must be beyond its types, and what a call must be.
  static let olarkJS = [isCallback, calls, olarkTime, olarkPerson]

  /// What a recorded tracking event must be beyond its types.
  static let userlikeJS = [userlikeTime, userlikePerson]

  /// The callback is one that Olark's API has.
  private static let isCallback = Rule(inputs: Check.isCallback.inputs) {
    bytes, found, inputs, _, complaints in
    guard found.slice(inputs[0]).kind == .string else { return }
    if let complaint = Check.isCallback.run(bytes, found, inputs) { complaints.append(complaint) }
  }

  /// A call or a setting is one that Olark's page describes.
  private static let calls = Rule(inputs: ["call", "setting", "callback", "getDetails"]) {
    bytes, found, inputs, _, complaints in
    guard inputs[0...1].contains(where: { found.slice($0).kind != .absent }),
      !inputs[2...3].contains(where: { found.slice($0).isPresent }),
      let record = try? JSONTextDecoder().decode(
        JSONValue.self, from: withoutLoneSurrogates(found.document.range.map { bytes[$0] }))
    else { return }
    for problem in OlarkAPI.problems(in: record) {
      complaints.append(
        Complaint(
          code: problem.code, offset: found.document.offset(of: problem.pointer, bytes),
          message: problem.message,
          fix: problem.fix))
    }
  }

  /// Returns a sound document in which U+FFFD stands for each half of a surrogate pair, which no Swift string holds.
  private static func withoutLoneSurrogates(_ document: [UInt8]) -> [UInt8] {
    var document = document
    var position = 0
    /// The first two of an escape's digits, in small letters; nil where no such escape stands there.
    func start(_ position: Int) -> [UInt8]? {
      guard position + 6 <= document.count, document[position] == UInt8(ascii: "\\"),
        document[position + 1] == UInt8(ascii: "u")
      else { return nil }
      return document[position + 2..<position + 4].map { $0 | 0x20 }
    }
    func isHalf(_ start: [UInt8]?, _ seconds: String) -> Bool {
      guard let start else { return false }
      return start[0] == UInt8(ascii: "d") && seconds.utf8.contains(start[1])
    }
    while let escape = document[position...].firstIndex(of: UInt8(ascii: "\\")) {
      let begun = start(escape)
      if isHalf(begun, "89ab"), isHalf(start(escape + 6), "cdef") {
        position = escape + 12
      } else if isHalf(begun, "89abcdef") {
        document.replaceSubrange(escape + 2..<escape + 6, with: Array("fffd".utf8))
        position = escape + 6
      } else {
        position = escape + 2
      }
    }
    return document
  }

  private static let olarkTime = time(
    of: OlarkJSToSegment.eventful, in: "callback", unless: ["call", "setting"])
  private static let userlikeTime = time(
    of: UserlikeJSToSegment.eventful, in: "event", unless: ["custom"])

  /// What is recorded has a time, so that its event gets an id, and one that has come already.
  private static func time(of eventful: [String], in name: Path, unless said: [Path]) -> Rule {
    Rule(inputs: [name, "timestamp", "getDetails"] + said) { bytes, found, inputs, settings, complaints in
      let isRecorded = found.slice(inputs[0]).isPresent || found.slice(inputs[2]).isPresent
      // What a page is to say has no time.
      if !isRecorded, inputs[3...].contains(where: { found.slice($0).kind != .absent }) { return }
      let time = found.slice(inputs[1])
      guard time.isPresent else {
        let givesEvent =
          found.slice(inputs[2]).isPresent
          || eventful.contains { Text.isEqual(bytes, found.slice(inputs[0]), to: $0) }
        if givesEvent { complaints.append(Complaint(code: .noMessageID)) }
        return
      }
      guard [.string, .integer, .number].contains(time.kind) else { return }
      let moment = ExactTime(recorded: time, bytes)
      if moment == nil { complaints.append(.noRecordedTime(at: Int(time.start))) }
      if let complaint = Complaint.future(moment, at: Int(time.start), settings) {
        complaints.append(complaint)
      }
    }
  }

  /// A record that gives an event says whose it is.
  private static let olarkPerson = Rule(inputs: [
    "callback", "getDetails", "userId", "anonymousId", "visitor.id", "getDetails.id",
  ]) { bytes, found, inputs, _, complaints in
    let tells = [
      OlarkJSToSegment.eventful.contains { Text.isEqual(bytes, found.slice(inputs[0]), to: $0) },
      found.slice(inputs[1]).isPresent,
    ]
    let said = inputs[2...3].contains { found.slice($0).isIdentity(bytes) }
    for (index, own) in inputs[4...5].enumerated()
    where tells[index] && !said && !found.slice(own).isIdentity(bytes) {
      complaints.append(.noRecordedPerson)
      return
    }
  }

  /// A tracking event that gives an event says whose it is.
  private static let userlikePerson = Rule(inputs: ["event", "globalCtx.client_uuid"]) {
    bytes, found, inputs, _, complaints in
    let (event, id) = (found.slice(inputs[0]), found.slice(inputs[1]))
    guard UserlikeJSToSegment.eventful.contains(where: { Text.isEqual(bytes, event, to: $0) }),
      !id.isIdentity(bytes), !id.isPresent || id.kind == .string
    else { return }
    complaints.append(.noTrackedPerson(id))
  }
}
