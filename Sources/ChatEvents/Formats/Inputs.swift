internal import JSONText

/// Collects the members of a record that something reads, and gives each its slot.
///
/// Whatever reads a record asks for each member once and keeps the slot under a name. It is asked twice: without a plan, which
/// yields the paths for the plan and for the documents, and then with the plan, which yields the slots. So what is printed is
/// what runs.
struct Inputs {
  /// The members whose types the scan checks.
  private(set) var typed: [Path] = []

  /// The members that may be of any type.
  private(set) var ofAnyType: [Path] = []

  /// All members that the result depends on, in the order in which they were named, those of the preparation too.
  private(set) var all: [Path] = []

  /// The slots of the members that are read.
  private(set) var slots: [ReadPlan.Slot] = []

  /// The flags that the caller gave.
  let options: Set<RouteOption>

  /// The live chat events that the caller selected; nil for none.
  let events: Set<LiveChatEvent>?

  private let plan: ReadPlan?
  /// The way from a person to the id by which the caller wants them to be known.
  private let personID: [String]

  /// Starts a collection, of paths alone without a plan.
  init(
    _ plan: ReadPlan? = nil, personID: [String] = ["id"], options: Set<RouteOption> = [],
    events: Set<LiveChatEvent>? = nil
  ) {
    self.plan = plan
    self.personID = personID
    self.options = options
    self.events = events
  }

  /// Returns the slot of a member whose type the scan checks.
  mutating func member(_ path: Path) -> ReadPlan.Slot {
    typed.append(path)
    return slot(path)
  }

  /// Returns the slot of a member that may be of any type.
  mutating func memberOfAnyType(_ path: Path) -> ReadPlan.Slot {
    ofAnyType.append(path)
    return slot(path)
  }

  /// Returns the slot of the id by which the caller wants a person to be known.
  mutating func chosenID(of person: Path) -> ReadPlan.Slot {
    member(Path(steps: person.steps + personID))
  }

  /// Names members that the result depends on, which the route's preparation has read already.
  mutating func prepared(_ paths: [Path]) { all += paths }

  private mutating func slot(_ path: Path) -> ReadPlan.Slot {
    all.append(path)
    let slot = plan?.slot(path) ?? ReadPlan.Slot()
    slots.append(slot)
    return slot
  }
}

/// Something that reads members of a record, which it has under names.
protocol InputSlots: Sendable {
  /// Asks for each member that is read.
  init(_ inputs: inout Inputs)
}
