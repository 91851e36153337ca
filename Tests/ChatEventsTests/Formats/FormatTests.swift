import JSONText
import Testing

@testable import ChatEvents

/// What every format's facts must be, whoever's records it is.
@Suite struct FormatTests {
  @Test func eachHasANameOfItsOwn() {
    #expect(Set(Format.all.map(\.name)).count == Format.all.count)
  }

  @Test(arguments: Format.all)
  func eachSaysWhoTheVisitorIs(format: Format) {
    #expect(!format.people.emails.isEmpty && !format.people.ids.isEmpty)
    if let shared = format.people.shared { #expect(format.people.fields.contains { $0.path == shared.path }) }
  }

  @Test(arguments: Format.all)
  func eachDatesItsRecords(format: Format) {
    #expect(!format.times.isEmpty || format.rows != nil)
  }

  /// A misspelt place finds nobody, without a word.
  @Test(arguments: Format.all)
  func placesLeadToMembersThatAModelOfTheFormatNames(format: Format) {
    let models = [format.recordAsSent, format.written?.model()].compactMap(\.self)
    // What a route wrote of a transcript is named by that model.
    let people = format.people.emails + format.people.phones + format.people.ids
    var places = people.filter { $0.steps.first != "properties" } + format.times
    places += format.people.fields.map(\.path).filter { $0.steps.first != "properties" }
    places += format.identity.map { Path($0) }
    for place in people where place.steps.starts(with: ["properties", "olark"]) {
      #expect(OlarkTranscript.model.names(place.steps.dropFirst(2)), "\(place)")
    }
    if let rows = format.rows {
      places += [rows.list, rows.time]
      if let kinds = rows.kinds { places += [kinds.member, kinds.body] }
    }
    for place in places {
      #expect(models.contains { $0.names(place.steps[...]) }, "\(place)")
    }
  }

  /// A misspelt sign takes every operator for the visitor, without a word.
  @Test(arguments: Format.all)
  func whatTellsAuthorsApartIsNamedByAModelOfTheFormat(format: Format) {
    let authors = format.authors
    var places = [authors.visitorName, authors.operatorsRecord.map { Path($0.member) }].compactMap(\.self)
    if let ids = format.madeIDs { places += [ids.userID, ids.anonymousID] }
    for place in places { #expect(format.recordAsSent.names(place.steps[...]), "\(place)") }
    guard let list = format.rows?.list else { return }
    let signs = [authors.operatorsMessage, authors.visitorsMessage].compactMap(\.self)
    #expect(signs.contains { format.recordAsSent.names((list.steps + [$0.member])[...]) })
  }

  @Test(arguments: Format.all)
  func marksAreMembersOfTheModels(format: Format) {
    let records = [format.recordAsSent, format.batch?.model()].compactMap(\.self)
    for mark in format.marks {
      for path in [Path(mark.member)] + mark.companions.joined() {
        #expect(path == "writeKey" || records.contains { $0.names(path.steps[...]) }, "\(path)")
      }
    }
    // What rules check may be of more kinds than the model describes.
    guard let written = format.written, !written.isCheckedByRules else { return }
    for mark in written.marks { #expect(written.model().names([mark.member]), "\(mark)") }
  }

  @Test(arguments: Format.all)
  func aBatchHoldsCalls(format: Format) throws {
    guard let batch = format.batch else { return }
    let calls = try #require(batch.model().fields.first { $0.name == batch.calls })
    guard case .list(let call) = calls.type else {
      Issue.record("\(batch.calls) is no list")
      return
    }
    #expect(call.name == format.record.name)
    #expect(format.marks.contains { $0.member == batch.calls })
  }
}

extension Model {
  /// Whether it names the member to which a way leads; what is inside an object whose members are data is anybody's.
  fileprivate func names(_ steps: ArraySlice<String>) -> Bool {
    guard let step = steps.first else { return true }
    let name = step.hasSuffix("[]") || step.hasSuffix("{}") ? String(step.dropLast(2)) : step
    guard let field = fields.first(where: { $0.name == name }) else { return false }
    let rest = steps.dropFirst()
    return switch field.type {
    case .object(let inner), .list(let inner), .map(let inner): inner.names(rest)
    case .open, .free: true
    default: rest.isEmpty
    }
  }
}
