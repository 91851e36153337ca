import Foundation
import JSONText
import Testing

@testable import ChatEvents

/// The catalogue of Olark's JavaScript API, held against the names that stand on Olark's page.
@Suite struct OlarkAPITests {
  /// Returns the lines of a list of facts from the page.
  static func page(_ name: String) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Page/\(name).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func theMenuIsThatOfThePage() throws {
    let menu = OlarkAPI.menu.flatMap { category in
      category.entries.flatMap { entry in entry.titles.map { "\(category.title)\t\($0)" } }
    }
    let page = try Self.page("menu").map { $0.split(separator: "\t") }
    #expect(menu == page.map { "\($0[0])\t\($0[1])" })
    #expect(menu.count == 69)
  }

  @Test func eachTitleOfTheMenuHasTheNameOfThePage() throws {
    for line in try Self.page("menu") {
      let columns = line.split(separator: "\t").map(String.init)
      // Three titles of the menu are members of one setting.
      let isStyle = columns[2].hasPrefix("system.hb_custom_style")
      let entry = try #require(OlarkAPI.entry(named: isStyle ? "system.hb_custom_style" : columns[2]))
      #expect(entry.titles.contains(columns[1]))
      #expect(entry.category == columns[0])
    }
    #expect(OlarkAPI.menu.flatMap(\.entries).count == 67)
  }

  @Test func theTextsAreThoseOfThePage() throws {
    #expect(OlarkAPI.Category.texts.entries.map(\.name) == (try Self.page("texts")))
    #expect(OlarkAPI.Category.texts.entries.allSatisfy { $0.kind == .setting && $0.titles.isEmpty })
  }

  @Test func theVisitorsDetailsAreThoseOfThePage() throws {
    #expect(OlarkAPI.visitorDetails.map(\.name) == (try Self.page("details")))
    let answer = try #require(OlarkAPI.entry(named: "api.visitor.getDetails")?.receives.first)
    #expect(answer.type.members.map(\.name) == OlarkAPI.visitorDetails.map(\.name))
  }

  @Test(arguments: OlarkAPI.entries) func theKindFollowsFromTheName(entry: OlarkAPI.Entry) {
    let last = entry.name.split(separator: ".").last ?? ""
    let kind: OlarkAPI.Kind =
      if !entry.name.hasPrefix("api.") {
        .setting
      } else if last.hasPrefix("on") {
        .callback
      } else {
        .method
      }
    #expect(entry.kind == kind)
  }

  @Test(arguments: [
    ("api.chat.onMessageToOperator", ["event.message.body"]),
    ("api.chat.onMessageToVisitor", ["event.message.body", "event.message.nickname"]),
    ("api.chat.onOfflineMessageToOperator", ["event.message.body"]),
    ("api.chat.onCommandFromOperator", ["event.command.name", "event.command.body"]),
    ("api.chat.onReady", []), ("api.box.onHide", []),
  ])
  func aCallbackReceivesWhatThePageSays(name: String, ways: [String]) throws {
    func leaves(_ members: [OlarkAPI.Member], _ start: String) -> [String] {
      members.flatMap { member in
        let own = start + member.name
        return member.type.members.isEmpty ? [own] : leaves(member.type.members, "\(own).")
      }
    }
    #expect(leaves(try #require(OlarkAPI.entry(named: name)).receives, "") == ways)
  }

  @Test func thereAreTwelveCallbacks() {
    #expect(OlarkAPI.callbackNames.count == 12)
    #expect(OlarkAPI.callbackNames.allSatisfy { OlarkAPI.entry(named: $0)?.kind == .callback })
  }

  @Test func namesAreUnique() {
    #expect(Set(OlarkAPI.entries.map(\.name)).count == OlarkAPI.entries.count)
    #expect(OlarkAPI.entry(named: "api.box") == nil)
  }

  @Test(arguments: OlarkAPI.entries) func meaningsAreOneSentenceWithoutAFullStop(entry: OlarkAPI.Entry) {
    func check(_ meaning: String, _ members: [OlarkAPI.Member]) {
      #expect(!meaning.isEmpty && !meaning.hasSuffix(".") && meaning.first?.isUppercase == true)
      for member in members { check(member.meaning, member.type.members) }
    }
    check(entry.meaning, entry.arguments)
  }
}
