internal import JSONText

/// The computations of transcripts, as they run.
enum TranscriptOperation: Sendable, Hashable {
  case browserNameAndVersion(of: ReadPlan.Slot)
  case rudderID(visitorID: ReadPlan.Slot)
  case trackMessageID(ConversationName)
  case groupMessageID(ConversationName, groupID: ReadPlan.Slot)
  case firstTime(of: ItemTimes)
  case address(own: ReadPlan.Slot, visitor: ReadPlan.Slot)
  case rest(items: ReadPlan.Slot, tags: ReadPlan.Slot)

  func write(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output) {
    switch self {
    case .browserNameAndVersion(let browser):
      Self.writeBrowser(record.slice(browser), bytes, to: &output)
    case .rudderID(let visitorID):
      Self.writeRudderID(of: record.slice(visitorID), bytes, to: &output)
    case .trackMessageID(let name):
      name.writeTrackID(bytes, &record, to: &output)
    case .groupMessageID(let name, let groupID):
      name.writeGroupID(record.slice(groupID), bytes, &record, to: &output)
    case .firstTime(let times):
      guard let time = times.firstTold(bytes, record.found) else { return }
      if ExactTime.isInMilliseconds(bytes, time.text) { record.chat.oddities.insert(.milliseconds) }
      record.chat.look(at: time.moment.short)
      EventTime(time.moment).write(to: &output)
    case .address(let own, let visitor):
      Self.writeAddress(own: record.slice(own), visitor: record.slice(visitor), bytes, to: &output)
    case .rest(let items, let tags):
      Self.writeRest(
        of: record.found.document, without: [record.slice(items), record.slice(tags)], bytes, to: &output)
    }
  }

  /// Writes a browser's name and version.
  ///
  /// Source: RudderStack, "Olark Source"; its transformer splits at spaces and takes the last part as the version.
  private static func writeBrowser(_ browser: Slice, _ bytes: Span<UInt8>, to output: inout Output) {
    guard browser.kind == .string, !browser.content.isEmpty else { return }
    let space = lastSpace(bytes, browser)
    let name = space.map { browser.content.lowerBound..<$0.lowerBound }
    let version = (space?.upperBound ?? browser.content.lowerBound)..<browser.content.upperBound
    output.append(#"{"name":""#)
    if let name { output.append(bytes, name) }
    output.append(#"","version":""#)
    output.append(bytes, version)
    output.append(#""}"#)
  }

  /// Returns the offsets of a string's last space, which may be written as an escape.
  private static func lastSpace(_ bytes: Span<UInt8>, _ text: Slice) -> Range<Int>? {
    var last: Range<Int>?
    var position = text.content.lowerBound
    while position < text.content.upperBound {
      let next: Int
      switch (bytes[position], bytes[position + 1]) {
      case (UInt8(ascii: "\\"), UInt8(ascii: "u")):
        next = position + 6
        if bytes.halfWord(position + 2) == 0x3032_3030 { last = position..<next }  // the digits 0020
      case (UInt8(ascii: "\\"), _):
        next = position + 2
      case (let byte, _):
        next = position + 1
        if byte == UInt8(ascii: " ") { last = position..<next }
      }
      position = next
    }
    return last
  }

  /// Writes the id by which RudderStack keeps the events of one person in order.
  ///
  /// Source: rudder-server, gateway: MD5 of the user id, a colon and the anonymous id (there is none), both without what shows
  /// nothing, with the bits of a version-4 UUID forced.
  private static func writeRudderID(of userID: Slice, _ bytes: Span<UInt8>, to output: inout Output) {
    let start = output.count
    if userID.isPlain(bytes) {
      output.append(characters: userID, of: bytes)
    } else {
      output.append(contentsOf: Slice.gatewayCharacters(Text.characters(bytes, userID)))
    }
    output.append(UInt8(ascii: ":"))
    let id = output.withTail(from: start) { name in UUIDBytes.rudderID(of: name) }
    output.truncate(to: start)
    output.append(quoted: id)
  }

  /// Writes an address: the transcript's own, else the visitor's.
  private static func writeAddress(
    own: Slice, visitor: Slice, _ bytes: Span<UInt8>, to output: inout Output
  ) {
    if own.isPresent {
      output.append(own, of: bytes)
    } else if visitor.isPresent, !visitor.content.isEmpty {
      output.append(visitor, of: bytes)
    }
  }
}

/// What names a conversation in the ids of RudderStack's events: its id, else the visitor's id and the first item's time.
struct ConversationName: InputSlots, Hashable {
  private let id, items, timestamp, visitorID: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    id = inputs.member("id")
    items = inputs.member("items[]")
    timestamp = inputs.member("items[].timestamp")
    visitorID = inputs.member("visitor.id")
  }

  /// Writes a track event's `messageId`.
  fileprivate func writeTrackID(
    _ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output
  ) {
    let items = record.slice(items)
    let start = output.count
    output.append("track/")
    append(bytes, &record, to: &output)
    output.append(UInt8(ascii: "/"))
    output.append(decimal: Int(items.count))
    output.append(UInt8(ascii: "/"))
    if items.count > 0 {
      let last = record.found.slots[items, Int(items.count) - 1, timestamp.index]
      output.append(characters: last, of: bytes)
    }
    Self.replaceNameWithUUID(&record, from: start, &output)
  }

  /// Writes a group event's `messageId`.
  fileprivate func writeGroupID(
    _ groupID: Slice, _ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output
  ) {
    let start = output.count
    output.append("group/")
    append(bytes, &record, to: &output)
    output.append(UInt8(ascii: "/"))
    output.append(characters: groupID, of: bytes)
    Self.replaceNameWithUUID(&record, from: start, &output)
  }

  private func append(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output) {
    let start = output.count
    output.append(characters: record.slice(id), of: bytes)
    guard output.count == start else { return }
    output.append(characters: record.slice(visitorID), of: bytes)
    output.append(UInt8(ascii: "/"))
    let items = record.slice(items)
    if items.count > 0 { output.append(characters: record.found.slots[items, 0, timestamp.index], of: bytes) }
  }

  private static func replaceNameWithUUID(
    _ record: inout RouteRecord, from start: Int, _ output: inout Output
  ) {
    let namespace = record.settings.namespace
    let id = output.withTail(from: start) { name in UUIDBytes(version5: name, in: namespace) }
    output.truncate(to: start)
    output.append(quoted: id)
  }
}

/// When a transcript's items were sent.
struct ItemTimes: InputSlots, Hashable {
  private let items, timestamp: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    items = inputs.member("items[]")
    timestamp = inputs.member("items[].timestamp")
  }

  /// Asks for the times of some messages.
  init(of rows: MessageRows, _ inputs: inout Inputs) {
    items = inputs.member(rows.list)
    timestamp = inputs.member(rows.time)
  }

  /// Returns the conversation's time; nil where no item has one that an event can carry.
  func first(_ bytes: Span<UInt8>, _ found: borrowing Found) -> EventTime? {
    firstTold(bytes, found).map { EventTime($0.moment) }
  }

  /// The same, with what tells it.
  fileprivate func firstTold(
    _ bytes: Span<UInt8>, _ found: borrowing Found
  ) -> (moment: ExactTime, text: Slice)? {
    let items = found.slice(items)
    for item in 0..<Int(items.count) {
      let text = found.slots[items, item, timestamp.index]
      if let time = ExactTime(bytes, text) { return (time, text) }
    }
    return nil
  }
}
