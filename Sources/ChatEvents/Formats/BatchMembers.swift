internal import JSONText

/// What a batch says for all its calls.
struct BatchMembers: Sendable {
  var context = Slice.absent
  var integrations = Slice.absent
}
