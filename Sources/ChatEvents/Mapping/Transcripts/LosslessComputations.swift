internal import JSONText

// What `--timestamps` and `--lossless` add to the events of a transcript.

extension Compute {
  static let timeNote = "the first item's time; where it has none, that of the next which has one"

  /// Writes the conversation's time, from `items[]` and `items[].timestamp`.
  @Sendable
  static func time(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    firstTime(bytes, found, in: inputs[0], inputs[1])?.write(to: &output)
  }

  /// Returns the conversation's time; nil where no item has one that an event can carry.
  static func firstTime(
    _ bytes: Span<UInt8>, _ found: borrowing Found, in list: ReadPlan.Slot, _ timestamp: ReadPlan.Slot
  ) -> EventTime? {
    let items = found.slice(list)
    for item in 0..<Int(items.count) {
      let time = found.slots[items, item, timestamp.index]
      guard time.isPresent else { continue }
      let decimal: EventTime?
      if time.flags.isEscaped {
        decimal = EventTime(Text.unescaped(bytes, time.content).span)
      } else {
        decimal = EventTime(bytes.extracting(time.kind == .string ? time.content : time.range))
      }
      if let decimal { return decimal }
    }
    return nil
  }

  static let addressNote = "`ip`, else a `visitor.ip` that is not empty"

  /// Writes an address, from `ip` and `visitor.ip`.
  @Sendable
  static func address(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let own = found.slice(inputs[0])
    let visitors = found.slice(inputs[1])
    if own.isPresent {
      output.append(own, of: bytes)
    } else if visitors.isPresent, !visitors.content.isEmpty {
      output.append(visitors, of: bytes)
    }
  }

  static let restNote = "the transcript, verbatim, without the `items` and `tags` that stand in `properties`"

  /// Writes the whole transcript but what other members of the event hold, from `items` and `tags`.
  @Sendable
  static func rest(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let document = found.document
    var omitted: [Slice] = []
    for index in inputs.indices where found.slice(inputs[index]).isPresent {
      omitted.append(found.slice(inputs[index]))
    }
    omitted.sort { $0.start < $1.start }
    let start = output.count
    output.append(UInt8(ascii: "{"))
    var position = Int(document.start) + 1
    for value in omitted {
      appendMembers(bytes, position..<key(of: value, bytes), since: start, &output)
      position = value.range.upperBound
    }
    appendMembers(bytes, position..<document.range.upperBound - 1, since: start, &output)
    output.append(UInt8(ascii: "}"))
  }

  /// Copies the members between two offsets, without the commas and the white space around them.
  private static func appendMembers(
    _ bytes: Span<UInt8>, _ range: Range<Int>, since start: Int, _ output: inout Output
  ) {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isBetweenMembers(bytes[lower]) { lower += 1 }
    while lower < upper, isBetweenMembers(bytes[upper - 1]) { upper -= 1 }
    guard lower < upper else { return }
    if output.count > start + 1 { output.append(UInt8(ascii: ",")) }
    output.appendCompact(bytes, lower..<upper)
  }

  private static func isBetweenMembers(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }

  /// Returns the offset at which a value's key starts: a key that names a known member holds no quote.
  private static func key(of value: Slice, _ bytes: Span<UInt8>) -> Int {
    var position = Int(value.start) - 1
    while bytes[position] != UInt8(ascii: "\"") { position -= 1 }
    position -= 1
    while bytes[position] != UInt8(ascii: "\"") { position -= 1 }
    return position
  }
}
