/// Something that a caller can ask of some routes, under the name that the command line gives it.
public enum RouteOption: String, Sendable, Hashable, CaseIterable {
  /// Events carry the conversation's time.
  case timestamps
  /// Events carry everything that the record holds; timestamps too.
  case lossless
  /// Which calls are written.
  case calls
  /// Which live chat events are written.
  case events
  /// Events hold the length of a message instead of its text.
  case noBodies = "no-bodies"
  /// Where the person's id comes from.
  case userID = "user-id"
  /// People who are known by no id are left out.
  case skipAnonymous = "skip-anonymous"
  /// Olark's own test transcripts are left out.
  case skipTests = "skip-tests"
  /// What events say in `integrations`.
  case integrations
  /// The zone of local times.
  case timezone
  /// Operators are told which page a visitor looks at.
  case pageview
  /// Operators are told what a visitor does.
  case track
  /// The first page call of each input is left out, as Segment's code in a page leaves out the first of each page load.
  case skipFirstPage = "skip-first-page"
  /// Where the key stands that signs a widget's data.
  case secretKeyFile = "secret-key-file"
  /// Which messages note a visitor's consent.
  case consentGranted = "consent-granted"
  /// Which messages note that consent was withdrawn.
  case consentWithdrawn = "consent-withdrawn"
  /// Conversations are left out that do not end with consent.
  case requireConsent = "require-consent"
}
