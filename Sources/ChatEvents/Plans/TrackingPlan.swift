public import JSONText

/// A tracking plan: the events that a site sends, and the schema of each.
///
/// A plan is read from JSON Schemas by the names of events, or from the exports of Segment and RudderStack. `Docs/plans.md`
/// documents the supported forms and keywords. The library opens no files: add a folder of schemas file by file.
///
/// ```swift
/// var plan = TrackingPlan()
/// try plan.add(schema, event: "Order Completed")
/// ```
public struct TrackingPlan: Sendable {
  /// The rules, compiled.
  private(set) var index = PlanIndex()

  /// What was added, by which plans are compared.
  private var sources: [Source] = []

  private struct Source: Sendable, Hashable {
    let text: [UInt8]
    let event: String?
  }

  /// The largest text of a plan, in bytes.
  public static let sizeLimit = 64 << 20

  /// Creates a plan without rules.
  public init() {}

  /// Creates a plan from one text.
  ///
  /// - Throws: the errors of ``add(_:event:)``.
  public init(_ text: [UInt8], event: String? = nil) throws(TrackingPlanError) { try add(text, event: event) }

  /// Creates a plan from a string.
  ///
  /// - Throws: the errors of ``add(_:event:)``.
  public init(_ text: String, event: String? = nil) throws(TrackingPlanError) {
    try self.init(Array(text.utf8), event: event)
  }

  /// Creates a plan from any collection of UTF-8 bytes, such as Foundation's `Data`.
  ///
  /// - Throws: the errors of ``add(_:event:)``.
  public init(_ text: some Collection<UInt8>, event: String? = nil) throws(TrackingPlanError) {
    try self.init(Array(text), event: event)
  }

  /// Whether there are no rules.
  public var isEmpty: Bool { index.isEmpty }

  /// Adds the rules of a text: a plan in a vendor's form, an object with a schema for each event, or one schema.
  ///
  /// - Parameters:
  ///   - text: JSON in UTF-8.
  ///   - event: the name of the event if the text is a single schema, usually the name of its file.
  /// - Throws: the problem and its place; nothing is added then.
  public mutating func add(_ text: [UInt8], event: String? = nil) throws(TrackingPlanError) {
    let document = try PlanDocument(text)
    var (compiler, index) = (SchemaCompiler(), index)
    do throws(PlanFault) {
      for rule in try document.rules(for: event) {
        try index.add(rule, try compiler.add(rule.schema, at: rule.pointer.tokens, draft: rule.draft))
      }
    } catch {
      throw document.error(error)
    }
    index.texts.append(compiler.compiled)
    self.index = index
    sources.append(Source(text: text, event: event))
  }
}

extension TrackingPlan: Hashable {
  public static func == (left: TrackingPlan, right: TrackingPlan) -> Bool { left.sources == right.sources }
  public func hash(into hasher: inout Hasher) { hasher.combine(sources) }
}

/// A problem of a plan, with its place.
public struct TrackingPlanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The message: one clause, lower case, no full stop.
  public let message: String

  /// The fix, in the imperative; nil if there is none.
  public let fix: String?

  /// The place in the text.
  public let place: JSONPlace

  /// The path to the problem.
  public let pointer: JSONPointer

  /// The error as shown in reports: `2:21: the keyword "uniqueItems" is not supported at /properties/tags`.
  public var description: String { "\(place): \(message)\(pointer.tokens.isEmpty ? "" : " at \(pointer)")" }
}
