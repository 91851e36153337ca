public import JSONText

extension OlarkAPI {
  /// Returns everything that is wrong with a call or a setting, in the order of its text.
  ///
  /// A call is `{"call": name, "arguments": […]}`; it may leave out `arguments` where it has none. A setting is
  /// `{"setting": name, "value": …}`. Other members of the record are of no account, and `null` is as good as nothing.
  ///
  /// A call that needs a function is never without a problem: JSON cannot hold functions. The problem has the code
  /// `function-needed`, and the rest of the call is looked at all the same.
  public static func problems(in record: JSONValue) -> [Diagnostic] {
    var check = OlarkAPICheck()
    check.record(record)
    return check.problems
  }
}
