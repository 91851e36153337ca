public import JSONText

extension OlarkAPI {
  /// Returns all problems of a call or a setting, in the order of its text.
  ///
  /// A call is `{"call": name, "arguments": […]}`; `arguments` may be absent if there are none. A setting is
  /// `{"setting": name, "value": …}`. Other members of the record are ignored, and `null` means absent.
  ///
  /// A call that requires a function always has a problem, since JSON cannot represent functions. The problem has the code
  /// `function-needed`, and the rest of the call is checked too.
  public static func problems(in record: JSONValue) -> [Diagnostic] {
    var check = OlarkAPICheck()
    check.record(record)
    return check.problems
  }
}
