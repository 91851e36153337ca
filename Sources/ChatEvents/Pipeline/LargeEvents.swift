internal import JSONText

// Stage 4: events that are larger than the service which they are for takes.

extension Converter {
  /// Looks for an event over the service's limit among those that were written behind an offset.
  ///
  /// - Returns: what is wrong with the record where such an event may not be written; then none of its events is. Else the
  ///   event gives a warning.
  mutating func largeEvent(since written: Int) -> Complaint? {
    guard let to = options.to, let limits = to.limits, found.written.largest > limits.event else {
      return nil
    }
    var start = written
    for end in written..<output.count where output[end] == UInt8(ascii: "\n") {
      let size = end - start
      start = end + 1
      guard size > limits.event else { continue }
      guard options.rejectsLargeEvents else {
        let warning = Warning(
          .eventTooLarge, "an event is larger than \(to.name) takes, \(limits.event) bytes")
        balance.warnings[warning, default: 0] += 1
        continue
      }
      output.truncate(to: written)
      return Complaint(
        code: .eventTooLarge,
        message: "an event of \(size) bytes is over \(to.name)'s limit of \(limits.event)")
    }
    return nil
  }
}
