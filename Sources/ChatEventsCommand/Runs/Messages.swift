internal import ArgumentParser
internal import ChatEvents
internal import JSONText

/// What goes to standard error, or to memory in its place: reports, errors of the run, and the progress bar, which makes way for them.
///
/// Whatever is quoted in it, nothing in it steers a terminal or a build server, and a message has no more lines than the one that
/// says what it is about, and one that says what to do.
struct Messages {
  private let display: Display
  var progress: Progress

  /// What was written to memory; nil where messages go to standard error.
  private(set) var kept: [UInt8]?

  init(_ display: Display, keeps: Bool = false) {
    self.display = display
    progress = Progress(isShown: display.showsProgress)
    kept = keeps ? [] : nil
  }

  /// Writes reports of something in the input.
  mutating func report(_ reports: WrittenBytes) {
    // Colour and the bytes of names are matters of characters, and most reports have neither.
    guard kept == nil, !display.isColored, PrintedText.isPlain(Array(reports)) else {
      return write(String(decoding: reports, as: UTF8.self), isDecorated: true)
    }
    progress.clear()
    StandardError.write(reports)
  }

  /// Writes that the run could not do something.
  ///
  /// - Parameter fix: what to do about it.
  mutating func error(_ text: String, fix: String? = nil) {
    write(message: text[...], "error", fix: fix.map { $0[...] }, isDecorated: true)
  }

  /// Writes that something may not be as the caller thinks.
  ///
  /// - Parameter text: what that is, and after `\n  fix: ` what to do; what is quoted before may hold such a line too.
  mutating func warning(_ text: String) {
    let end = text.hasSuffix("\n") ? text.index(before: text.endIndex) : text.endIndex
    let fix = text[..<end].ranges(of: Self.fix).last
    write(
      message: text[..<(fix?.lowerBound ?? end)], "warning", fix: fix.map { text[$0.upperBound..<end] },
      isDecorated: true)
  }

  /// Writes something that the caller wants to know and need not change.
  mutating func note(_ text: String) { write(message: text[...], "note", fix: nil, isDecorated: false) }

  private static let fix = "\n  fix: "

  /// Writes what a message says, on one line, and on another what to do.
  private mutating func write(message text: Substring, _ kind: String, fix: Substring?, isDecorated: Bool) {
    let lines = ([text] + (fix.map { [$0] } ?? [])).map { PrintedText.oneLine(String($0)) }
    write("chatevents: \(kind): \(lines.joined(separator: Self.fix))\n", isDecorated: isDecorated)
  }

  /// Writes lines. If even that fails, only the exit status can report it.
  mutating func write(_ text: String) { write(text, isDecorated: false) }

  private mutating func write(_ text: String, isDecorated: Bool) {
    let lines = PrintedText.lines(text.withoutEscapes)
    let text = isDecorated ? display.decorated(lines) : lines
    if kept != nil {
      kept?.append(contentsOf: text.utf8)
      return
    }
    progress.clear()
    StandardError.write(Array(text.utf8))
  }
}

extension Messages {
  /// Opens something that is written to.
  ///
  /// - Throws: the exit status, after a message, if it cannot be opened.
  mutating func opening<File>(
    _ path: String?, _ open: (String?) throws(SystemError) -> File
  ) throws -> File {
    do throws(SystemError) {
      return try open(path)
    } catch {
      self.error("cannot write \(path?.shownFileName ?? "standard output"): \(error)")
      throw ExitCode(.ioError)
    }
  }
}

/// A bar on standard error that shows how much of the input was read, once that takes longer than a second.
struct Progress {
  /// The number of bytes of all inputs; nil where it is not known.
  var total: Int?
  private let isShown: Bool
  private let start = SystemClock.steady
  private var shownAt = 0.0
  private var done = 0
  private var finished = 0
  private var isOnScreen = false

  init(isShown: Bool) { self.isShown = isShown }

  /// Counts bytes that were used up, and draws the bar, at most ten times a second.
  mutating func advance(by count: Int) {
    done += count
    guard isShown else { return }
    let now = SystemClock.steady
    guard now - start > 1, now - shownAt > 0.1 else { return }
    shownAt = now
    isOnScreen = true
    let rate = Int(Double(done) / (now - start))
    var line = "\r\u{1b}[K"
    if let total, total > 0 {
      let filled = min(30, done * 30 / total)
      line += "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 30 - filled) + "] "
      line += "\(min(100, done * 100 / total)) %, "
    }
    line += "\(done / 1_000_000) MB read, \(rate / 1_000_000) MB/s"
    StandardError.write(Array(line.utf8))
  }

  /// Takes over how much of an input was read where that is not the sum of what was used up: it was packed.
  mutating func finish(_ bytesRead: Int) {
    finished += bytesRead
    done = finished
  }

  /// Takes the bar off the screen.
  mutating func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    StandardError.write(Array("\r\u{1b}[K".utf8))
  }
}
