import JSONText
import Testing

@testable import ChatEvents

/// An emission is compiled to as few steps as it needs.
@Suite struct WriteCompilerTests {
  @Test func literalsSideBySideAreOneStep() {
    #expect(steps([.always("a", "1"), .always("b", "2"), .always("c", "3")]) == ["text"])
    #expect(
      steps([.always("a", "1"), .copy("id", to: "b"), .always("c", "3"), .always("d", "4")])
        == ["text", "copy", "text"])
  }

  /// The comma of an object's first member becomes its brace, so a text may not reach over it.
  @Test func literalsOnBothSidesOfABraceAreTwoSteps() {
    #expect(
      steps([.always("a", "1"), .always("b.c", "2"), .always("d", "3")]) == [
        "text", "open", "text", "close", "text",
      ])
  }

  @Test func eachOtherRowIsOneStep() {
    let rows: [Row] = [
      .copy("id", to: "a"), .spread("visitor", to: "b.all"), .compute(.ownOrVisitorAddress, to: "c"),
    ]
    #expect(steps(rows) == ["copy", "open", "spread", "close", "compute"])
  }

  @Test func aStretchIsSharedIfItIsWrittenMoreThanOnce() {
    var stretches = SharedStretches()
    let one = emission([.always("a", "1"), .copy("id", to: "b")])
    _ = plan(one, &stretches)
    stretches.close()
    #expect(stretches.sharedCount == 0)

    stretches = SharedStretches()
    for _ in 0..<2 { _ = plan(one, &stretches) }
    stretches.close()
    #expect(stretches.sharedCount == 1)
    #expect(steps(of: plan(one, &stretches)) == ["shared", "text", "copy", "endShared"])
  }

  /// What the events of all elements have in common is noted on both sides of what each has of its own.
  @Test func whatDependsOnTheRowIsNoPartOfAStretch() {
    let rows: [Row] = [
      .always("a", "1"), .copy("id", to: "b"), .copy("items[].body", to: "c"), .copy("ip", to: "d"),
    ]
    let emission = Emission("x", each: "items", rows, order: rows.map(\.target))
    var stretches = SharedStretches()
    for _ in 0..<2 { _ = plan(emission, &stretches) }
    stretches.close()
    #expect(stretches.sharedCount == 2)
    let compiled = plan(emission, &stretches)
    #expect(
      steps(of: compiled) == [
        "shared", "text", "copy", "endShared", "own copy", "shared", "copy", "endShared",
      ])
    #expect(compiled.plan.own.count == 1)
    #expect(compiled.plan.firstStretch == 2)
    #expect(plan(emission, &stretches).plan.firstStretch == 4)
  }

  /// The same member of another object is another stretch.
  @Test func aStretchIsToldFromOthersByItsPathAndItsContent() {
    let emissions = [
      emission([.copy("id", to: "a")]), emission([.copy("id", to: "b")]), emission([.copyID("id", to: "a")]),
      emission([.copy("ip", to: "a")]), emission([.copy("id", to: "c.a")]),
    ]
    var stretches = SharedStretches()
    for emission in emissions { _ = plan(emission, &stretches, reading: emissions) }
    stretches.close()
    #expect(stretches.sharedCount == 0)
  }

  @Test func theRequiredMembersStepIsKnown() {
    var stretches = SharedStretches()
    let rows: [Row] = [.copy("id", to: "a"), .compute(.ownOrVisitorAddress, to: "b")]
    #expect(plan(emission(rows, requiring: "b"), &stretches).plan.required == 0)
    #expect(plan(emission(rows), &stretches).plan.required == -1)
  }

  private func emission(_ rows: [Row], requiring required: Path? = nil) -> Emission {
    Emission("x", rows, order: rows.map(\.target), requiring: required)
  }

  private func plan(
    _ emission: Emission, _ stretches: inout SharedStretches, reading all: [Emission] = []
  ) -> (plan: WritePlan, program: WriteProgram) {
    let members = EventsOfEmissions.members(of: all + [emission])
    var program = WriteProgram()
    let plan = WriteCompiler.plan(
      emission, RouteSettings(), reading: members, &stretches, into: &program)
    return (plan, program)
  }

  private func steps(_ rows: [Row]) -> [String] {
    var stretches = SharedStretches()
    return steps(of: plan(emission(rows), &stretches))
  }

  private func steps(of compiled: (plan: WritePlan, program: WriteProgram)) -> [String] {
    compiled.program.steps[compiled.plan.steps].map { step in
      switch step {
      case .shared: "shared"
      case .endShared: "endShared"
      case .text: "text"
      case .member(let member): name(of: member)
      case .own(let member, _): "own \(name(of: member))"
      case .open: "open"
      case .close: "close"
      }
    }
  }

  private func name(of member: WritePlan.Member) -> String {
    switch member {
    case .copy: "copy"
    case .compute: "compute"
    case .spread: "spread"
    }
  }
}
