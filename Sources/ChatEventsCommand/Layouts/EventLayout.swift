internal import ChatEvents
internal import JSONText

/// Layout of the events.
enum EventLayout: Sendable, Hashable {
  /// One event a line.
  case lines
  /// One array.
  case array
  /// Indented, one after the other.
  case indented
  /// The bodies of requests to a service's batch address, one a line, within its limits.
  case batches(ServiceLimits)
  /// JavaScript statements, one a line, which may stand inside a `<script>` element.
  case statements
}

/// Lays out events that stand one a line.
final class LayoutWriter {
  private let layout: EventLayout
  private var isFirst = true
  /// The batch that is being filled, and how many events it holds.
  private var batch = Output(capacity: 0)
  private var eventsInBatch = 0
  /// Room for what is laid out.
  private var output = Output(capacity: 0)

  init(_ layout: EventLayout) { self.layout = layout }

  /// Returns what can be written now that some more events are there.
  ///
  /// A batch is kept until it is full, whatever the pieces in which its events arrive: the same events always give the same
  /// batches.
  func text(of events: WrittenBytes) -> WrittenBytes {
    if layout == .lines { return events }
    events.withSpan { bytes in layOut(bytes, count: events.count, to: &output) }
    return output.take()
  }

  private func layOut(_ bytes: Span<UInt8>, count: Int, to output: inout Output) {
    output.reserve(count)
    if layout == .indented { return PrettyPrinter.append(bytes, 0..<count, to: &output) }
    var start = 0
    while start < count {
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start, before: count)
      add(bytes, start..<end, to: &output)
      start = end + 1
    }
  }

  /// Lays out one event.
  private func add(_ bytes: Span<UInt8>, _ event: Range<Int>, to output: inout Output) {
    switch layout {
    case .lines, .indented: break
    case .array:
      output.append(isFirst ? "[\n" : ",\n")
      isFirst = false
      output.append(bytes, event)
    case .batches(let limits): add(bytes, event, &batch, limits, to: &output)
    case .statements: Statement.append(bytes, event, to: &output)
    }
  }

  /// Returns what stands behind the last event.
  func end() -> WrittenBytes {
    switch layout {
    case .array: output.append(isFirst ? "[]\n" : "\n]\n")
    case .batches: endBatch(&batch, &output)
    case .lines, .indented, .statements: break
    }
    return output.take()
  }

  /// Adds an event to the batch, and ends the one before where it would not fit in.
  private func add(
    _ bytes: Span<UInt8>, _ event: Range<Int>, _ batch: inout Output, _ limits: ServiceLimits,
    to output: inout Output
  ) {
    // A comma, the event and what ends the body; the line feed is no part of it.
    let size = batch.count + 1 + event.count + 2
    if eventsInBatch > 0, size > limits.batch || eventsInBatch == limits.eventsInBatch ?? .max {
      endBatch(&batch, &output)
    }
    batch.append(eventsInBatch == 0 ? #"{"batch":["# : ",")
    batch.append(bytes, event)
    eventsInBatch += 1
  }

  private func endBatch(_ batch: inout Output, _ output: inout Output) {
    guard eventsInBatch > 0 else { return }
    batch.withTail(from: 0) { output.append(copying: $0) }
    output.append("]}\n")
    batch.removeAll()
    eventsInBatch = 0
  }
}
