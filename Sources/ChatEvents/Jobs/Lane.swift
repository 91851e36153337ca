internal import Synchronization

/// What a job compiles for the records of one format, when the first of them comes.
///
/// A run that names no format could meet all of them and meets one, so that nothing is compiled for the others. Tasks share what is
/// made.
final class Lane<Plan: Sendable>: Sendable {
  let format: Format

  private let make: @Sendable () -> Plan
  private let made = Mutex<Plan?>(nil)

  init(_ format: Format, _ make: @escaping @Sendable () -> Plan) {
    self.format = format
    self.make = make
  }

  /// What was compiled. Cost: a lock each time; ask when the format changes, not for each record.
  var plan: Plan {
    made.withLock { made in
      if let made { return made }
      let plan = make()
      made = plan
      return plan
    }
  }
}
