internal import JSONText

// How the arguments of calls are written.

extension CallOperation {
  /// Writes the traits, with the user's id as their `id`.
  static func writeCustomFields(_ traits: Slice, id: Slice, _ bytes: Span<UInt8>, to output: inout Output) {
    output.append("[")
    let start = output.count
    var hasID = id.kind == .absent
    traits.forEachMember(bytes) { key, value in
      output.append(UInt8(ascii: ","))
      output.append(key, of: bytes)
      output.append(UInt8(ascii: ":"))
      let isID = id.kind != .absent && Text.isEqual(bytes, key, to: "id")
      output.append(isID ? id : value, of: bytes)
      hasID = hasID || isID
    }
    if !hasID {
      output.append(#","id":"#)
      output.append(id, of: bytes)
    }
    if output.count == start { output.append(UInt8(ascii: ",")) }
    output[start] = UInt8(ascii: "{")
    output.append("}]")
  }

  static func writeNickname(_ person: IdentifiedPerson, _ bytes: Span<UInt8>, to output: inout Output) {
    guard var name = person.name else {
      let value = [person.email, person.username, person.userID].first { $0.kind != .absent } ?? .absent
      return write("snippet", value, bytes, to: &output)
    }
    switch person.email.kind {
    case .string: name += Array(" (".utf8) + bytes.copied(person.email.content) + Array(")".utf8)
    case .integer, .number, .bool:
      name += Array(" (".utf8) + bytes.copied(person.email.range) + Array(")".utf8)
    case .absent, .null, .object, .array: break
    }
    write("snippet", content: name, to: &output)
  }

  /// Writes the notice of a page.
  static func writePageNotice(
    category: Slice, name: Slice, properties: Slice, _ bytes: Span<UInt8>, to output: inout Output
  ) {
    var text = Characters()
    text.append("looking at ")
    if name.isFilledText {
      if category.isFilledText {
        text.append(bytes, category.content)
        text.append(" ")
      }
      text.append(bytes, name.content)
      text.append(" page")
    } else {
      let url = properties.values(of: "url", bytes).last
      guard let url, url.isTrueInJavaScript(bytes) else { return }
      switch url.kind {
      case .string: text.append(bytes, url.content)
      case .object, .array: return
      default: text.append(bytes, url.range)
      }
    }
    write("body", content: text.lowercased(), to: &output)
  }

  /// Writes the notice of an event.
  static func writeEventNotice(_ event: Slice, _ bytes: Span<UInt8>, to output: inout Output) {
    var text = Characters()
    text.append("visitor triggered ")
    text.appendQuote()
    text.append(bytes, event.content)
    text.appendQuote()
    write("body", content: text.lowercased(), to: &output)
  }

  static func write(
    _ key: StaticString, _ value: Slice, _ bytes: Span<UInt8>, to output: inout Output
  ) {
    guard value.kind != .absent else { return }
    output.append(#"[{""#)
    output.append(key)
    output.append(#"":"#)
    output.append(value, of: bytes)
    output.append("}]")
  }

  static func write(_ key: StaticString, content: [UInt8], to output: inout Output) {
    output.append(#"[{""#)
    output.append(key)
    output.append(#"":""#)
    output.append(contentsOf: content)
    output.append(#""}]"#)
  }
}
