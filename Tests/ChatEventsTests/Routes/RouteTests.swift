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
  func eachSourceHasAReader(route: Route) {
    #expect(Reader.all.contains { $0.format == route.from })
  }
}
