internal import CRevision
internal import ChatEvents

/// Which tool this is.
enum Revision {
  /// The version, and the revision if the build was given one: `0.2.0 (1a2b3c4d5e6f)`.
  static var version: String {
    let revision = unsafe String(cString: chatevents_revision())
    return ChatEventsVersion.current + (revision.isEmpty ? "" : " (\(revision))")
  }
}
