internal import JSONText

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
/// What RudderStack's own Olark source makes of a transcript.
///
/// Source: RudderStack, "Olark Source", section "Event transformation" and its sample payloads; where that page's table and
/// its sample differ, the sample, which is what RudderStack's transformer does. Read in November 2026.
enum OlarkToRudderStack {
  static let route = Route(
    from: .olark, to: .rudderstack,
    summary: "one track event for each conversation, and one group event for each of its groups",
    emissions: [track, group],
    checks: [ItemTimesAreSeconds.self, VisitorIsIdentified.self],
    options: [
      .timestamps, .lossless, .skipTests, .integrations, .consentGranted, .consentWithdrawn, .requireConsent,
    ])

  static let track = Emission("track", [
    //    in the transcript                   in the event
    .always(                                  "type", #""track""#),
    .copyID("visitor.id",                 to: "userId"),
    .copy("visitor.fullName",             to: "context.traits.name"),
    .copy("visitor.phoneNumber",          to: "context.traits.phone"),
    .copy("visitor.emailAddress",         to: "context.traits.email"),
    .copy("visitor.city",                 to: "context.traits.city"),
    .copy("visitor.region",               to: "context.traits.region"),
    .copy("visitor.country",              to: "context.traits.country"),
    .copy("visitor.operatingSystem",      to: "context.os.name"),
    .compute(.browserNameAndVersion,      to: "context.browser"),
    .copy("visitor.referrer",             to: "context.page.referrer"),
    .copy("visitor.conversationBeginPage", to: "context.page.url"),
    .copy("ip",                           to: "context.ip"),
    .copy("ip",                           to: "properties.ip"),
    .copy("visitor.organization",         to: "traits.organization"),
    .verbatim("items",                    to: "properties.items"),
    .verbatim("tags",                     to: "properties.tags"),
    .verbatim("visitor.chat_feedback",    to: "traits.chat_feedback"),
    .copy("kind",                         to: "event"),
    .always(                                  "context.library", #"{"name":"unknown","version":"unknown"}"#),
    .always(                                  "context.integration", #"{"name":"Olark"}"#),
    .always(                                  "integrations", #"{"Olark":false}"#),
    .compute(.rudderID,                   to: "rudderId"),
    .compute(.trackMessageID,             to: "messageId"),
    // What the options add: the times, and the rows that RudderStack's page promises and its code does not keep.
    .compute(.firstItemTime,              to: "timestamp").with(.timestamps),
    .compute(.firstItemTime,              to: "originalTimestamp").with(.timestamps),
    .compute(.ownOrVisitorAddress,        to: "context.ip").with(.lossless),
    .copy("visitor.countryCode",          to: "traits.countryCode").with(.lossless),
    .copy("visitor.kind",                 to: "traits.kind").with(.lossless),
    .verbatim("operators",                to: "properties.operators").with(.lossless),
    .copyID("id",                         to: "properties.conversation_id").with(.lossless),
    .compute(.restOfTranscript,           to: "properties.olark").with(.lossless),
    // What the options add that look for consent.
    .compute(.consentGranted,             to: "properties.consent").with(.consentGranted),
    .compute(.consentWithdrawn,           to: "properties.consent").with(.consentWithdrawn),
  ], order: [
    "type", "event", "traits.organization", "traits.chat_feedback", "traits.countryCode", "traits.kind", "userId",
    "context.os.name", "context.page.url", "context.page.referrer",
    "context.traits.city", "context.traits.name", "context.traits.email", "context.traits.phone",
    "context.traits.region", "context.traits.country",
    "context.browser", "context.library", "context.integration", "context.ip",
    "rudderId", "messageId", "originalTimestamp", "timestamp",
    "properties.tags", "properties.items", "properties.ip", "properties.consent", "properties.conversation_id",
    "properties.operators", "properties.olark", "integrations",
  ], alwaysThere: ["traits", "context.traits", "properties"])

  static let group = Emission("group", each: "groups", if: .groupHasID, [
    //    in the transcript                   in the event
    .always(                                  "type", #""group""#),
    .copyID("visitor.id",                 to: "userId"),
    .verbatim("operators",                to: "traits.operators"),
    .copyID("groups[].id",                to: "groupId"),
    .copy("groups[].kind",                to: "traits.kind"),
    .copyKeepingNull("groups[].name",     to: "name"),
    .always(                                  "context.library", #"{"name":"unknown","version":"unknown"}"#),
    .always(                                  "context.integration", #"{"name":"Olark"}"#),
    .always(                                  "integrations", #"{"Olark":false}"#),
    .compute(.rudderID,                   to: "rudderId"),
    .compute(.groupMessageID,             to: "messageId"),
    .compute(.firstItemTime,              to: "timestamp").with(.timestamps),
    .compute(.firstItemTime,              to: "originalTimestamp").with(.timestamps),
    .copy("groups[].name",                to: "traits.name").with(.lossless),
    .copy("groups[].kind",                to: "properties.kind").with(.lossless),
  ], order: [
    "type", "groupId", "name", "traits.kind", "traits.name", "traits.operators", "userId",
    "context.library", "context.integration", "rudderId", "messageId", "originalTimestamp", "timestamp",
    "properties.kind", "integrations",
  ], alwaysThere: ["traits"])
}
