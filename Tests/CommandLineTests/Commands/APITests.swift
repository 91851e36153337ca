import Foundation
import Testing

/// What `api` prints of Olark's JavaScript API.
@Suite struct APITests {
  @Test func everyNameIsListedUnderItsHeading() throws {
    let run = try Tool.run("api")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.first == "Attention Grabber")
    #expect(run.lines.filter { $0.hasPrefix("  ") }.count == 67 + 51)
    #expect(run.lines.contains { $0.wholeMatch(of: /\ +method +api\.box\.show +Show the chatbox/) != nil })
  }

  @Test(arguments: [("method", 17), ("setting", 89), ("callback", 12)])
  func aKindIsListedAlone(kind: String, count: Int) throws {
    let lines = try Tool.run("api", "--kind", kind).lines.filter { $0.hasPrefix("  ") }
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0.hasPrefix("  \(kind) ") })
  }

  @Test func aNameIsShownInFull() throws {
    let run = try Tool.run("api", "api.chat.updateVisitorNickname")
    #expect(run.status == 0)
    #expect(run.lines.first == "api.chat.updateVisitorNickname")
    #expect(run.text.contains("    hidesDefault: true or false, optional. "))
    #expect(run.text.contains("Source: Olark, "))
  }

  @Test func theBeginningOfNamesListsThem() throws {
    let run = try Tool.run("api", "locale")
    #expect(run.lines.count == 52)
    #expect(try Tool.run("api", "locale.").output == run.output)
    #expect(try Tool.run("api", "locale", "--kind", "callback").status == 64)
  }

  @Test(arguments: [
    ["api", "--json"], ["api", "api.visitor.getDetails", "--json"], ["api", "system", "--json"],
  ])
  func jsonIsOneObjectALine(arguments: [String]) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == 0)
    #expect(run.text.hasSuffix("}\n"))
    for line in run.lines {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
      for member in ["name", "kind", "category", "titles", "meaning", "arguments", "javascript", "source"] {
        #expect(object[member] != nil, "\(member): \(line)")
      }
    }
  }

  @Test func whatIsListedAsJSONIsWhatIsShownAsJSON() throws {
    let listed = try Tool.run("api", "--json").lines
    let shown = try Tool.run("api", "system.group", "--json").lines
    #expect(shown.count == 1)
    #expect(listed.filter { $0.hasPrefix(#"{"name":"system.group","#) } == shown)
  }
}
