import JSONText
import Testing

@testable import ChatEvents

/// What every route must be, whatever it converts.
@Suite struct RouteTests {
  @Test(arguments: Routes.all)
  func eachRowHasItsPlaceInTheOrder(route: Route) {
    for emission in route.emissions {
      #expect(Set(emission.rows.map(\.target)) == Set(emission.order))
      #expect(Set(emission.order).count == emission.order.count)
    }
  }

  @Test(arguments: Routes.all)
  func onlyAnOptionWritesAMemberAgain(route: Route) {
    for emission in route.emissions {
      let always = emission.rows.filter { $0.option == nil }.map(\.target)
      #expect(Set(always).count == always.count)
    }
  }

  @Test(arguments: Routes.all)
  func theExplanationNamesEveryMember(route: Route) {
    for emission in route.emissions {
      for row in emission.rows {
        #expect(route.explanation.contains(row.target.description))
        #expect(route.markdown.contains("`\(row.target)`"))
      }
    }
  }

  @Test(arguments: Routes.all)
  func whatAComputationDependsOnIsRead(route: Route) {
    var prepared = Inputs()
    _ = route.preparation?.init(&prepared)
    _ = ConsentMarks.Messages(&prepared)
    for emission in route.emissions {
      var shown = Inputs()
      emission.declare(&shown, RouteSettings())
      for row in emission.rows { _ = row.part(&shown) }
      let read = Set(prepared.all + shown.typed + shown.ofAnyType)
      #expect(Set(shown.all).isSubset(of: read), "\(emission.name): \(Set(shown.all).subtracting(read))")
    }
  }

  @Test(arguments: Routes.all)
  func aRowDependsOnSomethingUnlessItIsTheSameInEveryEvent(route: Route) {
    for emission in route.emissions {
      for row in emission.rows where row.inputs.isEmpty {
        guard case .always = row.source else {
          #expect(row.target == "custom.segmentio.secretKey", "\(emission.name): \(row.target)")
          continue
        }
      }
    }
  }

  @Test(arguments: Routes.all)
  func eachSourceHasAReader(route: Route) {
    #expect(Format.all.contains(route.from))
  }
}
