import Testing

/// How two texts differ, as `diff -u` shows it.
struct Difference: CustomStringConvertible {
  let description: String

  /// Compares texts; nil where they are equal.
  init?(expected: some Sequence<UInt8>, actual: some Sequence<UInt8>) throws {
    let expected = Array(expected)
    let actual = Array(actual)
    if expected == actual { return nil }
    let scratch = Scratch()
    defer { withExtendedLifetime(scratch) {} }
    try scratch.write(expected, to: "expected")
    try scratch.write(actual, to: "actual")
    let run = try Tool.shell("diff -u -a expected actual", at: scratch.folder)
    description = "\n" + run.text
  }
}

/// Expects that two texts are equal, and shows what differs.
func expectEqual(
  _ actual: some Sequence<UInt8>, _ expected: some Sequence<UInt8>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if let difference = try Difference(expected: expected, actual: actual) {
    Issue.record("\(what): \(difference)", sourceLocation: sourceLocation)
  }
}

func expectEqual(
  _ actual: String, _ expected: String, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectEqual(actual.utf8, expected.utf8, what, sourceLocation: sourceLocation)
}
