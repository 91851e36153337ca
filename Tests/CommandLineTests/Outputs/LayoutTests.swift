import Foundation
import Testing

/// What the options change in the output, and what they do not.
@Suite struct LayoutTests {
  static let input = Sample.various.joined(separator: "\n")

  @Test func prettyOutputIsTheSameJSON() throws {
    let lines = try Tool.run("convert", "--to", "rudderstack", input: Self.input)
    let pretty = try Tool.run("convert", "--to", "rudderstack", "--format", "pretty", input: Self.input)
    #expect(pretty.status == 0)
    #expect(lines.lines.count == 4)
    #expect(pretty.text.hasSuffix("\n}\n"))
    let documents = pretty.text.split(separator: "\n}\n").map { $0 + "\n}" }
    #expect(documents.allSatisfy { $0.hasPrefix("{\n  \"type\": \"") })
    #expect(try documents.map(parsed) == lines.lines.map(parsed))
  }

  @Test(arguments: [input, Sample.lines("v1"), ""])
  func anArrayHoldsTheSameLines(input: String) throws {
    let lines = try Tool.run("convert", "--to", "rudderstack", input: input)
    let array = try Tool.run("convert", "--to", "rudderstack", "--format", "json", input: input)
    #expect(array.status == 0)
    let expected = lines.lines.isEmpty ? "[]\n" : "[\n\(lines.lines.joined(separator: ",\n"))\n]\n"
    try expectEqual(array.text, expected, "the array")
  }

  @Test func losslessEventsGiveTheTranscriptsBack() throws {
    let events = try Tool.run("convert", "--to", "rudderstack", "--lossless", input: Self.input)
    let transcripts = try Tool.run(["convert", "--to", "olark"], input: events.output)
    #expect(transcripts.status == 0)
    #expect(try transcripts.lines.map(parsed) == Sample.various.map(parsed))
  }

  @Test func timestampsAddTwoMembersAndNothingElse() throws {
    let plain = try Tool.run("convert", "--to", "rudderstack", input: Self.input)
    let dated = try Tool.run("convert", "--to", "rudderstack", "--timestamps", input: Self.input)
    let times = /,"(timestamp|originalTimestamp)":"2011-06-03T15:57:37\.100Z"/
    #expect(dated.text.matches(of: times).count == 4)
    #expect(dated.text.replacing(times, with: "") == plain.text)
  }

  @Test func aNamespaceChangesMessageIdsAndNothingElse() throws {
    let plain = try Tool.run("convert", "--to", "rudderstack", input: Self.input)
    let other = try Tool.run("convert", "--to", "rudderstack", "--namespace", "test", input: Self.input)
    #expect(other.status == 0)
    let id = /"messageId":"([0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"/
    #expect(plain.text.replacing(id, with: "") == other.text.replacing(id, with: ""))
    let ids = (plain.text + other.text).matches(of: id).map(\.1)
    #expect(ids.count == 8)
    #expect(Set(ids).count == 8)
  }

  @Test func aNamespaceThatIsAUUIDMayBeInCapitals() throws {
    let name = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
    let runs = try [name, name.uppercased()].map {
      try Tool.run("convert", "--to", "rudderstack", "--namespace", $0, input: Self.input)
    }
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output != (try Tool.run("convert", "--to", "rudderstack", input: Self.input).output))
  }

  @Test func theSourceThatIsNamedIsTheOneThatIsRecognised() throws {
    let named = try Tool.run("convert", "--from", "olark", "--to", "rudderstack", input: Self.input)
    #expect(named.status == 0)
    #expect(
      named.output
        == (try Tool.run("convert", "--from", "auto", "--to", "rudderstack", input: Self.input).output))
  }

  private func parsed(_ text: some StringProtocol) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
  }
}
