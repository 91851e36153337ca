import ChatEvents
import JSONText

extension RecordTarget {
  /// Every target. The first byte of an input selects one by its place, so that an input that was kept means another target after
  /// one has been added before it.
  static let all = conversions + routes + validations + redactions + exports + limited

  private init(
    _ name: String, _ law: Law, _ options: RunOptions, _ export: ExportWriter? = nil,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) {
    var options = options
    options.now = 1_700_000_000
    // Without it, a run may count only the first of what it counts.
    options.surveys = true
    change(&options)
    (self.name, self.law, self.export) = (name, law, export)
    pipeline = Self.pipeline(options)
  }

  private static func pipeline(_ options: RunOptions) -> RecordPipeline {
    do throws(RunError) {
      return try RecordPipeline(options)
    } catch {
      fail("\(error)")
    }
  }

  /// To each format, from all that lead there.
  private static let conversions = Routes.targets.map { target in
    RecordTarget("convert to \(target.name)", .events, RunOptions(from: nil, to: target))
  }

  /// Each route with everything that it can be asked for, and with everything that makes its output smaller.
  private static let routes = Routes.all.flatMap { route in
    let options = RunOptions(from: route.from, to: route.to)
    return [
      RecordTarget("\(route), everything", law(of: route), options) { ask(&$0, route) },
      RecordTarget("\(route), less", .events, options) { limit(&$0, route) },
    ]
  }

  /// What the events of a route must fulfil if everything is asked for.
  private static func law(of route: Route) -> Law {
    guard route.options.contains(.lossless) else { return .events }
    return .lossless(back: pipeline(RunOptions(from: route.to, to: route.from)))
  }

  private static func ask(_ options: inout RunOptions, _ route: Route) {
    options.settings.options = Set(route.options).intersection([.timestamps, .lossless, .pageview, .track])
    options.settings.calls = names(.calls, of: route) { CallName(rawValue: $0.call) }
    options.settings.events = names(.events, of: route) { $0.event.flatMap(LiveChatEvent.init) }
    if route.options.contains(.userID) { options.settings.userID = .emailAddress }
    if route.options.contains(.integrations) { options.settings.integrations = ["All": false] }
    if route.options.contains(.consentGranted) { options.settings.consentGranted = [pattern("(?i)granted")] }
    if route.options.contains(.consentWithdrawn) {
      options.settings.consentWithdrawn = [pattern("(?i)withdrawn")]
    }
  }

  private static func limit(_ options: inout RunOptions, _ route: Route) {
    options.isInteroperable = true
    options.rejectsLargeEvents = true
    options.settings.options = Set(route.options).intersection([
      .noBodies, .skipAnonymous, .skipTests, .skipFirstPage,
    ])
    options.selection.since = 1_200_000_000
    if route.to.limits != nil { options.largestEvent = 600 }
  }

  /// All names that an option of a route takes; nil if the route does not have it.
  private static func names<Name: Hashable>(
    _ option: RouteOption, of route: Route, _ name: (Emission) -> Name?
  ) -> Set<Name>? {
    route.options.contains(option) ? Set(route.emissions.compactMap(name)) : nil
  }

  private static func pattern(_ text: String) -> TextPattern {
    do throws(TextPatternError) {
      return try TextPattern(text)
    } catch {
      fail("\(error)")
    }
  }

  private static let validations = [
    RecordTarget("validate", .validated, validation()),
    RecordTarget("validate with a plan", .validated, validation(plans: [plan])),
    RecordTarget("convert with a plan", .events, RunOptions(from: nil, to: .segment)) { $0.plans = [plan] },
  ]

  private static func validation(plans: [TrackingPlan] = []) -> RunOptions {
    var settings = ValidationSettings()
    settings.now = 1_700_000_000
    (settings.tellsAll, settings.tellsIdentities, settings.plans) = (true, true, plans)
    return RunOptions(from: nil, task: .validate(settings))
  }

  /// A plan with a keyword of each kind.
  private static let plan: TrackingPlan = {
    let text = """
      {
        "Live Chat Message Sent": {
          "type": "object",
          "properties": {
            "message_body": { "type": "string", "maxLength": 9, "pattern": "^[a-z ]*$" },
            "conversation_id": { "anyOf": [{ "const": "c" }, { "type": "integer", "minimum": 5 }] }
          },
          "required": ["conversation_id", "message_body"]
        },
        "Order Completed": {
          "properties": {
            "total": { "type": "number", "minimum": 0, "exclusiveMaximum": 1e3 },
            "placed_at": { "type": "string", "format": "date-time" },
            "products": { "type": "array", "maxItems": 2, "items": { "$ref": "#/$defs/product" } }
          },
          "additionalProperties": false,
          "$defs": { "product": { "not": { "required": ["a"] }, "enum": [{ "b": 1.0 }, {}, null] } }
        },
        "identify": { "required": ["email"], "properties": { "email": { "format": "email" } } }
      }
      """
    do throws(TrackingPlanError) {
      return try TrackingPlan(Array(text.utf8))
    } catch {
      fail("\(error)")
    }
  }()

  private static let redactions = [
    RecordTarget("redact", clean, redaction()),
    RecordTarget("redact with a key", clean, redaction { $0.key = PseudonymKey(Array(0..<32)) }),
    RecordTarget(
      "redact one visitor", .redacted,
      redaction { ($0.selection.emails, $0.selection.visitorIDs) = (["jo@example.org"], ["v1"]) }),
    RecordTarget(
      "redact old records", .redacted,
      redaction { ($0.selection.before, $0.undated, $0.drops) = (1_400_000_000, .redact, true) }),
  ]

  /// What is true of the output if all records are redacted.
  private static let clean = Law.clean(verifier: pipeline(redaction { $0.verifies = true }))

  private static func redaction(_ change: (inout RedactionSettings) -> Void = { _ in }) -> RunOptions {
    var settings = RedactionSettings()
    change(&settings)
    return RunOptions(from: nil, task: .redact(settings))
  }

  private static let exports = ExportForm.allCases.map { form in
    var settings = ExportSettings()
    settings.form = form
    return RecordTarget(
      "export \(form.rawValue)", .none, RunOptions(from: nil, task: .export(settings)), ExportWriter(form))
  }

  /// With a limit that most records are over.
  private static let limited = [
    RecordTarget("convert with a limit", .events, RunOptions(from: nil, to: .segment)) {
      $0.recordLimit = 100
    },
    RecordTarget("validate with a limit", .validated, validation()) { $0.recordLimit = 100 },
    RecordTarget("redact with a limit", .objects, redaction()) { $0.recordLimit = 100 },
  ]
}
