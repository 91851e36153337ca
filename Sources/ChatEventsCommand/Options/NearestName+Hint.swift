internal import ChatEvents

extension NearestName {
  /// Returns the question whether another name was meant, after a semicolon; nothing if all names are far away.
  static func hint(among names: [String], for name: String) -> String {
    among(names, to: name).map(hint(at:)) ?? ""
  }

  /// Returns the question whether a name was meant, after a semicolon.
  static func hint(at name: String) -> String { "; did you mean '\(name)'?" }
}
