import JSONText
import Testing

@testable import ChatEvents

/// Each record is counted once, as what became of it says, and reported with its place in the source.
@Suite struct LedgerTests {
  /// Three records, of which the second spans two lines.
  static let source = padded("{\"a\":1}\n{\"b\":\n2}\n{}\n")

  static let first = RecordRange(bytes: 0..<7, place: JSONPlace(line: 1, column: 1))
  static let second = RecordRange(bytes: 8..<16, place: JSONPlace(line: 2, column: 1))

  static let all: [(Outcome, converted: Int, skipped: Int, rejected: Int)] = [
    (.converted, 1, 0, 0), (.skipped, 0, 1, 0), (.rewritten("redacted"), 1, 0, 0),
    (.rejected(.init(code: .noIdentity)), 0, 0, 1), (.examined(ExaminedRecord()), 1, 0, 0),
    (.examined(ExaminedRecord(diagnostics: [.init(code: .noIdentity)])), 0, 0, 1),
    (.examined(ExaminedRecord(diagnostics: [.init(code: .testData)])), 1, 0, 0), (.exported([]), 0, 1, 0),
    (.exported([ExportedRecord()]), 1, 0, 0),
    (.exported([ExportedRecord(), ExportedRecord()]), 1, 0, 0),
  ]

  @Test(arguments: all.indices)
  func eachOutcomeIsCountedOnce(index: Int) {
    let (outcome, converted, skipped, rejected) = Self.all[index]
    let balance = recorded(outcome, in: Self.first).balance
    #expect(balance.converted == converted)
    #expect(balance.skipped == skipped)
    #expect(balance.rejected == rejected)
    #expect(balance.read == 1)
  }

  @Test func whatWasRewrittenIsCountedByHow() {
    var ledger = ledger()
    for how in ["kept", "redacted", "kept"] {
      ledger.record(.rewritten(how), Self.first, Self.source.span, end: 20)
    }
    #expect(ledger.balance.outcomes == ["kept": 2, "redacted": 1])
  }

  @Test func aRejectHasItsPlacesItsOffsetsAndItsText() throws {
    let outcome = Outcome.rejected(.init(code: Code(.typeMismatch), offset: 14))
    let ledger = recorded(outcome, in: Self.second, base: 100)
    let reject = try #require(ledger.rejects.first)
    #expect(reject.place.description == "2:1")
    #expect(reject.diagnostic.place.description == "3:1")
    #expect(reject.diagnostic.pointer.description == "/b")
    #expect(reject.offset == 114)
    #expect(reject.range == 108..<116)
    #expect(reject.record == Array("{\"b\":\n2}".utf8))
    #expect(ledger.balance.reasons == ["type-mismatch": 1])
  }

  @Test func aRejectWithoutAPlaceOfItsOwnHasTheRecords() throws {
    let ledger = recorded(.rejected(.init(code: .noIdentity)), in: Self.second)
    #expect(ledger.rejects.map(\.diagnostic.place.description) == ["2:1"])
    #expect(ledger.rejects.map(\.offset) == [8])
  }

  @Test func aRecordOverTheLimitIsNotKept() {
    let outcome = Outcome.rejected(.init(code: .noIdentity))
    #expect(recorded(outcome, in: Self.first, recordLimit: 7).rejects.map(\.record?.count) == [7])
    #expect(recorded(outcome, in: Self.first, recordLimit: 6).rejects.map(\.record) == [nil])
  }

  @Test func nothingIsQuotedWhereReportsMayNot() {
    let outcome = Outcome.rejected(.init(code: Code(.typeMismatch), offset: 14))
    let ledger = recorded(outcome, in: Self.second, Reporting(quotes: false))
    #expect(ledger.rejects.map(\.record) == [nil])
    #expect(ledger.rejects.map(\.diagnostic.pointer.description) == [""])
  }

  @Test func aMissingCommaIsReportedAndCountsAsNoRecord() throws {
    for asFindings in [false, true] {
      var ledger = ledger(Reporting(asFindings: asFindings), stopsAtReject: true)
      ledger.reject(try Self.missingComma)
      #expect(ledger.rejects.count == (asFindings ? 0 : 1))
      #expect(ledger.checked.count == (asFindings ? 1 : 0))
      var expected = Balance()
      if !asFindings { expected.faults = ["missing-comma": 1] }
      #expect(ledger.balance == expected)
      #expect(!ledger.hasStopped)
    }
  }

  @Test func aRejectIsAFindingWhereTheCallerWantsFindings() throws {
    let outcome = Outcome.rejected(.init(code: Code(.typeMismatch), offset: 14))
    let ledger = recorded(outcome, in: Self.second, Reporting(asFindings: true))
    #expect(ledger.rejects.isEmpty)
    let finding = try #require(ledger.checked.first?.findings.first)
    #expect(finding.code == Code(.typeMismatch))
    #expect(finding.place.description == "3:1")
    #expect(finding.excerpt?.text == Array("2}".utf8))
    #expect(ledger.balance.rejected == 1)
    #expect(ledger.balance.reasons == [:])
  }

  /// The reports of a record are in the order of its text, each with its own place.
  @Test func eachFindingHasItsPlace() throws {
    let examined = ExaminedRecord(
      diagnostics: [
        .init(code: .noIdentity), .init(code: .testData, offset: 9),
        .init(code: Code(.typeMismatch), offset: 14),
      ])
    let checked = try #require(recorded(.examined(examined), in: Self.second).checked.first)
    #expect(checked.findings.map(\.place.description) == ["2:1", "2:2", "3:1"])
    #expect(!checked.isValid)
  }

  @Test func aSoundRecordIsReportedOnlyIfAllAre() {
    #expect(recorded(.examined(ExaminedRecord()), in: Self.first).checked.isEmpty)
    let all = recorded(
      .examined(ExaminedRecord(format: "olark")), in: Self.first, Reporting(reportsAll: true))
    #expect(all.checked.map(\.format) == ["olark"])
    #expect(all.balance.converted == 1)
  }

  @Test func whatIsExportedHasItsLine() {
    let records = [ExportedRecord(), ExportedRecord()]
    #expect(recorded(.exported(records), in: Self.second).exported.map(\.line) == [2, 2])
  }

  @Test func aRejectStopsWhereTheCallerAskedForIt() {
    let outcomes: [Outcome] = [
      .rejected(.init(code: .noIdentity)), .examined(ExaminedRecord(diagnostics: [.init(code: .noIdentity)])),
    ]
    for outcome in outcomes {
      #expect(recorded(outcome, in: Self.first, stopsAtReject: true).hasStopped)
      #expect(!recorded(outcome, in: Self.first).hasStopped)
    }
    let warning = Outcome.examined(ExaminedRecord(diagnostics: [.init(code: .testData)]))
    for outcome: Outcome in [.converted, .skipped, warning] {
      #expect(!recorded(outcome, in: Self.first, stopsAtReject: true).hasStopped)
    }
  }

  // MARK: A line of a rejects file

  /// The line holds one record, the text of which begins 3 bytes after the line.
  private func withInner(
    _ outcomes: [Outcome], _ reporting: Reporting = Reporting(), stopsAtReject: Bool = false
  ) -> Ledger {
    var inner = ledger(reporting, stopsAtReject: stopsAtReject)
    for outcome in outcomes {
      inner.record(
        outcome, RecordRange(bytes: 0..<4, place: JSONPlace(line: 1, column: 1)), padded("{\"a\"").span,
        end: 4)
    }
    var outer = ledger(reporting, base: 100)
    let text = PackedText(bytes: Array("{\"a\"".utf8), content: 11..<15, coding: .escapes)
    outer.add(
      inner, of: text, at: Self.second.place(of: 11, in: Self.source.span), in: Self.second,
      Self.source.span)
    return outer
  }

  @Test func aRejectInsideARejectIsCountedOnceAtThePlaceOfItsText() throws {
    let ledger = withInner([.rejected(.init(code: Code(.typeMismatch), offset: 3)), .converted, .skipped])
    #expect(ledger.balance.rejected == 1)
    #expect(ledger.balance.converted == 1)
    #expect(ledger.balance.skipped == 1)
    #expect(ledger.balance.reasons == ["type-mismatch": 1])
    let reject = try #require(ledger.rejects.first)
    #expect(reject.place.description == "2:4")
    #expect(reject.diagnostic.place.description == "3:1")
    #expect(reject.offset == 114)
    #expect(reject.range == 108..<116)
    #expect(reject.record == Array("{\"a\"".utf8))
  }

  @Test func aFindingInsideARejectIsAtThePlaceOfItsText() throws {
    let examined = ExaminedRecord(diagnostics: [.init(code: .noIdentity, offset: 3)])
    let ledger = withInner([.examined(examined), .converted], Reporting(asFindings: true))
    #expect(ledger.balance.rejected == 1)
    #expect(ledger.balance.converted == 1)
    #expect(ledger.checked.map(\.place.description) == ["2:4"])
    #expect(ledger.checked.first?.findings.map(\.place.description) == ["3:1"])
  }

  @Test func whatIsExportedOfARejectHasTheLineThatHoldsIt() {
    let records = [ExportedRecord()]
    #expect(withInner([.exported(records)]).exported.map(\.line) == [2])
  }

  @Test func aStopInsideARejectStopsAll() {
    let outcome = Outcome.rejected(.init(code: .noIdentity))
    #expect(withInner([outcome], stopsAtReject: true).hasStopped)
    #expect(!withInner([outcome]).hasStopped)
  }

  // MARK: What the tests need

  /// What the reader reports of an element without a comma before it.
  static var missingComma: Reject {
    get throws {
      let bytes = padded("[{} {}]")
      let plan = FormatPlan(of: .olark)
      var slots = Slots()
      var reader = RecordReader(at: ReadingPosition(), end: 7, isLast: true, recordLimit: 100)
      while let item = reader.next(bytes.span, plan.members, into: &slots) {
        if case .fault(let fault) = item { return fault }
      }
      throw NothingFound()
    }
  }

  struct NothingFound: Error {}

  private func ledger(
    _ reporting: Reporting = Reporting(), stopsAtReject: Bool = false, recordLimit: Int = 1000, base: Int = 0
  ) -> Ledger {
    Ledger(reporting, stopsAtReject: stopsAtReject, recordLimit: recordLimit, limit: .max, base: base)
  }

  private func recorded(
    _ outcome: Outcome, in record: RecordRange, _ reporting: Reporting = Reporting(),
    stopsAtReject: Bool = false,
    recordLimit: Int = 1000, base: Int = 0
  ) -> Ledger {
    var ledger = ledger(reporting, stopsAtReject: stopsAtReject, recordLimit: recordLimit, base: base)
    ledger.record(outcome, record, Self.source.span, end: 20)
    return ledger
  }
}
