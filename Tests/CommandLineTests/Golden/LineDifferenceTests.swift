import TestSupport
import Testing

@testable import ChatEventsCommand

@Suite struct LineDifferenceTests {
  @Test func equalTextsHaveNoChanges() {
    #expect(LineDifference(expected: [], actual: []).changes == [])
    #expect(difference("a\nb\n", "a\nb\n").changes == [])
  }

  @Test func whatChangedIsShownAmongItsNeighbours() {
    #expect(
      text("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n") == """
        --- old
        +++ new
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
        ?^ column 1
         6
         7
         8

        """)
  }

  @Test func distantChangesAreTwoHunks() {
    let lines = (1...20).map { "\($0)\n" }
    #expect(
      text(lines.joined(), (lines[..<1] + ["new\n"] + lines[1..<18] + lines[19...]).joined()) == """
        --- old
        +++ new
        @@ -1,4 +1,5 @@
         1
        +new
         2
         3
         4
        @@ -16,5 +17,4 @@
         16
         17
         18
        -19
         20

        """)
  }

  @Test func changesWithSixLinesBetweenAreOneHunk() {
    #expect(text("a\n1\n2\n3\n4\n5\n6\nb\n", "1\n2\n3\n4\n5\n6\n").contains("@@ -1,8 +1,6 @@"))
    #expect(text("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "1\n2\n3\n4\n5\n6\n7\n").contains("@@ -1,4 +1,3 @@"))
  }

  @Test(arguments: [
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"), ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ("a\n", "a", "@@ -1 +1 @@\n-a\n+a\n\\ no line feed at the end\n"),
    ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ no line feed at the end\n+a\n"),
    ("a\r\n", "a\n", "@@ -1 +1 @@\n-a\\r\n+a\n?^ column 2\n".replacing("?^", with: "? ^")),
  ])
  func endsOfLinesAreShown(expected: String, actual: String, hunk: String) {
    #expect(text(expected, actual) == "--- old\n+++ new\n" + hunk)
  }

  @Test func aLineThatIsNewDoesNotHideWhatItsNeighbourBecame() {
    let lines = ["a,b,c,d,e,f,g,h,i,j\n", "k,l,m,n,o,p,q,r,s,t\n"]
    #expect(
      text(lines.joined(), lines[0].replacing("c", with: "C") + "new\n" + lines[1].replacing("q", with: "Q"))
        == """
        --- old
        +++ new
        @@ -1,2 +1,3 @@
        -a,b,c,d,e,f,g,h,i,j
        +a,b,C,d,e,f,g,h,i,j
        ?    ^ column 5
        +new
        -k,l,m,n,o,p,q,r,s,t
        +k,l,m,n,o,p,Q,r,s,t
        ?  column 13 ^

        """)
  }

  @Test func longLinesAreCutToTwiceAsMuchWhereTheyAreNews() {
    let line = String(repeating: "x", count: 300)
    let shown = text("\(line)\n", "\(line)\nnew \(line)\n").split(separator: "\n").suffix(2)
    #expect(shown == [" \(line.prefix(99))…", "+new \(line.prefix(195))…"])
  }

  @Test func coloursChangeNothingElse() {
    let difference = difference("1\n2\nx\n", "1\nx\ny\n")
    let colored = difference.text(from: "old", to: "new", isColored: true)
    #expect(colored.contains("\u{1b}[31m-2\u{1b}[0m\n"))
    #expect(colored.contains("\u{1b}[32m+y\u{1b}[0m\n"))
    #expect(
      colored.replacing(#/\u{1b}\[[0-9;]*m/#, with: "")
        == difference.text(from: "old", to: "new", isColored: false))
  }

  @Test func thousandsOfChangesAreComparedLineByLine() {
    let old = (0..<6_000).map { "old \($0)\n" }.joined()
    let new = (0..<6_001).map { "new \($0)\n" }.joined()
    let difference = difference(old, new)
    #expect(difference.changes == [LineDifference.Change(expected: 0..<6_000, actual: 0..<6_001)])
  }

  /// From the changes alone the one text can be made of the other, and no line of a change is in both in its place.
  @Test func theChangesMakeTheOneTextOfTheOther() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Seeded(seed)
    for round in 0..<2_000 {
      let (old, new) = (randomText(&generator), randomText(&generator))
      let difference = LineDifference(expected: old, actual: new)
      var (made, position) = ([UInt8](), 0)
      for change in difference.changes {
        made += difference.expected[position..<change.expected.lowerBound].joined()
        made += difference.actual[change.actual].joined()
        position = change.expected.upperBound
        #expect(!change.expected.isEmpty || !change.actual.isEmpty, "seed \(seed), round \(round)")
        let pairs = difference.pairs(in: change)
        #expect(pairs.compactMap(\.expected) == Array(change.expected), "seed \(seed), round \(round)")
        #expect(pairs.compactMap(\.actual) == Array(change.actual), "seed \(seed), round \(round)")
      }
      made += difference.expected[position...].joined()
      #expect(made == new, "seed \(seed), round \(round)")
      // What is shown holds every line that was removed or added once.
      let shown = difference.text(from: "old", to: "new", isColored: false).split(separator: "\n").dropFirst(
        2)
      #expect(
        shown.filter { $0.hasPrefix("-") }.count == difference.changes.map(\.expected.count).reduce(0, +),
        "seed \(seed), round \(round)")
      #expect(
        shown.filter { $0.hasPrefix("+") }.count == difference.changes.map(\.actual.count).reduce(0, +),
        "seed \(seed), round \(round)")
    }
  }

  private func randomText(_ generator: inout Seeded) -> [UInt8] {
    let lines = ["a\n", "b\n", "c,d,e,f,g\n", "c,d,e,f,h\n", "\n", "Zoë\n"]
    let text = (0..<Int.random(in: 0...12, using: &generator))
      .map { _ in lines.randomElement(using: &generator) ?? "" }.joined()
    return Array(text.utf8.dropLast(Int.random(in: 0...1, using: &generator)))
  }

  private func difference(_ expected: String, _ actual: String) -> LineDifference {
    LineDifference(expected: Array(expected.utf8), actual: Array(actual.utf8))
  }

  private func text(_ expected: String, _ actual: String) -> String {
    difference(expected, actual).text(from: "old", to: "new", isColored: false)
  }
}
