internal import ArgumentParser
internal import ChatEvents

/// Whether pseudonyms are written, and under which key.
struct PseudonymOptions: ParsableArguments {
  @Flag(help: "Replace values with keyed pseudonyms; equal values get equal pseudonyms.")
  var pseudonymize = false

  @Option(
    help: ArgumentHelp(
      "File with the key; default: the variable CHATEVENTS_PSEUDONYM_KEY.", valueName: "file"),
    completion: .file())
  var keyFile: String?

  mutating func validate() throws {
    if keyFile == "-" { throw ValidationError("--key-file needs a file; standard input is for records") }
    if keyFile != nil, !pseudonymize {
      throw ValidationError("--key-file has no effect without --pseudonymize")
    }
  }

  /// Reads the key from its file or the environment; nil if no pseudonyms are written.
  ///
  /// - Throws: the exit status, after a message that does not hold the key.
  func key(_ display: DisplayOptions) throws -> PseudonymKey? {
    if !pseudonymize { return nil }
    var text = Environment.value(of: "CHATEVENTS_PSEUDONYM_KEY").map { Array($0.utf8) }
    if let keyFile {
      do throws(SystemError) {
        text = try Descriptor.contents(of: keyFile)
      } catch {
        throw display.failure("cannot read \(keyFile.shownFileName): \(error)", .noInput)
      }
      display.warnOfReaders(of: keyFile)
    }
    guard var text else {
      throw display.failure(
        "missing key; name its file with --key-file, or set CHATEVENTS_PSEUDONYM_KEY", .usage)
    }
    // An editor's line feed is not a part of the key.
    while let last = text.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { text.removeLast() }
    guard let key = PseudonymKey(text) else {
      let fault =
        text.count < PseudonymKey.leastCount
        ? "is too short: it needs \(PseudonymKey.leastCount) bytes"
        : "repeats itself: it needs \(PseudonymKey.leastVariety) different bytes"
      throw display.failure("the key \(fault), such as those of: openssl rand -hex 32", .usage)
    }
    return key
  }
}
