internal import JSONText

/// One look through a call or a setting.
struct OlarkAPICheck {
  /// What was found so far.
  private(set) var problems: [Diagnostic] = []

  /// Looks at a whole record.
  mutating func record(_ record: JSONValue) {
    guard let members = record.objectValue else {
      return add(Code(.typeMismatch), [], "expected an object, found \(record.kind.phrase)")
    }
    let call = members.present("call")
    let setting = members.present("setting")
    switch (call, setting) {
    case (let name?, nil):
      guard let entry = entry(name, at: "call", isSetting: false) else { return }
      arguments(members.present("arguments"), of: entry)
    case (nil, let name?):
      guard let entry = entry(name, at: "setting", isSetting: true) else { return }
      value(members.present("value"), of: entry)
    case (nil, nil):
      add(.missingMember, [], "expected a member \"call\" or \"setting\"")
    case (_?, _?):
      add(.unknownMember, ["setting"], "expected a call or a setting, found both")
    }
  }

  /// Returns what a name stands for, where it is used so.
  private mutating func entry(_ name: JSONValue, at member: String, isSetting: Bool) -> OlarkAPI.Entry? {
    guard let name = name.stringValue else {
      add(Code(.typeMismatch), [member], "expected a string, found \(name.kind.phrase)")
      return nil
    }
    guard let entry = OlarkAPI.entry(named: name) else {
      let nearest = OlarkAPI.nearestName(to: name) { ($0.kind == .setting) == isSetting }
      add(.unknownName, [member], Code.unknownName.message, fix: nearest.map { "write \"\($0)\"" })
      return nil
    }
    guard (entry.kind == .setting) == isSetting else {
      let use = isSetting ? "call" : "setting"
      add(.wrongUse, [member], "the name belongs to a \(entry.kind)", fix: "use \"\(use)\"")
      return nil
    }
    return entry
  }

  private mutating func arguments(_ value: JSONValue?, of entry: OlarkAPI.Entry) {
    guard let value else {
      return entry.arguments.forEach { missing($0, at: [], .missingArgument) }
    }
    guard let given = value.arrayValue else {
      return add(Code(.typeMismatch), ["arguments"], "expected an array, found \(value.kind.phrase)")
    }
    for (index, argument) in given.enumerated() {
      let way = ["arguments", "\(index)"]
      if index < entry.arguments.count {
        check(argument, entry.arguments[index].type, way)
      } else {
        add(.extraArgument, way, Code.extraArgument.message)
      }
    }
    for argument in entry.arguments.dropFirst(given.count) {
      missing(argument, at: ["arguments"], .missingArgument)
    }
  }

  private mutating func value(_ value: JSONValue?, of entry: OlarkAPI.Entry) {
    guard let member = entry.arguments.first else { return }
    if let value {
      check(value, member.type, ["value"])
    } else {
      missing(member, at: [], .missingMember)
    }
  }

  /// Looks at one value.
  private mutating func check(_ value: JSONValue, _ type: OlarkAPI.ValueType, _ way: [String]) {
    switch (type, value) {
    case (.string, .string), (.number, .number), (.boolean, .bool), (.dictionary, .object):
      return
    case (.integer, .number(let number)) where number.isInteger:
      return
    case (.size, .number(let number)) where number.isInteger:
      if number.text.hasPrefix("-"), number.intValue != 0 {
        add(.valueNotAllowed, way, "expected \(type.words)")
      }
    case (.color, .string(let text)):
      if !isColor(text) { add(.valueNotAllowed, way, "expected \(type.words)") }
    case (.oneOf(let values), .string(let text)):
      if !values.contains(text) {
        let nearest = NearestName.among(values.filter { !$0.isEmpty }, to: text)
        add(.valueNotAllowed, way, "expected \(type.words)", fix: nearest.map { "write \"\($0)\"" })
      }
    case (.array(let element), .array(let values)):
      for (index, value) in values.enumerated() { check(value, element, way + ["\(index)"]) }
    case (.object(let members), .object(let values)):
      object(values, members, way)
    case (.either(let types), _):
      either(value, types, way)
    case (.function, _):
      add(.functionNeeded, way, Code.functionNeeded.message)
    default:
      add(Code(.typeMismatch), way, "expected \(type.words), found \(value.kind.phrase)")
    }
  }

  private mutating func object(_ values: JSONObject, _ members: [OlarkAPI.Member], _ way: [String]) {
    for (key, value) in values where !value.isNull {
      if let member = members.first(where: { $0.name == key }) {
        check(value, member.type, way + [key])
      } else {
        let nearest = NearestName.among(members.map(\.name), to: key)
        add(.unknownMember, way + [key], Code.unknownMember.message, fix: nearest.map { "write \"\($0)\"" })
      }
    }
    for member in members where member.isRequired && values.present(member.name) == nil {
      missing(member, at: way, .missingMember)
    }
  }

  /// Looks at a value that may be of several types: what is wrong inside one of them says more than that none fits.
  private mutating func either(_ value: JSONValue, _ types: [OlarkAPI.ValueType], _ way: [String]) {
    let found = types.map { type in
      var check = OlarkAPICheck()
      check.check(value, type, way)
      return check.problems
    }
    if found.contains(where: \.isEmpty) { return }
    if let inner = found.first(where: { $0.allSatisfy { $0.pointer.tokens.count > way.count } }) {
      return problems += inner
    }
    let words = OlarkAPI.ValueType.either(types).words
    if found.joined().contains(where: { $0.code == .valueNotAllowed }) {
      add(.valueNotAllowed, way, "expected \(words)")
    } else {
      add(Code(.typeMismatch), way, "expected \(words), found \(value.kind.phrase)")
    }
  }

  /// Notes that something is not there.
  private mutating func missing(_ member: OlarkAPI.Member, at way: [String], _ code: Code) {
    if case .function = member.type {
      add(.functionNeeded, way, "a function \"\(member.name)\" is required, which JSON cannot represent")
    } else if code == .missingArgument {
      add(code, way, "expected an argument: \(member.type.words)")
    } else {
      add(code, way, "expected a member \"\(member.name)\"")
    }
  }

  private mutating func add(_ code: Code, _ way: [String], _ message: String, fix: String? = nil) {
    problems.append(Diagnostic(code: code, message: message, fix: fix, pointer: JSONPointer(way)))
  }

  private func isColor(_ text: String) -> Bool {
    let digits = text.dropFirst()
    return text.first == "#" && [3, 6].contains(digits.count)
      && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}

extension JSONObject {
  /// The last value of a key, where it is something other than `null`.
  fileprivate func present(_ key: String) -> JSONValue? {
    guard let value = self[key], !value.isNull else { return nil }
    return value
  }
}
