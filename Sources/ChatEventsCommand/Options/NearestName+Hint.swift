internal import ChatEvents

extension NearestName {
  /// Returns the question whether another name was meant, after a blank; nothing if all names are far away.
  static func hint(among names: [String], for name: String) -> String {
    among(names, to: name).map(hint(at:)) ?? ""
  }

  /// Returns the question whether a name was meant, after a blank.
  static func hint(at name: String) -> String { " Did you mean '\(name)'?" }
}
