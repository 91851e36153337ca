internal import JSONText

/// Works out whether a call is for Olark, and who the person is.
struct SegmentOlarkDestination: Preparation {
  private let destination: SegmentDestination
  private let type, properties: ReadPlan.Slot

  init(_ inputs: inout Inputs) {
    destination = SegmentDestination("Olark", &inputs)
    type = inputs.memberOfAnyType("type")
    properties = inputs.memberOfAnyType("properties")
  }

  func prepare(_ bytes: Span<UInt8>, _ record: inout RouteRecord) -> Diagnostic? {
    if let diagnostic = destination.prepare(bytes, &record) { return diagnostic }
    // Of a page's properties one is read, where pages are told; so it may not stand twice.
    let isRead =
      record.settings.options.contains(.pageview) && Text.isEqual(bytes, record.slice(type), to: "page")
    let addresses = isRead ? record.slice(properties).keys(named: "url", bytes) : []
    if addresses.count > 1 { return Diagnostic(code: Code(.repeatedKey), offset: Int(addresses[1].start)) }
    return nil
  }
}
