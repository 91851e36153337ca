extension OlarkAPI {
  /// Something of the API that has a name.
  public struct Entry: Sendable {
    /// The exact name: `api.chat.sendMessageToVisitor`.
    public let name: String

    /// How the name is used.
    public let kind: Kind

    /// The titles under which the menu has it: one, or three for `system.hb_custom_style`, or none for the texts.
    public let titles: [String]

    /// The title of its category.
    public internal(set) var category = ""

    /// What is given behind the name, in this order; for a setting its value alone.
    public let arguments: [Member]

    /// What it does: one sentence, without a full stop.
    public let meaning: String

    /// The value that counts without the setting; nil where the page says none.
    public private(set) var standard: String?

    /// What it needs beside it to do anything, as the page says; one sentence, without a full stop.
    public private(set) var precondition: String?

    /// What the function that is given receives: the members of its parameters.
    public var receives: [Member] {
      arguments.flatMap { argument -> [Member] in
        if case .function(let parameters) = argument.type { parameters } else { [] }
      }
    }

    /// Whether a function is among the arguments or in them, so that JSON cannot hold the call.
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

    /// What stands under it, in the menu's order.
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
    /// The name; that of an argument is for people, that of a member is exact.
    public let name: String

    /// What it may be.
    public let type: ValueType

    /// Whether it must be there.
    public let isRequired: Bool

    /// What it means: one sentence, without a full stop.
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
    method(name, title, [.required("options", .object(options), "What the call is about")], meaning)
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
    let function = OlarkAPI.Member.required("callback", .function(receives), "Is called each time")
    return Self(name: name, kind: .callback, titles: [title], arguments: [function], meaning: meaning)
  }
}
