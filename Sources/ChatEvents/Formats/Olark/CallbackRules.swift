internal import JSONText

extension OlarkCallbackRecord {
  /// What a recorded callback must be beyond its types, and what a call must be.
  static let rules: [any Rule.Type] = [
    CallbackIsNamed.self, CallbackIsKnown.self, CallbackContent.self, CallIsDescribed.self,
    CallbackHasTime.self,
    CallbackHasPerson.self,
  ]
}

/// What a record of a page holds: something that was recorded, or something that the page is to say.
private struct PageRecord: InputSlots {
  let callback, getDetails, call, setting: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    callback = inputs.member("callback")
    getDetails = inputs.member("getDetails")
    call = inputs.member("call")
    setting = inputs.member("setting")
  }

  func isRecorded(_ found: borrowing Found) -> Bool {
    found.slice(callback).isPresent || found.slice(getDetails).isPresent
  }

  func isCall(_ found: borrowing Found) -> Bool {
    found.slice(call).kind != .absent || found.slice(setting).kind != .absent
  }

  /// Whether the callback gives an event.
  func callbackGivesEvent(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Bool {
    OlarkCallbacks.givesEvent(found.slice(callback), bytes)
  }
}

/// The callback is one that Olark's page has.
private struct CallbackIsKnown: Rule {
  let callback: ReadPlan.Slot

  init(_ inputs: inout Inputs) { callback = inputs.member("callback") }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    let callback = found.slice(callback)
    guard OlarkCallbacks.names.isUnknown(callback, bytes) else { return [] }
    return [
      Diagnostic(
        code: .unknownEvent, offset: Int(callback.start),
        fix: "check the spelling; list the names with: chatevents api --kind callback")
    ]
  }
}

/// A call or a setting is one that Olark's page describes.
private struct CallIsDescribed: Rule {
  let record: PageRecord

  init(_ inputs: inout Inputs) { record = PageRecord(&inputs) }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    guard record.isCall(found), !record.isRecorded(found),
      let call = try? JSONTextDecoder().decode(
        JSONValue.self, from: Self.withoutLoneSurrogates(bytes.copied(found.document.range)))
    else { return [] }
    var problems = OlarkAPI.problems(in: call)
    for index in problems.indices {
      problems[index].offset = found.document.offset(of: problems[index].pointer, bytes)
    }
    return problems
  }

  /// Returns a sound document in which U+FFFD stands for each half of a surrogate pair, which no Swift string holds.
  private static func withoutLoneSurrogates(_ document: [UInt8]) -> [UInt8] {
    var document = document
    var position = 0
    while let half = Text.loneSurrogate(document.span, position..<document.count) {
      document.replaceSubrange(half + 2..<half + 6, with: "fffd".utf8)
      position = half + 6
    }
    return document
  }
}

/// What is recorded has a time, so that its event gets an id, and one that has come already.
private struct CallbackHasTime: Rule {
  let record: PageRecord
  let time: RecordedTime

  init(_ inputs: inout Inputs) {
    record = PageRecord(&inputs)
    time = RecordedTime(&inputs)
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    // What a page is to say has no time.
    if !record.isRecorded(found), record.isCall(found) { return [] }
    let givesEvent =
      found.slice(record.getDetails).isPresent || record.callbackGivesEvent(bytes, found)
    return time.findings(bytes, found, settings, givesEvent: givesEvent)
  }
}

/// A record that gives an event says whose it is.
private struct CallbackHasPerson: Rule {
  let record: PageRecord
  let userID, anonymousID, visitorID, askedID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    record = PageRecord(&inputs)
    userID = inputs.member("userId")
    anonymousID = inputs.member("anonymousId")
    visitorID = inputs.member("visitor.id")
    askedID = inputs.member("getDetails.id")
  }

  func findings(_ bytes: Span<UInt8>, _ found: borrowing Found, _ settings: RuleSettings) -> [Diagnostic] {
    if found.slice(userID).isIdentity(bytes) || found.slice(anonymousID).isIdentity(bytes) { return [] }
    let isVisitorMissing =
      record.callbackGivesEvent(bytes, found) && !found.slice(visitorID).isIdentity(bytes)
    let isAskedMissing =
      found.slice(record.getDetails).isPresent && !found.slice(askedID).isIdentity(bytes)
    return isVisitorMissing || isAskedMissing ? [.noRecordedPerson] : []
  }
}
