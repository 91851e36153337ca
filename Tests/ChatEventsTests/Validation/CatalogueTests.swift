import Foundation
import JSONText
import Testing

@testable import ChatEvents

@Suite struct CatalogueTests {
  @Test func eachCodeStandsOnce() {
    let names = Catalogue.entries.map(\.code.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: JSONFault.Reason.allCases)
  func eachFaultOfTheJSONHasAnEntry(reason: JSONFault.Reason) {
    #expect(Catalogue.entry(named: reason.code) != nil)
  }

  /// The codes are looked for in the sources, so that none can be added without an entry.
  @Test func eachCodeOfTheSourcesHasAnEntry() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/ChatEvents").standardized
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var names: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      names += text.matches(of: /Code\(\s*"([a-z0-9-]+)"/).map { String($0.1) }
    }
    #expect(names.count > 30)
    for name in names { #expect(Catalogue.entry(named: name) != nil, "\(name)") }
  }

  @Test(arguments: Catalogue.entries.filter { $0.example != nil }.map(\.code.name))
  func theExampleShowsIt(name: String) throws {
    let entry = try #require(Catalogue.entry(named: name))
    switch try #require(entry.example) {
    case .input(let text, let to):
      var pipeline = try RecordPipeline(RunOptions(from: nil, to: to))
      let result = pipeline.process(JSONBlock(Array("\(text)\n".utf8)), isLast: true)
      let found =
        entry.severity == .error
        ? result.rejects.map(\.code.name) : result.balance.warnings.keys.map(\.code.name)
      #expect(found.contains(name), "\(found)")
    case .validation(let text, let arguments):
      var settings = ValidationSettings()
      settings.now = 1_795_000_000
      settings.tellsIdentities = arguments == "--unique-ids"
      #expect(arguments.isEmpty || settings.tellsIdentities)
      var pipeline = try RecordPipeline(RunOptions(from: nil, task: .validate(settings)))
      let result = pipeline.process(JSONBlock(Array("\(text)\n".utf8)), isLast: true)
      var ids = UniqueIDs()
      var found: [String] = []
      for var record in result.checked {
        ids.pass(&record)
        found += record.findings.map(\.code.name)
      }
      #expect(found == [name])
    case .verification(let text):
      var settings = RedactionSettings()
      settings.verifies = true
      var pipeline = try RecordPipeline(RunOptions(from: nil, task: .redact(settings)))
      let result = pipeline.process(JSONBlock(Array("\(text)\n".utf8)), isLast: true)
      #expect(result.checked.flatMap(\.findings).map(\.code.name) == [name])
    case .call(let text):
      let call = try JSONTextDecoder().decode(JSONValue.self, from: text)
      #expect(OlarkAPI.problems(in: call).map(\.code.name).contains(name))
    }
  }

  @Test(arguments: Catalogue.entries.map(\.code.name))
  func theExplanationNamesItAndSaysWhatToDo(name: String) throws {
    let entry = try #require(Catalogue.entry(named: name))
    #expect(entry.explanation.hasPrefix("\(name): "))
    if let fix = entry.code.fix { #expect(entry.explanation.contains("\nfix: \(fix)\n")) }
    #expect(Catalogue.list.contains("\n\(name) ") || Catalogue.list.hasPrefix("\(name) "))
    #expect(Catalogue.markdown.contains("\n## \(name)\n"))
  }
}
