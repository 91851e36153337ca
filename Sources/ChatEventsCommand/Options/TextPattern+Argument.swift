internal import ArgumentParser
internal import ChatEvents

extension TextPattern {
  /// Reads an option's value.
  ///
  /// - Throws: an error that says what is wrong with it.
  static func parse(_ argument: String) throws -> TextPattern {
    do throws(TextPatternError) {
      return try TextPattern(argument)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
