public import JSONText

/// What the owner of a site demands of its events: which events there are, and what each of them holds.
///
/// A plan is read from JSON Schemas by the names of events, or from what Segment and RudderStack export. `Docs/plans.md` says what is
/// read and what it demands. The library opens no files: a folder of schemas is added file by file.
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

  /// Makes a plan without rules.
  public init() {}

  /// Makes a plan of one text.
  ///
  /// - Throws: as ``add(_:event:)``.
  public init(_ text: [UInt8], event: String? = nil) throws(TrackingPlanError) { try add(text, event: event) }

  /// Whether there are no rules.
  public var isEmpty: Bool { index.isEmpty }

  /// Adds the rules of a text: a plan in a vendor's form, an object with a schema for each event, or one schema.
  ///
  /// - Parameters:
  ///   - text: JSON in UTF-8.
  ///   - event: the name of the event that the text is about if it is one schema: the name of its file.
  /// - Throws: what is wrong with it, and where; then nothing is added.
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

/// What is wrong with a plan, and where.
public struct TrackingPlanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong: one clause, lower case, no full stop.
  public let message: String

  /// What to do, in the imperative; nil if nothing can be said.
  public let fix: String?

  /// The place in the text.
  public let place: JSONPlace

  /// The way to what is wrong.
  public let pointer: JSONPointer

  /// The error as a report shows it: `2:21: the keyword "uniqueItems" is not supported at /properties/tags`.
  public var description: String { "\(place): \(message)\(pointer.tokens.isEmpty ? "" : " at \(pointer)")" }
}
