internal import ArgumentParser
internal import ChatEvents

/// What a command prints as a whole.
enum TextOutput {
  /// Writes text to standard output; where nobody reads it, that is no error.
  ///
  /// - Throws: the exit status, after a message, where it cannot be written.
  static func write(_ text: String) throws { try write(Array(text.withoutEscapes.utf8)) }

  /// Writes text that quotes an input, and in which no line is to be a command of a build server.
  static func write(quoting text: String) throws {
    try write(report: Array(text.withoutEscapes.utf8), hasCommands: false)
  }

  /// Writes a part of a report, in which no line is to be a command beyond those that it consists of.
  static func write(report: [UInt8], hasCommands: Bool) throws {
    try write(PrintedText.withoutCommands(report, atLineStarts: !hasCommands))
  }

  private static func write(_ bytes: [UInt8]) throws {
    do throws(SystemError) {
      Signals.letWritesFail()
      try Descriptor.standardOutput.write(bytes)
    } catch {
      if error.isBrokenPipe { return }
      var messages = Messages(Display(.auto, showsProgress: false))
      messages.error("cannot write to standard output: \(error)")
      throw ExitCode(.ioError)
    }
  }
}
