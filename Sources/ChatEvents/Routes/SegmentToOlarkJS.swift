internal import JSONText

/// The calls of Olark's JavaScript API that Segment's Olark destination makes in a page.
///
/// The real widget tells operators of pages and events only while its box is open in a running conversation; here that is
/// assumed, since nothing in the calls tells it.
///
/// Source: Segment, "Olark Destination", sections "Identify", "Page" and "Track", and the code of its integration. Read in
/// November 2026.
enum SegmentToOlarkJS {
  static let route = Route(
    from: .segment, to: .olarkJS,
    summary: "the calls of Olark's JavaScript API that Segment's Olark destination makes",
    emissions: [customFields, emailAddress, phoneNumber, fullName, nickname, page, track],
    checks: [.isTakenBySegment], preparing: .olarkVisitor, options: [.pageview, .track])

  // The columns are the point of these tables; the formatter would close them up.
  // swift-format-ignore
  static let customFields = Emission("api.visitor.updateCustomFields", .onceIf("that is an identify call"), [
    .always(                      "call", #""api.visitor.updateCustomFields""#),
    .computeVerbatim("traits", "userId",
                              to: "arguments", Compute.customFields, "the traits, with `userId` as their `id`"),
  ], order: order, given: Compute.isIdentify, by: "type")

  // swift-format-ignore
  static let emailAddress = Emission("api.visitor.updateEmailAddress", .onceIf("that is an identify call of somebody with an address"), [
    .always(                      "call", #""api.visitor.updateEmailAddress""#),
    .computeVerbatim("traits", "userId",
                              to: "arguments", Compute.emailAddress, "`traits.email`; a `userId` that is an address"),
  ], order: order, given: Compute.isIdentify, by: "type").requiring("arguments")

  // swift-format-ignore
  static let phoneNumber = Emission("api.visitor.updatePhoneNumber", .onceIf("that is an identify call of somebody with a number"), [
    .always(                      "call", #""api.visitor.updatePhoneNumber""#),
    .computeVerbatim("traits", to: "arguments", Compute.phoneNumber, "`traits.phone`; the first of `traits.phones`"),
  ], order: order, given: Compute.isIdentify, by: "type").requiring("arguments")

  // swift-format-ignore
  static let fullName = Emission("api.visitor.updateFullName", .onceIf("that is an identify call of somebody with a name"), [
    .always(                      "call", #""api.visitor.updateFullName""#),
    .computeVerbatim("traits", to: "arguments", Compute.fullName, "`traits.name`; `traits.firstName` and `traits.lastName`; the first name"),
  ], order: order, given: Compute.isIdentify, by: "type").requiring("arguments")

  // swift-format-ignore
  static let nickname = Emission("api.chat.updateVisitorNickname", .onceIf("that is an identify call of somebody with a name, an address, a user name or an id"), [
    .always(                      "call", #""api.chat.updateVisitorNickname""#),
    .computeVerbatim("traits", "userId",
                              to: "arguments", Compute.nickname, "the name, with the address in brackets; the address; `traits.username`; `userId`"),
  ], order: order, given: Compute.isIdentify, by: "type").requiring("arguments")

  // swift-format-ignore
  static let page = Emission("page: api.chat.sendNotificationToOperator", .onceIf("that is a page call with a name or an address"), [
    .always(                      "call", #""api.chat.sendNotificationToOperator""#),
    .computeVerbatim("category", "name", "properties",
                              to: "arguments", Compute.lookingAt, "`looking at`, and the category and the name, or `properties.url`, in lower case"),
  ], order: order, given: Compute.isPage, by: "type").requiring("arguments").with(.pageview)

  // swift-format-ignore
  static let track = Emission("track: api.chat.sendNotificationToOperator", .onceIf("that is a track call"), [
    .always(                      "call", #""api.chat.sendNotificationToOperator""#),
    .computeVerbatim("event", to: "arguments", Compute.triggered, "`visitor triggered`, and the event's name, in lower case"),
  ], order: order, given: Compute.isTrack, by: "type").requiring("arguments").with(.track)

  private static let order: [Path] = ["call", "arguments"]
}

extension Compute {
  // A call that is switched off for the destination gives nothing, whatever it is.

  @Sendable
  fileprivate static func isPage(_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot)
    -> Bool
  {
    found.isForDestination && Text.isEqual(bytes, found.slice(input), to: "page")
  }

  @Sendable
  fileprivate static func isTrack(_ bytes: Span<UInt8>, _ found: borrowing Found, _ input: ReadPlan.Slot)
    -> Bool
  {
    found.isForDestination && Text.isEqual(bytes, found.slice(input), to: "track")
  }

  /// Writes the traits, with the user's id as their `id`.
  @Sendable
  fileprivate static func customFields(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let id = found.visitor.userID
    output.append("[")
    let start = output.count
    var hasID = id.kind == .absent
    found.slice(inputs[0]).forEachMember(bytes) { key, value in
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

  @Sendable
  fileprivate static func emailAddress(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) { write("emailAddress", found.visitor.email, bytes, to: &output) }

  @Sendable
  fileprivate static func phoneNumber(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) { write("phoneNumber", found.visitor.phone, bytes, to: &output) }

  @Sendable
  fileprivate static func fullName(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    if let name = found.visitor.name { write("fullName", content: name, to: &output) }
  }

  @Sendable
  fileprivate static func nickname(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let visitor = found.visitor
    guard var name = visitor.name else {
      let value = [visitor.email, visitor.username, visitor.userID].first { $0.kind != .absent } ?? .absent
      return write("snippet", value, bytes, to: &output)
    }
    switch visitor.email.kind {
    case .string: name += Array(" (".utf8) + visitor.email.content.map { bytes[$0] } + Array(")".utf8)
    case .integer, .number, .bool:
      name += Array(" (".utf8) + visitor.email.range.map { bytes[$0] } + Array(")".utf8)
    case .absent, .null, .object, .array: break
    }
    write("snippet", content: name, to: &output)
  }

  /// Writes the notice of a page, from `category`, `name` and `properties`.
  @Sendable
  fileprivate static func lookingAt(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    let (category, name) = (found.slice(inputs[0]), found.slice(inputs[1]))
    var text = Characters()
    text.append("looking at ")
    if name.isPresent {
      if category.isPresent {
        text.append(bytes, category.content)
        text.append(" ")
      }
      text.append(bytes, name.content)
      text.append(" page")
    } else {
      let url = found.slice(inputs[2]).values(of: "url", bytes).last
      guard let url, url.isTrueInJavaScript(bytes) else { return }
      switch url.kind {
      case .string: text.append(bytes, url.content)
      case .object, .array: return
      default: text.append(bytes, url.range)
      }
    }
    write("body", content: text.lowercased(), to: &output)
  }

  /// Writes the notice of an event, from `event`.
  @Sendable
  fileprivate static func triggered(
    _ bytes: Span<UInt8>, _ found: borrowing Found, _ inputs: Span<ReadPlan.Slot>, _ output: inout Output
  ) {
    var text = Characters()
    text.append("visitor triggered ")
    text.appendQuote()
    text.append(bytes, found.slice(inputs[0]).content)
    text.appendQuote()
    write("body", content: text.lowercased(), to: &output)
  }

  private static func write(
    _ key: StaticString, _ value: Slice, _ bytes: Span<UInt8>, to output: inout Output
  ) {
    guard value.kind != .absent else { return }
    output.append(#"[{""#)
    output.append(key)
    output.append(#"":"#)
    output.append(value, of: bytes)
    output.append("}]")
  }

  private static func write(_ key: StaticString, content: [UInt8], to output: inout Output) {
    output.append(#"[{""#)
    output.append(key)
    output.append(#"":""#)
    output.append(contentsOf: content)
    output.append(#""}]"#)
  }
}

extension Preparation {
  /// Works out whether a call is for Olark, and who the visitor is.
  fileprivate static let olarkVisitor = {
    let visitor = Preparation.visitor(of: "Olark")
    let own = visitor.inputs.count + visitor.inputsOfAnyType.count
    return Preparation(
      inputs: visitor.inputs, inputsOfAnyType: visitor.inputsOfAnyType + ["properties"]
    ) { bytes, found, inputs in
      // Of a page's properties one is read, where pages are told; so it may not stand twice.
      let isRead =
        found.settings.options.contains(.pageview) && Text.isEqual(bytes, found.slice(inputs[1]), to: "page")
      let addresses = isRead ? found.slice(inputs[own]).keys(named: "url", bytes) : []
      if addresses.count > 1 { return Complaint(code: Code(.repeatedKey), offset: Int(addresses[1].start)) }
      return visitor.run(bytes, &found, inputs)
    }
  }()
}
