internal import JSONText

/// The scratch memory of the routes from calls: what is worked out once for a call.
struct CallScratch: Sendable {
  /// Who an identify call says that the person is.
  var person = IdentifiedPerson()

  /// Whether the call is for the destination that the route stands for.
  var isForDestination = true

  /// Whether it is a page call for the destination.
  var isPage = false

  /// Whether what is written may be more than its receiver takes, and has to be looked at.
  var isDoubtful = false

  /// What Segment's server would refuse the call for, though it is converted.
  var warnings: [Diagnostic] = []

  /// What the batch around the call says for all its calls.
  var batch = BatchMembers()
}
