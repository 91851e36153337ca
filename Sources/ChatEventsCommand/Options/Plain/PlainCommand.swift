internal import ArgumentParser

/// A command whose usual command lines are read without the argument parser.
///
/// The argument parser makes a description of all options several times a run, by reflection, which takes longer than the
/// conversion of a record. A plain command line needs none of it: it gives each option at most once, in full, with its value
/// behind it or behind `=`. Everything else, and everything that is wrong, is left to the argument parser, which begins anew: it
/// alone refuses, explains and helps.
protocol PlainCommand: ParsableCommand, PlainOptions {
  /// Takes the name of a file.
  mutating func take(file: String)
}

/// Options that a plain command line may give.
protocol PlainOptions: ParsableArguments {
  /// The options where none is given.
  static var unset: Self { get }

  /// Takes the option that the line has come to.
  ///
  /// - Returns: whether it is one of these.
  /// - Throws: an error if the line is not plain.
  mutating func take(_ option: String, from line: inout PlainLine) throws -> Bool

  /// Refuses values, each alone or with others, as the argument parser would have it done.
  mutating func check() throws
}

extension PlainOptions {
  mutating func check() throws { try validate() }
}

extension PlainCommand {
  /// Reads the words behind the command's name; nil if they are not plain.
  init?(plain words: some Collection<String>) {
    var command = Self.unset
    var line = PlainLine(words)
    do {
      while let word = try line.next() {
        switch word {
        case .file(let name): command.take(file: name)
        case .option(let name): if try !command.take(name, from: &line) { return nil }
        }
      }
      try command.check()
    } catch {
      return nil
    }
    self = command
  }
}
