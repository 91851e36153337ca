import JSONText
import Testing

@testable import ChatEvents

/// Settings that the command line refuses are refused in Swift too.
@Suite struct RefusedSettingsTests {
  private func refusal(
    _ from: Format?, _ to: Format, _ change: (inout RouteSettings) -> Void
  ) -> RunError? {
    var options = RunOptions(from: from, to: to)
    change(&options.settings)
    do throws(RunError) {
      _ = try RecordPipeline(options)
      return nil
    } catch {
      return error
    }
  }

  @Test func aNameThatNoRouteWritesIsRefused() {
    for event in LiveChatEvent.allCases {
      #expect(refusal(.olark, .segment) { $0.events = [event] } == nil)
    }
    #expect(refusal(.olarkJS, .segment) { $0.events = [.ended] } == nil)
    #expect(refusal(.olark, .segment) { $0.calls = [.identify, .group] } == nil)
    #expect(
      refusal(nil, .segment) { $0.calls = [CallName(rawValue: "Track")] }
        == .unknownName(.calls, name: "Track", known: ["identify", "group", "track"]))
  }

  @Test func anOptionThatNoRouteTakesIsRefused() {
    #expect(refusal(.userlike, .segment) { $0.options = [.skipTests] } == .uselessOption(.skipTests))
    #expect(refusal(.olark, .rudderstack) { $0.events = [.sent] } == .uselessOption(.events))
    #expect(refusal(.olark, .rudderstack) { $0.userID = .emailAddress } == .uselessOption(.userID))
    #expect(refusal(.segment, .olarkJS) { $0.integrations = [:] } == .uselessOption(.integrations))
    #expect(refusal(.rudderstack, .olark) { $0.options = [.timestamps] } == .uselessOption(.timestamps))
    // Where formats are mixed, it is enough that one route takes it.
    #expect(refusal(nil, .segment) { $0.options = [.skipTests] } == nil)
    #expect(refusal(.segment, .olarkJS) { $0.options = [.pageview, .skipFirstPage] } == nil)
  }

  @Test func aTypedConversionThrowsIt() {
    var settings = RouteSettings()
    settings.calls = [CallName(rawValue: "Track")]
    let conversion = RecordConversion.olarkToSegment(settings)
    #expect(throws: RunError.self) { try conversion.events(of: OlarkTranscript()) }
  }
}
