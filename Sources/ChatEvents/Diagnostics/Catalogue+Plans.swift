// What breaks a tracking plan of the user's own; the meanings name RudderStack's violations, whose names the messages have too.
// swift-format-ignore
extension Code {
  static let plans: [Code] = [
    .unplannedEvent, .planRequiredMissing, .planDatatypeMismatch, .planAdditionalProperties, .planViolation,
  ]

  static let unplannedEvent = Code(
    "unplanned-event", .error, "the plan has no such event (Unplanned-Event)",
    meaning: "A track call has an event for which no plan of --plan has a rule. Names are compared exactly, capitals and spaces too. RudderStack calls it Unplanned-Event.",
    fix: "add the event to the plan, or correct its name",
    example: nil)

  static let planRequiredMissing = Code(
    "plan-required-missing", .error, "a member that the plan requires is missing (Required-Missing)",
    meaning: "An object lacks a member that the plan's schema lists in `required`. The place is that of the object. RudderStack calls it Required-Missing.",
    fix: "send the member, or make it optional in the plan",
    example: nil)

  static let planDatatypeMismatch = Code(
    "plan-datatype-mismatch", .error, "the value does not have the type in the plan (Datatype-Mismatch)",
    meaning: "A value does not have the `type` that the plan's schema demands. A number without a fraction is an integer, also as 1.0. RudderStack calls it Datatype-Mismatch.",
    fix: "send a value of the type, or change the plan",
    example: nil)

  static let planAdditionalProperties = Code(
    "plan-additional-properties", .error, "the plan has no such member (Additional-Properties)",
    meaning: "An object has a member that the plan's schema does not name, and `additionalProperties` is false. RudderStack calls it Additional-Properties.",
    fix: "add the member to the plan, or do not send it",
    example: nil)

  static let planViolation = Code(
    "plan-violation", .error, "the value is not as the plan demands (Unknown-Violation)",
    meaning: "A value breaks another rule of the plan's schema: a list of values, a pattern, a format, a limit, or a choice of schemas. The message says which. RudderStack calls it Unknown-Violation.",
    fix: "send a value that the plan allows, or change the plan",
    example: nil)

  /// The codes whose messages quote text of records.
  static let quoting: Set<Code> = [.unplannedEvent, .planAdditionalProperties]
}
