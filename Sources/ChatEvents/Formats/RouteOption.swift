/// An option of some routes, under its name on the command line.
public enum RouteOption: String, Sendable, Hashable, CaseIterable {
  /// Events have the conversation's time.
  case timestamps
  /// Events contain the complete record; implies timestamps.
  case lossless
  /// Which calls are written.
  case calls
  /// Which live chat events are written.
  case events
  /// Events contain the length of a message instead of its text.
  case noBodies = "no-bodies"
  /// The source of the person's id.
  case userID = "user-id"
  /// Skips anonymous people.
  case skipAnonymous = "skip-anonymous"
  /// Skips Olark's own test transcripts.
  case skipTests = "skip-tests"
  /// The value of `integrations` in events.
  case integrations
  /// The time zone of local times.
  case timezone
  /// Operators see which page a visitor looks at.
  case pageview
  /// Operators see what a visitor does.
  case track
  /// Skips the first page call of each input, as Segment's code in a page skips the first of each page load.
  case skipFirstPage = "skip-first-page"
  /// The file with the key that signs a widget's data.
  case secretKeyFile = "secret-key-file"
  /// Which messages record a visitor's consent.
  case consentGranted = "consent-granted"
  /// Which messages record that consent was withdrawn.
  case consentWithdrawn = "consent-withdrawn"
  /// Skips conversations that do not end with consent.
  case requireConsent = "require-consent"
}
