public import JSONText

extension OlarkAPI {
  /// Something in a call or a setting that Olark's page does not describe.
  public struct Problem: Sendable, Hashable {
    /// What is wrong.
    public let code: Code

    /// The way to the value that is wrong; for something missing the way to where it should be.
    public let pointer: JSONPointer

    /// What is wrong in this case: one clause, lower case, no full stop.
    public let message: String

    /// What to do, in the imperative.
    public let fix: String?
  }

  /// Returns everything that is wrong with a call or a setting, in the order of its text.
  ///
  /// A call is `{"call": name, "arguments": […]}`; it may leave out `arguments` where it has none. A setting is
  /// `{"setting": name, "value": …}`. Other members of the record are of no account, and `null` is as good as nothing.
  ///
  /// A call that needs a function is never without a problem: JSON cannot hold functions. The problem has the code
  /// `function-needed`, and the rest of the call is looked at all the same.
  public static func problems(in record: JSONValue) -> [Problem] {
    var check = OlarkAPICheck()
    check.record(record)
    return check.problems
  }
}

extension Code {
  /// A name that Olark's JavaScript API does not have.
  static let unknownName = Code(
    "unknown-name", "Olark's JavaScript API has no such name", fix: "see the names with: chatevents api")

  /// A setting that is called, or a call that is set.
  static let wrongUse = Code("wrong-use", "the name is used in another way", fix: nil)

  /// An argument that a call needs and does not have.
  static let missingArgument = Code("missing-argument", "the call needs an argument", fix: nil)

  /// An argument for which a call has no use.
  static let extraArgument = Code("extra-argument", "the call takes no further argument", fix: "remove it")

  /// An argument that is a function.
  static let functionNeeded = Code(
    "function-needed", "a function is needed here, which JSON cannot hold",
    fix: "write this call into the page's own JavaScript")

  /// A member that an object needs and does not have.
  static let missingMember = Code(JSONError.missingMember, "the object needs a member", fix: nil)

  /// A member of an object that has no use for it.
  static let unknownMember = Code("unknown-member", "the object has no use for this member", fix: "remove it")

  /// A value of the right type that is none of those that are allowed.
  static let valueNotAllowed = Code(
    "value-not-allowed", "the value is none of those that are allowed", fix: nil)
}
