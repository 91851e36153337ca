internal import JSONText

/// When the messages of a conversation were sent: one without a time has that of the one before it, the first that of the next
/// which has one.
struct MessageTimes: Sendable {
  /// The time of each message up to its eighteenth digit; empty while none has a time.
  private var short: [ShortTime] = []

  /// The digits behind those, for each message that has some: hardly ever any.
  private var furtherDigits: [Int: [UInt8]] = [:]

  /// How many messages came before the first that has a time.
  private var leading = 0

  /// The number of messages that have a time.
  var count: Int { short.count }

  /// Adds a message that was sent at a moment.
  @inline(__always)
  mutating func append(_ time: ShortTime) {
    while leading > 0 {
      short.append(time)
      leading -= 1
    }
    short.append(time)
  }

  /// Adds a message that was sent at a moment, or one that has no time.
  mutating func append(_ time: ExactTime?) {
    let first = short.count
    if let time {
      append(time.short)
      if time.furtherDigits.isEmpty { return }
      for message in first..<short.count { furtherDigits[message] = time.furtherDigits }
    } else if let last = short.last {
      short.append(last)
      if !furtherDigits.isEmpty { furtherDigits[first] = furtherDigits[first - 1] }
    } else {
      leading += 1
    }
  }

  /// Forgets all times, and keeps the room.
  mutating func removeAll() {
    short.removeAll(keepingCapacity: true)
    if !furtherDigits.isEmpty { furtherDigits = [:] }
    leading = 0
  }

  /// When a message was sent, to be told to the millisecond; nil where no message has a time.
  @inline(__always)
  func moment(_ message: Int) -> ShortTime? { message < short.count ? short[message] : nil }

  /// When a message was sent, with every digit; nil where no message has a time.
  subscript(message: Int) -> ExactTime? {
    guard let moment = moment(message) else { return nil }
    return ExactTime(moment, furtherDigits: furtherDigits.isEmpty ? [] : furtherDigits[message] ?? [])
  }

  /// The times of the first message and of the last.
  var first: ExactTime? { self[0] }
  var last: ExactTime? { short.isEmpty ? nil : self[short.count - 1] }

  /// Writes how long after a moment a message was sent; nothing where no message has a time.
  func writeDuration(of message: Int, since start: ExactTime, to output: inout Output) {
    guard let moment = moment(message) else { return }
    if start.furtherDigits.isEmpty, furtherDigits.isEmpty {
      moment.since(start.short).writeDuration(to: &output)
    } else {
      self[message]?.since(start).writeDuration(to: &output)
    }
  }
}
