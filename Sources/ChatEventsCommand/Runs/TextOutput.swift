internal import ArgumentParser

/// What a command prints as a whole.
enum TextOutput {
  /// Writes text to standard output; where nobody reads it, that is no error.
  ///
  /// - Throws: the exit status, after a message, where it cannot be written.
  static func write(_ text: String) throws {
    do throws(SystemError) {
      Signals.ignoreBrokenPipes()
      try Descriptor.standardOutput.write(Array(text.withoutEscapes.utf8))
    } catch {
      if error.isBrokenPipe { return }
      var messages = Messages(Display(.auto, showsProgress: false))
      messages.error("cannot write to standard output: \(error)")
      throw ExitCode(.ioError)
    }
  }
}
