import Foundation
import Testing

/// What `schema` prints.
@Suite struct SchemaTests {
  @Test func everyNameIsListedWithWhatItIs() throws {
    let run = try Tool.run("schema")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.count > 40)
    #expect(run.lines.first?.hasPrefix("olark-transcript  ") == true)
    for line in run.lines { #expect(line.wholeMatch(of: /[a-z-]+  +\S.*[^.]/) != nil, "\(line)") }
  }

  @Test func eachListedSchemaIsPrinted() throws {
    let version = try #require(Tool.run("--version").text.firstMatch(of: /[0-9.]+/)).output
    for line in try Tool.run("schema").lines {
      let name = String(line.prefix { $0 != " " })
      let run = try Tool.run("schema", name)
      #expect(run.status == 0, "\(name)")
      let schema = try #require(
        JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any], "\(name)")
      #expect(schema["$id"] as? String == "https://chatevents.example/schemas/\(version)/\(name).json")
      #expect(run.text.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
    }
  }

  @Test func anUnknownNameIsWrongUsage() throws {
    let run = try Tool.run("schema", "segment-evnt")
    #expect(run.status == 64)
    #expect(run.text == "")
    #expect(
      run.errors.contains(
        "unknown schema 'segment-evnt' (list them with: chatevents schema); did you mean 'segment-event'?"))
  }
}
