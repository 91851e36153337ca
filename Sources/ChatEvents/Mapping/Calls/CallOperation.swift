internal import JSONText

/// The computations of calls, as they run. Most write what the route's preparation has worked out.
enum CallOperation: Sendable, Hashable {
  // The arguments of Olark's calls.
  case customFields(traits: ReadPlan.Slot)
  case emailAddress
  case phoneNumber
  case fullName
  case nickname
  case pageNotice(category: ReadPlan.Slot, name: ReadPlan.Slot, properties: ReadPlan.Slot)
  case eventNotice(event: ReadPlan.Slot)

  // The data of Userlike's widget.
  case secretKey
  case visitorName
  case visitorEmail

  func write(_ bytes: Span<UInt8>, _ found: borrowing Found, to output: inout Output) {
    switch self {
    case .customFields(let traits):
      Self.writeCustomFields(found.slice(traits), id: found.call.person.userID, bytes, to: &output)
    case .emailAddress: Self.write("emailAddress", found.call.person.email, bytes, to: &output)
    case .phoneNumber: Self.write("phoneNumber", found.call.person.phone, bytes, to: &output)
    case .fullName:
      if let name = found.call.person.name { Self.write("fullName", content: name, to: &output) }
    case .nickname: Self.writeNickname(found.call.person, bytes, to: &output)
    case .pageNotice(let category, let name, let properties):
      Self.writePageNotice(
        category: found.slice(category), name: found.slice(name), properties: found.slice(properties), bytes,
        to: &output)
    case .eventNotice(let event): Self.writeEventNotice(found.slice(event), bytes, to: &output)
    case .secretKey:
      if let key = found.settings.secretKey { output.appendQuoted(key) }
    case .visitorName:
      guard let name = found.call.person.name else { return }
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: name)
      output.append(UInt8(ascii: "\""))
    case .visitorEmail:
      if found.call.person.email.kind != .absent { output.append(found.call.person.email, of: bytes) }
    }
  }
}
