// What breaks a tracking plan of the user's own; the meanings name RudderStack's violations, whose names the messages have too.
// swift-format-ignore
extension Code {
  static let plans: [Code] = [
    .unplannedEvent, .planRequiredMissing, .planDatatypeMismatch, .planAdditionalProperties, .planViolation,
  ]

  static let unplannedEvent = Code(
    "unplanned-event", .error, "the plan has no such event (Unplanned-Event)",
    meaning: "No plan of --plan has a rule for the event of a track call. Names are compared exactly, including case and spaces. RudderStack calls this Unplanned-Event.",
    fix: "add the event to the plan, or correct its name",
    example: nil)

  static let planRequiredMissing = Code(
    "plan-required-missing", .error, "a member required by the plan is missing (Required-Missing)",
    meaning: "An object lacks a member that the plan's schema lists in `required`. The reported place is that of the object. RudderStack calls this Required-Missing.",
    fix: "send the member, or make it optional in the plan",
    example: nil)

  static let planDatatypeMismatch = Code(
    "plan-datatype-mismatch", .error, "the value does not have the plan's type (Datatype-Mismatch)",
    meaning: "A value does not have the `type` in the plan's schema. A number with a zero fraction, such as 1.0, is an integer. RudderStack calls this Datatype-Mismatch.",
    fix: "send a value of this type, or change the plan",
    example: nil)

  static let planAdditionalProperties = Code(
    "plan-additional-properties", .error, "the plan has no such member (Additional-Properties)",
    meaning: "An object has a member that the plan's schema does not name, and `additionalProperties` is false. RudderStack calls this Additional-Properties.",
    fix: "add the member to the plan, or stop sending it",
    example: nil)

  static let planViolation = Code(
    "plan-violation", .error, "the value violates the plan (Unknown-Violation)",
    meaning: "A value violates another rule of the plan's schema: a list of values, a pattern, a format, a limit, or a choice of schemas. The message names the rule. RudderStack calls this Unknown-Violation.",
    fix: "send a value that the plan allows, or change the plan",
    example: nil)

  /// The codes whose messages quote text of records.
  static let quoting: Set<Code> = [.unplannedEvent, .planAdditionalProperties]
}
