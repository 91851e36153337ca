import JSONText
import Testing

@testable import ChatEvents

/// The catalogue as it is looked up and printed.
@Suite struct OlarkAPITextTests {
  @Test(arguments: OlarkAPI.entries) func anEntryIsFoundByItsName(entry: OlarkAPI.Entry) {
    guard case .one(let found) = OlarkAPI.find(entry.name) else {
      Issue.record("not found")
      return
    }
    let text = found.explanation
    let json = found.json.description
    func check(_ members: [OlarkAPI.Member]) {
      for member in members {
        #expect(text.contains("\(member.name): ") || entry.kind == .setting)
        #expect(text.contains(member.meaning))
        #expect(json.contains(#""name":"\#(member.name)""#))
        check(member.type.members)
      }
    }
    check(entry.arguments)
    #expect(OlarkAPI.markdown.contains("| `\(entry.name)` | \(entry.kind) |"))
    #expect(found.source.hasPrefix("Olark, \"Javascript API\", \""))
  }

  @Test(arguments: [("locale", 51), ("locale.", 51), ("api.box", 9), ("CalloutBubble", 5), ("api", 29)])
  func theBeginningOfNamesFindsThem(name: String, count: Int) {
    guard case .several(let entries) = OlarkAPI.find(name) else {
      Issue.record("not found")
      return
    }
    #expect(entries.count == count)
    #expect(entries.allSatisfy { $0.name.hasPrefix(name) })
  }

  @Test(arguments: OlarkAPI.Kind.allCases) func aKindFindsItsOwnAlone(kind: OlarkAPI.Kind) {
    guard case .several(let entries) = OlarkAPI.find(nil, kind: kind) else {
      Issue.record("not found")
      return
    }
    #expect(entries.allSatisfy { $0.kind == kind })
    #expect(entries.count == OlarkAPI.entries.filter { $0.kind == kind }.count)
  }

  @Test(
    arguments: [
      ("api.chat.onMessageToOperater", nil, "api.chat.onMessageToOperator"),
      ("getDetails", nil, "api.visitor.getDetails"), ("box.started_hidden", nil, "box.start_hidden"),
      ("api.box.show", .callback, "api.box.onShow"), ("api.bo", nil, nil), ("", nil, nil),
    ] as [(String, OlarkAPI.Kind?, String?)])
  func whatIsNotFoundIsAnsweredWithTheNearest(name: String, kind: OlarkAPI.Kind?, nearest: String?) {
    guard case .nothing(let meant) = OlarkAPI.find(name, kind: kind) else {
      Issue.record("found")
      return
    }
    #expect(meant == nearest)
  }

  @Test func javaScriptIsWrittenAsThePageWritesIt() {
    #expect(OlarkAPI.entry(named: "api.box.hide")?.javaScript == "olark('api.box.hide');")
    #expect(
      OlarkAPI.entry(named: "api.visitor.getDetails")?.javaScript
        == "olark('api.visitor.getDetails', function (details) { … });")
    #expect(
      OlarkAPI.entry(named: "system.hb_chatbox_size")?.javaScript
        == #"olark.configure('system.hb_chatbox_size', "sm");"#)
  }
}
