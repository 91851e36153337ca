import ChatEvents
import Foundation
import Testing

@testable import ChatEventsCommand

@Suite struct SARIFReportTests {
  @Test func eachFindingIsAResult() throws {
    let expected = #"""
      ]}},"columnKind":"unicodeCodePoints","results":[
      {"ruleId":"type-mismatch","level":"error","message":{"text":"expected a string, found a number at /visitor/fullName\nfix: quote the value"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"100%25%2C%20%22a%22%3Ab%0A%3C%C3%BC%3E.json","uriBaseId":"%SRCROOT%"},"region":{"startLine":2,"startColumn":82,"snippet":{"text":"d\":\"c2\",\"visitor\":{\"id\":\"v2\",\"city\":\"日本 ]]>\",\"fullName\":5,\"browser\":[]}}"}}},"logicalLocations":[{"fullyQualifiedName":"/visitor/fullName"}]}],"partialFingerprints":{"primaryLocationLineHash":"6c16218a-f8d8-5fe9-9414-b8bb92858abf:1"}},
      {"ruleId":"type-mismatch","level":"error","message":{"text":"expected a string, found an array at /visitor/browser\nfix: write a string"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"100%25%2C%20%22a%22%3Ab%0A%3C%C3%BC%3E.json","uriBaseId":"%SRCROOT%"},"region":{"startLine":2,"startColumn":94,"snippet":{"text":"itor\":{\"id\":\"v2\",\"city\":\"日本 ]]>\",\"fullName\":5,\"browser\":[]}}"}}},"logicalLocations":[{"fullyQualifiedName":"/visitor/browser"}]}],"partialFingerprints":{"primaryLocationLineHash":"be01f04f-4a75-591b-88f1-ffa0cfd70557:1"}},
      {"ruleId":"control-character","level":"error","message":{"text":"unescaped control character in a string at /visitor/id\nfix: escape it: \\n for a line feed, \\t for a tab"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"100%25%2C%20%22a%22%3Ab%0A%3C%C3%BC%3E.json","uriBaseId":"%SRCROOT%"},"region":{"startLine":3,"startColumn":41,"snippet":{"text":"{\"kind\":\"Conversation\",\"visitor\":{\"id\":\"\u001b[31m‮\"}}"}}},"logicalLocations":[{"fullyQualifiedName":"/visitor/id"}]}],"partialFingerprints":{"primaryLocationLineHash":"6cce4cdb-b9d0-54c7-ad46-e872ff4c0df5:1"}},
      {"ruleId":"unknown-item-kind","level":"warning","message":{"text":"undocumented kind of item at /items/0/kind\nfix: check whether Olark has added this kind; it is passed through but not treated as a message"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"warnings.json","uriBaseId":"%SRCROOT%"},"region":{"startLine":4,"startColumn":14,"snippet":{"text":"    {\"kind\": \"a,b:c%\", \"timestamp\": \"1700000000\"}"}}},"logicalLocations":[{"fullyQualifiedName":"/items/0/kind"}]}],"partialFingerprints":{"primaryLocationLineHash":"f18cbc3c-5513-58ea-bd9c-f0991fbe89b1:1"}}
      ],"invocations":[{"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error","descriptor":{"id":"unreadable"},"message":{"text":"cannot open it: No such file"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"missing.json","uriBaseId":"%SRCROOT%"}}}]}]}]}]}

      """#
    let report = try Reporting(SARIFReport(version: "9"), of: Reporting.awkward).text
    // A new entry of the catalogue moves those behind it.
    let indices = report.matches(of: /"ruleId":"([^"]*)","ruleIndex":(\d+)/)
    #expect(indices.count == 4)
    for match in indices { #expect(Code.all[Int(match.2) ?? 0].name == match.1) }
    #expect(report.replacing(/,"ruleIndex":\d+/, with: "").hasSuffix("\n" + expected))
  }

  @Test func theRulesAreThoseOfTheCatalogue() throws {
    let report = try Reporting(SARIFReport(version: "9", informationURI: "https://example.org/"), of: [])
    let log = try JSONDecoder().decode(Log.self, from: Data(report.text.utf8))
    let driver = try #require(log.runs.first).tool.driver
    #expect(driver.version == "9")
    #expect(driver.informationUri == "https://example.org/")
    #expect(driver.rules.count == Code.all.count)
    for (rule, code) in zip(driver.rules, Code.all) {
      #expect(rule.id == code.name)
      #expect(rule.shortDescription.text == code.message)
      #expect(rule.fullDescription.text == code.meaning)
      #expect(rule.help.text == code.explanation)
      #expect(rule.defaultConfiguration.level == code.severity.rawValue)
    }
  }

  /// Of a report, what is said of the tool.
  private struct Log: Decodable {
    let runs: [Run]
    struct Run: Decodable { let tool: Tool }
    struct Tool: Decodable { let driver: Driver }
    struct Driver: Decodable {
      let version: String
      let informationUri: String
      let rules: [Rule]
    }
    struct Rule: Decodable {
      let id: String
      let shortDescription, fullDescription, help: Message
      let defaultConfiguration: Configuration
    }
    struct Message: Decodable { let text: String }
    struct Configuration: Decodable { let level: String }
  }

  @Test func aFileOutsideTheRepositoryIsNamedWhole() throws {
    let report = try Reporting(SARIFReport(version: "9"), of: [("/tmp/a b.json", "{}")])
    #expect(report.text.contains(#""artifactLocation":{"uri":"file:///tmp/a%20b.json"}"#))
  }

  @Test func aLineThatBeginsBeforeTheRecordHasNoColumn() throws {
    let wrong = #"{"kind":"Conversation","visitor":{"id":"ü","city":5}}"#
    let report = try Reporting(SARIFReport(version: "9"), of: [("a.json", "[\(wrong),\n\(wrong)]")])
    #expect(report.text.contains(#""region":{"startLine":1,"snippet""#))
    #expect(report.text.contains(#""region":{"startLine":2,"startColumn":51,"snippet""#))
  }

  @Test func aFingerprintDoesNotDependOnTheLine() throws {
    let wrong = #"{"kind":"Conversation","visitor":{"id":"v","city":5}}"# + "\n"
    func fingerprints(_ text: String) throws -> [String] {
      try Reporting(SARIFReport(version: "9"), of: [("a.json", text)]).text
        .matches(of: /"primaryLocationLineHash":"([^"]*)"/).map { String($0.1) }
    }
    let alone = try fingerprints(wrong)
    #expect(alone.count == 1)
    #expect(try fingerprints("\n\n" + Sample.transcript("v1") + "\n" + wrong) == alone)
    let twice = try fingerprints(wrong + wrong)
    #expect(twice == [alone[0], alone[0].dropLast() + "2"])
  }

  @Test func whatIsTooMuchForGitHubIsCounted() throws {
    let wrong = #"{"kind":"Conversation","visitor":{"id":"v","city":5}}"# + "\n"
    let report = try Reporting(
      SARIFReport(version: "9"), of: [("a.json", String(repeating: wrong, count: 25_003))])
    #expect(report.text.matches(of: /"ruleId"/).count == 25_000)
    #expect(
      report.text.contains(
        #""toolExecutionNotifications":[{"level":"warning","message":{"text":"the report has the first "#
          + "25000 findings; 3 more were left out, since GitHub takes no more of a run"))
  }
}
