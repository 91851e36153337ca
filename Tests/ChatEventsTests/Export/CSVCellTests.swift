import JSONText
import Testing

@testable import ChatEvents

/// How a text stands in a table.
@Suite struct CSVCellTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("a\nb", "\"a\nb\""),
    ("a\rb", "\"a\rb\""), ("a;b", "\"a;b\""),
    ("a|b", "\"a|b\""), ("a\tb", "\"a\tb\""), ("a b", "a b"), ("é 🦉", "é 🦉"),
  ])
  func quotesStandWhereTheCellWouldEnd(text: String, cell: String) {
    #expect(Self.cell(text) == cell)
  }

  @Test(arguments: [
    "=1+1", "+49 30 123", "-1", "@sum", " =1", "\u{a0}=1", "\u{feff}=1", "\u{200b}@x", "'=1", "“+1", "＝1",
    "＋1",
    "－1", "＠x", " ＝1", "﹦1", "\u{1}=1", "' '=1", "`=1", "\u{3000}-",
  ])
  func whatASpreadsheetWouldRunBeginsWithAnApostrophe(text: String) {
    #expect(Self.cell(text) == "'" + text)
  }

  @Test(arguments: ["\tx", "\rx", "\nx", "\t", "\"=1\"", "=a,b"])
  func whatMayEndACellEarlyBeginsWithAnApostropheToo(text: String) {
    #expect(Self.cell(text) == "\"'" + text.replacing("\"", with: "\"\"") + "\"")
  }

  @Test(arguments: [
    ("a;=1", "a;'=1"), ("a\t=1", "a\t'=1"), ("a|=1", "a|'=1"), ("a\n=1", "a\n'=1"), ("a\r\n- b", "a\r\n'- b"),
    ("a; \"=1\"", "a;' \"\"=1\"\""), ("a;;=1", "a;;'=1"), ("a;'=1", "a;''=1"),
    ("a;\u{200b}＝1", "a;'\u{200b}＝1"),
    // Commas are the table's own: the quotes keep what is behind them in the cell.
    ("a,=1", "a,=1"), ("a;b=1", "a;b=1"), ("a;", "a;"), ("a;b\nc", "a;b\nc"),
  ])
  func aPartForAnotherSeparatorBeginsWithAnApostropheToo(text: String, cell: String) {
    #expect(Self.cell(text) == "\"\(cell)\"")
  }

  @Test(arguments: [
    (TableSeparator.semicolon, "\"a;=1,'-2\""), (.tabulator, "\"a;'=1,'-2\""), (.bar, "\"a;'=1,'-2\""),
    (.comma, "\"a;'=1,-2\""),
  ])
  func behindTheTablesOwnSeparatorNothingIsPartedOff(separator: TableSeparator, cell: String) {
    #expect(Self.cell("a;=1,-2", separator) == cell)
  }

  @Test(arguments: ["a=1", "1-1", "x@example.org", "a +1", "1", "é=", "(=1)", "' a", "  a", "#=1", "…+1"])
  func otherTextsStayAsTheyAre(text: String) {
    #expect(Self.cell(text) == text)
  }

  @Test func whatEndsATextInManyProgramsIsReplaced() {
    #expect(Self.cell("a\0b") == "a\u{fffd}b")
  }

  private static func cell(_ text: String, _ separator: TableSeparator = .comma) -> String {
    var output = Output(capacity: 64)
    CSVCell.append(Array(text.utf8), separator, to: &output)
    return String(decoding: output.written, as: UTF8.self)
  }
}
