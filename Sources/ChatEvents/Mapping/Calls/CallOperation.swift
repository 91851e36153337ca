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

  func write(_ bytes: Span<UInt8>, _ record: inout RouteRecord, to output: inout Output) {
    switch self {
    case .customFields(let traits):
      Self.writeCustomFields(record.slice(traits), id: record.call.person.userID, bytes, to: &output)
    case .emailAddress: Self.write("emailAddress", record.call.person.email, bytes, to: &output)
    case .phoneNumber: Self.write("phoneNumber", record.call.person.phone, bytes, to: &output)
    case .fullName:
      if let name = record.call.person.name { Self.write("fullName", content: name, to: &output) }
    case .nickname: Self.writeNickname(record.call.person, bytes, to: &output)
    case .pageNotice(let category, let name, let properties):
      Self.writePageNotice(
        category: record.slice(category), name: record.slice(name), properties: record.slice(properties),
        bytes,
        to: &output)
    case .eventNotice(let event): Self.writeEventNotice(record.slice(event), bytes, to: &output)
    case .secretKey:
      if let key = record.settings.secretKey { output.appendQuoted(key) }
    case .visitorName:
      guard let name = record.call.person.fullName else { return }
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: name)
      output.append(UInt8(ascii: "\""))
    case .visitorEmail:
      if record.call.person.email.kind != .absent { output.append(record.call.person.email, of: bytes) }
    }
  }
}
