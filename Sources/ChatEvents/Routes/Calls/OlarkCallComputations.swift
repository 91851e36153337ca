internal import JSONText

// The arguments with which Segment's Olark destination calls Olark's JavaScript API.

extension Computation {
  static let customFields = Computation("the traits, with `userId` as their `id`") { inputs in
    let traits = inputs.memberOfAnyType("traits")
    inputs.prepared(["userId"])
    return .call(.customFields(traits: traits))
  }

  static let emailAddress = person(
    "`traits.email`; a `userId` that is an address", .emailAddress, from: "traits", "userId")

  static let phoneNumber = person(
    "`traits.phone`; the first of `traits.phones`", .phoneNumber, from: "traits")

  static let fullName = person(
    "`traits.name`; `traits.firstName` and `traits.lastName`; the first name", .fullName, from: "traits")

  static let nickname = person(
    "the name, with the address in brackets; the address; `traits.username`; `userId`", .nickname,
    from: "traits", "userId")

  static let pageNotice = Computation(
    "`looking at`, and the category and the name, or `properties.url`, in lower case"
  ) { inputs in
    .call(
      .pageNotice(
        category: inputs.memberOfAnyType("category"), name: inputs.memberOfAnyType("name"),
        properties: inputs.memberOfAnyType("properties")))
  }

  static let eventNotice = Computation("`visitor triggered`, and the event's name, in lower case") { inputs in
    .call(.eventNotice(event: inputs.memberOfAnyType("event")))
  }

  /// What is known of the person that an identify call is about.
  static func person(_ note: String, _ operation: CallOperation, from members: Path...) -> Computation {
    Computation(note, prepared: .call(operation), from: members)
  }
}
