/// The version of the library and of the tool.
public enum ChatEventsVersion {
  /// The version, by semantic versioning. It is written only here; the makefile and the tests read it from this line.
  public static let current = "0.2.0"

  /// What events say in `context.library`.
  static let library = #"{"name":"chatevents","version":"\#(current)"}"#

  /// Where the schemas of all versions are: each has an address under it, with the version.
  static let schemas = "https://chatevents.example/schemas/"
}
