/// A line on standard error that shows how much of the input was read, once that takes longer than a second.
struct Progress {
  /// The number of bytes of all inputs; nil if it is not known.
  var total: Int?
  private let isShown: Bool
  private let start = SystemClock.steady
  private var shownAt = 0.0
  private var finished = 0
  private var isOnScreen = false

  init(isShown: Bool) { self.isShown = isShown }

  /// Draws the line, at most ten times a second.
  ///
  /// - Parameter count: how many bytes of the current input were read.
  mutating func advance(to count: Int) {
    guard isShown else { return }
    let now = SystemClock.steady
    guard now - start > 1, now - shownAt > 0.1 else { return }
    shownAt = now
    isOnScreen = true
    let width = Descriptor.standardError.columns ?? 80
    let line = Self.line(read: finished + count, of: total, in: now - start, width: width)
    StandardError.write(Array("\r\u{1b}[K\(line)".utf8))
  }

  /// Takes note that an input was read to its end.
  mutating func finish(_ bytesRead: Int) { finished += bytesRead }

  /// Takes the line off the screen.
  mutating func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    StandardError.write(Array("\r\u{1b}[K".utf8))
  }

  /// Returns the line, of which the last parts are left out that do not fit.
  ///
  /// - Parameters:
  ///   - seconds: how long reading has taken so far.
  ///   - width: the columns of the terminal. The last one stays empty: some terminals begin a new line there.
  static func line(read: Int, of total: Int?, in seconds: Double, width: Int) -> String {
    let rate = Double(read) / max(seconds, 0.001)
    var parts: [String] = []
    var bar = ""
    if let total, total > 0 {
      let share = min(1, Double(read) / Double(total))
      let filled = Int(share * 20)
      bar = "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled) + "] "
      parts.append("\(Int(share * 100)) %")
      if rate > 0 { parts.append("\(duration(Double(max(0, total - read)) / rate)) left") }
    }
    parts += ["\(read / 1_000_000) MB read", "\(Int(rate) / 1_000_000) MB/s"]
    var line = ""
    for part in parts {
      let longer = line.isEmpty ? part : "\(line), \(part)"
      if longer.count >= width { break }
      line = longer
    }
    return bar.count + line.count < width ? bar + line : line
  }

  /// Returns a time as clocks show it: `0:07`, `12:30`, `1:02:03`.
  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(min(seconds.rounded(.up), 359_999))
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let rest = "\(seconds / 60 % 60):\(padded(seconds % 60))"
    if seconds < 3600 { return rest }
    return "\(seconds / 3600):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
  }
}
