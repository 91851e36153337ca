internal import JSONText

// What RudderStack's events of a transcript are computed from.

extension Computation {
  static let browserNameAndVersion = Computation(
    "split at the last space; one word is a version without a name; empty text gives neither"
  ) { inputs in .transcript(.browserNameAndVersion(of: inputs.member("visitor.browser"))) }

  static let rudderID = Computation("the MD5 of `userId + \":\"`, as a version-4 UUID") { inputs in
    .transcript(.rudderID(visitorID: inputs.member("visitor.id")))
  }

  static let trackMessageID = Computation(
    "a version-5 UUID of the conversation's id, the number of items and the last item's time"
  ) { inputs in .transcript(.trackMessageID(ConversationName(&inputs))) }

  static let groupMessageID = Computation("a version-5 UUID of the conversation's id and the group's") {
    inputs in
    .transcript(.groupMessageID(ConversationName(&inputs), groupID: inputs.member("groups[].id")))
  }

  static let firstItemTime = Computation(
    "the time of the first item that has one"
  ) { inputs in .transcript(.firstTime(of: ItemTimes(&inputs))) }

  static let ownOrVisitorAddress = Computation("`ip`, else a `visitor.ip` that is not empty") { inputs in
    .transcript(.address(own: inputs.member("ip"), visitor: inputs.member("visitor.ip")))
  }

  static let restOfTranscript = Computation(
    "the transcript, verbatim, without the `items` and `tags` that are in `properties`"
  ) { inputs in
    .transcript(.rest(items: inputs.memberOfAnyType("items"), tags: inputs.memberOfAnyType("tags")))
  }
}
