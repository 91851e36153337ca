extension OlarkAPI {
  /// A named entry of the API.
  public struct Entry: Sendable {
    /// The exact name: `api.chat.sendMessageToVisitor`.
    public let name: String

    /// How the name is used.
    public let kind: Kind

    /// Its titles in the menu: one, three for `system.hb_custom_style`, none for the texts.
    public let titles: [String]

    /// The title of its category.
    public internal(set) var category = ""

    /// The arguments after the name, in order; for a setting, only its value.
    public let arguments: [Member]

    /// Its effect: one sentence, without a full stop.
    public let meaning: String

    /// The default value of the setting; nil if the page documents none.
    public private(set) var standard: String?

    /// Its precondition according to the page: one phrase, without a full stop; nil if there is none.
    public private(set) var precondition: String?

    /// The parameters of the function that is passed to it.
    public var receives: [Member] {
      arguments.flatMap { argument -> [Member] in
        if case .function(let parameters) = argument.type { parameters } else { [] }
      }
    }

    /// Whether the arguments contain a function, so that JSON cannot represent the call.
    public var needsFunction: Bool { arguments.contains { $0.type.needsFunction } }
  }

  /// How a name is used.
  public enum Kind: String, Sendable, CaseIterable {
    /// A call that makes the chat box do something: `olark('api.box.show')`.
    case method
    /// A value that is set before the chat box loads: `olark.configure('system.group', …)`.
    case setting
    /// A call that gives the chat box a function for later: `olark('api.box.onShow', function () { … })`.
    case callback
  }

  /// A part of the menu.
  public struct Category: Sendable {
    /// The menu's own heading.
    public let title: String

    /// Its entries, in the menu's order.
    public let entries: [Entry]

    init(_ title: String, _ entries: [Entry]) {
      self.title = title
      self.entries = entries.map { entry in
        var entry = entry
        entry.category = title
        return entry
      }
    }
  }

  /// A named value: an argument, a parameter, or a member of an object.
  public struct Member: Sendable {
    /// The name; descriptive for an argument, exact for a member.
    public let name: String

    /// Its type.
    public let type: ValueType

    /// Whether it is required.
    public let isRequired: Bool

    /// The meaning: one sentence, without a full stop.
    public let meaning: String

    /// What it says about the visitor.
    let fact: Fact

    static func required(
      _ name: String, _ type: ValueType, _ meaning: String, says fact: Fact = .freeText
    ) -> Member {
      Member(name: name, type: type, isRequired: true, meaning: meaning, fact: fact)
    }

    static func optional(_ name: String, _ type: ValueType, _ meaning: String) -> Member {
      Member(name: name, type: type, isRequired: false, meaning: meaning, fact: .freeText)
    }
  }
}

extension OlarkAPI.Entry: CustomStringConvertible {
  public var description: String { name }
}

// How the tables of the catalogue write their rows.
extension OlarkAPI.Entry {
  /// The same setting with the value that counts without it.
  func otherwise(_ standard: String) -> Self {
    var entry = self
    entry.standard = standard
    return entry
  }

  /// The same with what it needs beside it.
  func needing(_ precondition: String) -> Self {
    var entry = self
    entry.precondition = precondition
    return entry
  }

  /// A call; its arguments stand between title and meaning.
  static func method(
    _ name: String, _ title: String, _ arguments: [OlarkAPI.Member], _ meaning: String
  ) -> Self {
    Self(name: name, kind: .method, titles: [title], arguments: arguments, meaning: meaning)
  }

  /// A call that takes nothing.
  static func method(_ name: String, _ title: String, _ meaning: String) -> Self {
    method(name, title, [], meaning)
  }

  /// A call that takes one object.
  static func method(_ name: String, _ title: String, options: [OlarkAPI.Member], _ meaning: String) -> Self {
    method(name, title, [.required("options", .object(options), "The argument of the call")], meaning)
  }

  /// A value.
  static func setting(
    _ name: String, _ type: OlarkAPI.ValueType, _ titles: String..., meaning: String
  ) -> Self {
    Self(
      name: name, kind: .setting, titles: titles, arguments: [.required("value", type, meaning)],
      meaning: meaning)
  }

  /// A function that is called when something happens, with what it receives.
  static func callback(
    _ name: String, _ title: String, receives: [OlarkAPI.Member] = [], _ meaning: String
  ) -> Self {
    let function = OlarkAPI.Member.required("callback", .function(receives), "Called each time")
    return Self(name: name, kind: .callback, titles: [title], arguments: [function], meaning: meaning)
  }
}
