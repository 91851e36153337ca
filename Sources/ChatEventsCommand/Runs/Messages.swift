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
  /// - Parameters:
  ///   - text: what that is, and after `\n  fix: ` what to do; what is quoted before may hold such a line too.
  ///   - isNeeded: whether it is the reason of a failure, which is shown even if warnings are not.
  mutating func warning(_ text: String, isNeeded: Bool = false) {
    if display.isQuiet, !isNeeded { return }
    let end = text.hasSuffix("\n") ? text.index(before: text.endIndex) : text.endIndex
    let fix = text[..<end].ranges(of: Self.fix).last
    write(
      message: text[..<(fix?.lowerBound ?? end)], "warning", fix: fix.map { text[$0.upperBound..<end] },
      isDecorated: true)
  }

  /// Writes something that the caller wants to know and need not change.
  mutating func note(_ text: String) {
    if !display.isQuiet { write(message: text[...], "note", fix: nil, isDecorated: false) }
  }

  private static let fix = "\n  fix: "

  /// Writes what a message says, on one line, and on another what to do.
  private mutating func write(message text: Substring, _ kind: String, fix: Substring?, isDecorated: Bool) {
    let lines = ([text] + (fix.map { [$0] } ?? [])).map { PrintedText.oneLine(String($0)) }
    write("chatevents: \(kind): \(lines.joined(separator: Self.fix))\n", isDecorated: isDecorated)
  }

  /// Writes lines. If even that fails, only the exit status can report it.
  mutating func write(_ text: String) { write(text, isDecorated: false) }

  /// Writes lines, coloured like a message if that is asked for.
  mutating func write(_ text: String, isDecorated: Bool) {
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
  /// - Parameters:
  ///   - path: the file; nil for standard output.
  ///   - isNamed: whether the caller has named it, and can name another.
  /// - Throws: the exit status, after a message, if it cannot be opened.
  mutating func opening<File>(
    _ path: String?, isNamed: Bool = true, _ open: (String?) throws(SystemError) -> File
  ) throws -> File {
    do throws(SystemError) {
      return try open(path)
    } catch {
      self.error(
        "cannot write \(path?.shownFileName ?? "standard output"): \(error)",
        fix: isNamed ? path.flatMap(error.fixOfWriting) : nil)
      throw ExitCode(.ioError)
    }
  }
}
