import Foundation
import JSONText
import Testing

@testable import ChatEvents

@Suite struct CatalogueTests {
  @Test func eachCodeIsThereOnce() {
    let names = Code.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  /// The files that make codes.
  private static let files = ["Catalogue.swift", "Catalogue+Plans.swift"]

  @Test(arguments: JSONFault.Reason.allCases)
  func eachFaultOfTheJSONIsListed(reason: JSONFault.Reason) {
    #expect(Code.named(reason.code) == Code(reason))
  }

  /// The rows are looked for in the sources: the compiler does not know that a list lacks one.
  @Test func eachRowIsListed() throws {
    let rows = try Self.sources("ChatEvents").flatMap { Self.rows(in: $0.text) }
    #expect(rows.count > 40)
    #expect(Set(rows).count == rows.count)
    #expect(rows.count == Code.all.count - JSONFault.Reason.allCases.count)
    let listed = try Self.sources("ChatEvents").filter { Self.files.contains($0.name) }.flatMap { source in
      source.text.matches(of: /static let \w+: \[Code\] = \[([^\]]*)\]/)
        .flatMap { $0.1.matches(of: /\.(\w+),/).map { String($0.1) } }
    }
    #expect(Set(listed) == Set(rows))
  }

  @Test func noOtherFileMakesACode() throws {
    for source in try Self.sources("") where !Self.files.contains(source.name) {
      #expect(Self.rows(in: source.text) == [], "\(source.name)")
      #expect(!source.text.contains(/\bCode\(\s*(?:"|JSONError)/), "\(source.name)")
    }
  }

  /// A code that no source names but the catalogue, and a fault that nothing throws, are reported by nobody.
  @Test func eachCodeIsReportedSomewhere() throws {
    let sources = try Self.sources("")
    let others = sources.filter { !Self.files.contains($0.name) && !$0.name.hasPrefix("JSONFault") }
    let used = Set(others.flatMap { $0.text.matches(of: /\.(\w+)/).map { String($0.1) } })
    let rows = sources.flatMap { Self.rows(in: $0.text) } + JSONFault.Reason.allCases.map { "\($0)" }
    #expect(rows.filter { !used.contains($0) } == [])
  }

  /// The names of the rows of a source.
  private static func rows(in text: String) -> [String] {
    text.matches(of: /static let (\w+) = Code\(/).map { String($0.1) }
  }

  /// The sources of a module, or of all, with the names of their files.
  private static func sources(_ module: String) throws -> [(name: String, text: String)] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/\(module)").standardized
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var sources: [(name: String, text: String)] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      sources.append((file.lastPathComponent, try String(contentsOf: file, encoding: .utf8)))
    }
    return sources
  }

  @Test(arguments: Code.all.filter { $0.example != nil }.map(\.name))
  func theExampleShowsIt(name: String) throws {
    let code = try #require(Code.named(name))
    switch try #require(code.example) {
    case .input(let text, let to):
      let target = try #require(Format.all.first { $0.name == to })
      var pipeline = try RecordPipeline(RunOptions(from: nil, to: target))
      let result = pipeline.process(JSONBlock(Array("\(text)\n".utf8)), isLast: true)
      let found =
        code.severity == .error
        ? result.rejects.map(\.code.name) : result.balance.warnings.keys.map(\.code.name)
      #expect(found.contains(name), "\(found)")
    case .validation(let text, let arguments):
      var settings = ValidationSettings()
      settings.now = 1_795_000_000
      settings.tellsIdentities = arguments == "--unique-ids"
      var options = RunOptions(from: nil, task: .validate(settings))
      if arguments.hasPrefix("--unwrap ") {
        options.unwrapping = [try UnwrapPointer(String(arguments.dropFirst(9)))]
      }
      #expect(arguments.isEmpty || settings.tellsIdentities || !options.unwrapping.isEmpty)
      var pipeline = try RecordPipeline(options)
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

  @Test(arguments: Code.all.map(\.name))
  func theExplanationNamesItAndSaysWhatToDo(name: String) throws {
    let code = try #require(Code.named(name))
    #expect(code.explanation.hasPrefix("\(name): "))
    if let fix = code.fix { #expect(code.explanation.contains("\nfix: \(fix)\n")) }
    #expect(Code.list.contains("\n\(name) ") || Code.list.hasPrefix("\(name) "))
    #expect(Code.markdown.contains("\n## \(name)\n"))
  }
}
