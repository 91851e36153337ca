internal import JSONText

/// What the routes from Olark's transcripts compute, and the words with which the documents say so.
enum Compute {
  static let browserNote =
    "split at the last space; one word is a version without a name; empty text gives neither"

  /// Writes a browser's name and version.
  ///
  /// Source: RudderStack, "Olark Source"; its transformer splits at spaces and takes the last part as the version.
  @Sendable
  static func browser(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let browser = found.slice(inputs[0])
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

  static let rudderIDNote = "the MD5 of `userId + \":\"`, as a version-4 UUID"

  /// Writes the id by which RudderStack keeps the events of one person in order.
  ///
  /// Source: rudder-server, gateway: MD5 of the user id, a colon and the anonymous id (there is none), with the bits of a
  /// version-4 UUID forced.
  @Sendable
  static func rudderID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let start = output.count
    output.append(characters: found.slice(inputs[0]), of: bytes)
    output.append(UInt8(ascii: ":"))
    let id = output.withTail(from: start) { name in UUIDBytes.rudderID(of: name) }
    output.truncate(to: start)
    output.append(quoted: id)
  }

  static let trackIDNote =
    "a version-5 UUID of the conversation's id, the number of items and the last item's time"

  /// Writes a track event's `messageId`, from `id`, `items[]`, `items[].timestamp` and `visitor.id`.
  @Sendable
  static func trackID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let items = found.slice(inputs[1])
    let start = output.count
    output.append("track/")
    appendConversation(bytes, found, inputs, &output)
    output.append(UInt8(ascii: "/"))
    output.append(decimal: Int(items.count))
    output.append(UInt8(ascii: "/"))
    if items.count > 0 {
      let last = found.slots[items, Int(items.count) - 1, inputs[2].index]
      output.append(characters: last, of: bytes)
    }
    replaceNameWithUUID(found, from: start, &output)
  }

  static let groupIDNote = "a version-5 UUID of the conversation's id and the group's"

  /// Writes a group event's `messageId`, from the same and `groups[].id`.
  @Sendable
  static func groupID(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let start = output.count
    output.append("group/")
    appendConversation(bytes, found, inputs, &output)
    output.append(UInt8(ascii: "/"))
    output.append(characters: found.slice(inputs[4]), of: bytes)
    replaceNameWithUUID(found, from: start, &output)
  }

  /// Writes what names a conversation: its id, else the visitor's id and the first item's time.
  private static func appendConversation(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let start = output.count
    output.append(characters: found.slice(inputs[0]), of: bytes)
    guard output.count == start else { return }
    output.append(characters: found.slice(inputs[3]), of: bytes)
    output.append(UInt8(ascii: "/"))
    let items = found.slice(inputs[1])
    if items.count > 0 { output.append(characters: found.slots[items, 0, inputs[2].index], of: bytes) }
  }

  private static func replaceNameWithUUID(_ found: borrowing Found, from start: Int, _ output: inout Output) {
    let namespace = found.settings.namespace
    let id = output.withTail(from: start) { name in UUIDBytes(version5: name, in: namespace) }
    output.truncate(to: start)
    output.append(quoted: id)
  }

  /// Whether a group has an id that JavaScript takes for true: no empty string, and not the number 0.
  @Sendable
  static func hasID(_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot) -> Bool {
    let id = found.slice(input)
    switch id.kind {
    case .string: return !id.content.isEmpty
    case .integer: return bytes[id.range.upperBound - 1] != UInt8(ascii: "0") || isOverNine(bytes, id)
    default: return false
    }
  }

  /// Whether an integer has more than one digit.
  private static func isOverNine(_ bytes: Span<UInt8>, _ number: Slice) -> Bool {
    number.count > (bytes[Int(number.start)] == UInt8(ascii: "-") ? 2 : 1)
  }
}

extension Output {
  /// Writes what stands between a string's quotes, as it was written, or the digits of a number.
  mutating func append(content slice: Slice, of bytes: Span<UInt8>) {
    switch slice.kind {
    case .string: append(bytes, slice.content)
    case .integer, .number: append(bytes, slice.range)
    default: break
    }
  }

  /// Writes the characters of a string, or the digits of a number, without quotes and escapes.
  mutating func append(characters slice: Slice, of bytes: Span<UInt8>) {
    switch slice.kind {
    case .string where slice.flags.isEscaped: append(contentsOf: Text.unescaped(bytes, slice.content))
    case .string: append(bytes, slice.content)
    case .integer, .number: append(bytes, slice.range)
    default: break
    }
  }
}
