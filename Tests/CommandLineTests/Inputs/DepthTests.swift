import Testing

/// How deep records may be nested: what is accepted can be read again, in every layout.
@Suite struct DepthTests {
  let scratch = Scratch()

  /// Returns a value of so many levels.
  private static func nested(_ levels: Int, _ open: String, _ close: String) -> String {
    String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)
  }

  /// Records of all formats from which events for services are made, with `VALUE` as many levels deep as it says, and the route.
  static let records: [(record: String, depth: Int, to: String)] = [
    (#"{"kind":"Conversation","id":"c","visitor":{"id":"v1"},"x":VALUE}"#, 1, "rudderstack --lossless"),
    (
      #"{"kind":"Conversation","id":"c","visitor":{"id":"v1","customFields":VALUE}}"#, 2,
      "rudderstack --lossless"
    ),
    (#"{"kind":"Conversation","id":"c","visitor":{"id":"v1","customFields":{"a":VALUE}}}"#, 3, "rudderstack"),
    (#"{"kind":"Conversation","id":"c","visitor":{"id":"v1"},"tags":[VALUE]}"#, 2, "rudderstack --lossless"),
    (
      #"{"kind":"Conversation","id":"c","visitor":{"id":"v1"},"items":[{"kind":"MessageToVisitor","x":VALUE}]}"#,
      3,
      "rudderstack --lossless"
    ),
    (#"{"kind":"Conversation","id":"c","visitor":{"id":"v1","customFields":{"a":VALUE}}}"#, 3, "segment"),
    (#"{"getDetails":{"id":"v1","customFields":{"a":VALUE}}}"#, 3, "segment"),
    (#"{"_type":"chat_meta","id":1,"client_uuid":"u","custom":{"a":VALUE},"messages":[]}"#, 2, "segment"),
  ]

  @Test(arguments: records.indices, ["ndjson", "batch"])
  func whatIsConvertedCanBeReadAgain(index: Int, layout: String) throws {
    let (record, depth, target) = Self.records[index]
    for levels in [507, 508, 509] {
      for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
        try scratch.write(
          record.replacing("VALUE", with: Self.nested(levels - depth, open, close)) + "\n", to: "record")
        let run = try Tool.shell(
          "chatevents convert --to \(target) --format \(layout) -o events record", at: scratch.folder)
        guard run.status == 0 else {
          #expect(levels > 508, "\(levels) \(record): \(run.errors)")
          #expect(run.errors.contains("[too-deep]"), "\(levels) \(record): \(run.errors)")
          continue
        }
        let again = try Tool.shell("chatevents redact events > redacted", at: scratch.folder)
        #expect(again.status == 0, "\(levels) \(record): \(again.errors)")
      }
    }
  }

  @Test(arguments: ["ndjson", "batch"])
  func whatIsLosslessComesBack(layout: String) throws {
    for (record, depth, target) in Self.records where target.contains("lossless") {
      for levels in [508, 509, 512] {
        let text = record.replacing("VALUE", with: Self.nested(levels - depth, "[", "]")) + "\n"
        try scratch.write(text, to: "record")
        let run = try Tool.shell(
          """
          chatevents convert --to \(target) --format \(layout) --rejects rejects record > events; echo $?
          chatevents convert --from rudderstack --to olark events || echo failed
          """, at: scratch.folder)
        let isRejected = try scratch.text("rejects").contains(#""code":"too-deep""#)
        #expect(isRejected == (levels > 508), "\(levels) \(record): \(run.errors)")
        // Items and tags come last, as they do here.
        #expect(run.text == (isRejected ? "1\n" : "0\n" + text), "\(levels) \(record): \(run.errors)")
      }
    }
  }

  /// Redaction and the way back make nothing deeper.
  @Test(arguments: [
    (#"{"kind":"Conversation","id":"c","visitor":{"id":"v1"},"x":VALUE}"#, 1, "redact"),
    (#"{"kind":"Conversation","id":"c","visitor":{"id":"v1"},"x":VALUE}"#, 1, "validate"),
    (
      #"{"type":"track","userId":"u","event":"e","properties":{"olark":{"kind":"x","a":VALUE}}}"#, 3,
      "convert --to olark"
    ),
    (#"{"type":"track","userId":"u","event":"e","properties":{"a":VALUE}}"#, 2, "redact"),
    (#"{"batch":[{"type":"track","userId":"u","event":"e","properties":{"a":VALUE}}]}"#, 4, "redact"),
  ])
  func elsewhere512LevelsAreRead(record: String, depth: Int, command: String) throws {
    for levels in [511, 512, 513] {
      let input = record.replacing("VALUE", with: Self.nested(levels - depth, "[", "]"))
      let run = try Tool.run(command.split(separator: " ").map(String.init), input: Array(input.utf8))
      #expect((run.errors + run.text).contains("too-deep") == (levels > 512), "\(levels) \(command)")
      #expect(run.status == (levels > 512 ? 1 : 0), "\(levels) \(command)")
    }
  }
}
