internal import JSONText
internal import PersonalData

/// A selection compiled for records of one format: where they say who the visitor is, and when it was.
///
/// It never changes once it is made; as a class it is not copied for each record.
final class SelectionPlan: Sendable {
  private let selection: Selection
  private let values: VisitorValues
  private let times: RecordTimes
  /// The addresses and the ids that are asked for, each with its places among the selectors.
  private let wantedEmails, wantedIDs: [NormalForm: [Int]]
  /// The ids of the people whose addresses are asked for, if they are followed.
  private let followedIDs: Set<NormalForm>
  /// The values that decide whose a record is.
  private let wanted: VisitorValues.Wanted

  /// The members that are looked at in records of a format.
  static func inputs(of format: Format, _ selection: Selection) -> [Path] {
    (selection.namesPeople ? VisitorValues.inputs(of: format) : [])
      + (selection.isEverything ? [] : RecordTimes.inputs(of: format))
  }

  /// Compiles a selection.
  ///
  /// - Parameter plan: what is read of records, with the members that ``inputs(of:_:)`` names.
  init(_ selection: Selection, _ format: Format, reading plan: ReadPlan) {
    self.selection = selection
    values = selection.namesPeople ? VisitorValues(format, reading: plan) : VisitorValues()
    times =
      selection.isEverything
      ? RecordTimes(selection.zone) : RecordTimes(format, selection.zone, reading: plan)
    wantedEmails = Self.places(of: selection.emails, .email, from: 0)
    wantedIDs = Self.places(of: selection.visitorIDs, .id, from: selection.emails.count)
    followedIDs = Set(selection.followedIDs.map { NormalForm.of($0, .id) })
    let hasIDs = !selection.visitorIDs.isEmpty || !selection.followedIDs.isEmpty
    let kinds = NormalForm.Kinds(selection.emails.isEmpty ? [] : [.email]).union(hasIDs ? [.id] : [])
    func lengths(_ forms: some Sequence<NormalForm>) -> UInt64 {
      forms.reduce(0) { $0 | VisitorValues.Wanted.bit(of: $1.bytes.count) }
    }
    wanted = VisitorValues.Wanted(
      kinds: kinds, addresses: lengths(wantedEmails.keys), ids: lengths(wantedIDs.keys) | lengths(followedIDs)
    )
  }

  private static func places(
    of texts: [String], _ kind: NormalForm.Kind, from first: Int
  ) -> [NormalForm: [Int]] {
    texts.enumerated().reduce(into: [:]) { places, text in
      places[.of(text.element.utf8, kind), default: []].append(first + text.offset)
    }
  }

  /// Returns what a batch says of the visitor of all its calls.
  func shared(in batch: borrowing Found) -> Slice { values.shared(in: batch) }

  /// Whether a call names an address itself: then what its batch says of the visitor is another person's.
  func isAnothers(_ bytes: Span<UInt8>, _ call: borrowing Found) -> Bool {
    VisitorValues.namesAddress(values.shared(in: call), bytes)
  }

  /// How a record fits a selection.
  enum Fit: Sendable {
    case no, yes
    /// It fits all demands but those of a time, and has no time that can be read.
    case undated
  }

  /// Whether a record is selected; notes which demands it fits.
  ///
  /// - Parameter batch: what the batch around a call says of the visitor of all its calls.
  func includes(
    _ bytes: Span<UInt8>, _ found: borrowing Found, in batch: Slice = .absent,
    noting tally: inout SelectionTally
  ) -> Bool {
    fit(bytes, found, in: batch, noting: &tally) == .yes
  }

  /// How a record fits; notes which demands it fits.
  func fit(
    _ bytes: Span<UInt8>, _ found: borrowing Found, in batch: Slice = .absent,
    noting tally: inout SelectionTally
  ) -> Fit {
    if selection.isEverything { return .yes }
    var fit: Fit = person(bytes, found, in: batch, noting: &tally) == nil ? .no : .yes
    if selection.demandsTime {
      let timed = timeFit(bytes, found, isDecided: fit == .no, noting: &tally)
      if fit == .yes { fit = timed }
      if fit == .undated { tally.undated += 1 }
    }
    if fit == .yes { tally.hasSelected = true }
    return fit
  }

  /// How a record fits the demands of a time alone.
  func timeFit(_ bytes: Span<UInt8>, _ found: borrowing Found) -> Fit {
    var tally = SelectionTally()
    return selection.demandsTime ? timeFit(bytes, found, isDecided: false, noting: &tally) : .yes
  }

  private func timeFit(
    _ bytes: Span<UInt8>, _ found: borrowing Found, isDecided: Bool, noting tally: inout SelectionTally
  ) -> Fit {
    let place = selection.emails.count + selection.visitorIDs.count
    let places = place..<place + (selection.before == nil || selection.since == nil ? 1 : 2)
    // A time is looked for only as long as it decides something.
    if isDecided, places.allSatisfy(tally.matched.contains) { return .no }
    guard let last = times.last(bytes, found)?.seconds else { return .undated }
    let demands = [selection.before.map { last < $0 }, selection.since.map { last >= $0 }].compactMap(\.self)
    for (place, isFitted) in zip(places, demands) where isFitted { tally.matched.insert(place) }
    return demands.allSatisfy(\.self) ? .yes : .no
  }

  /// Returns the first of the selectors by which a record is a selected person's; nil if it is not. Notes all of them.
  func person(
    _ bytes: Span<UInt8>, _ found: borrowing Found, in batch: Slice, noting tally: inout SelectionTally
  ) -> Int? {
    if selection.isNothing { return nil }
    guard selection.namesPeople else { return 0 }
    var (hasAddress, hasID) = (wantedEmails.isEmpty, wantedIDs.isEmpty)
    var first = Int.max
    values.forEach(bytes, found, in: batch, wanted) { form in
      if form.kind == .id, followedIDs.contains(form) { hasAddress = true }
      guard let places = form.kind == .email ? wantedEmails[form] : wantedIDs[form] else { return }
      if form.kind == .email { hasAddress = true } else { hasID = true }
      for place in places {
        first = min(first, place)
        if !tally.matched.contains(place) { tally.matched.insert(place) }
      }
    }
    return hasAddress && hasID ? (first == .max ? 0 : first) : nil
  }

  /// Notes what names a selected person in a record of theirs, each value with the selector by which the record is.
  ///
  /// - Parameter kinds: what is noted; a value for which `isNoted` returns false is not.
  func collect(
    _ bytes: Span<UInt8>, _ found: borrowing Found, in batch: Slice = .absent, _ kinds: NormalForm.Kinds,
    into tally: inout SelectionTally, where isNoted: (NormalForm) -> Bool
  ) {
    guard let selector = person(bytes, found, in: batch, noting: &tally) else { return }
    values.forEach(bytes, found, in: batch, VisitorValues.Wanted(kinds: kinds)) { form in
      guard form.kind != .email || NormalForm.isAddress(form), isNoted(form) else { return }
      tally.collected[form] = min(tally.collected[form] ?? selector, selector)
    }
  }

  /// Returns what is odd about the times of a record.
  func oddities(_ bytes: Span<UInt8>, _ found: borrowing Found) -> TimeOddities {
    times.oddities(bytes, found)
  }
}
