internal import JSONText

extension Rule {
  /// What a record of Userlike's add-on must be beyond its types.
  static let userlike = [isRecord, userlikeVisitor, userlikeTimes]

  /// The record is of a type that Userlike's page describes.
  private static let isRecord = Rule(inputs: Check.isUserlikeRecord.inputs, comesFirst: true) {
    bytes, found, inputs, _, complaints in
    guard found.slice(inputs[0]).kind == .string else { return }
    if let complaint = Check.isUserlikeRecord.run(bytes, found, inputs) { complaints.append(complaint) }
  }

  /// A chat says who its visitor is, an offline message which one it is.
  private static let userlikeVisitor = Rule(inputs: ["_type", "client_uuid", "id"]) {
    bytes, found, inputs, _, complaints in
    let (visitor, id) = (found.slice(inputs[1]), found.slice(inputs[2]))
    if Text.isEqual(bytes, found.slice(inputs[0]), to: "chat_meta") {
      if !visitor.isIdentity(bytes), !visitor.isPresent || visitor.kind == .string {
        complaints.append(.noChatVisitor(visitor))
      }
    } else if Text.isEqual(bytes, found.slice(inputs[0]), to: "offline_message") {
      if !id.isPresent || (id.kind == .string && id.content.isEmpty) {
        complaints.append(.noOfflineMessageID(id))
      }
    }
  }

  /// The messages' times do not run backwards, and all times have come already.
  ///
  /// Only a chat ends and has messages; operators and widgets have no times.
  private static let userlikeTimes = Rule(inputs: [
    "created_at", "ended_at", "messages[]", "messages[].sent_at", "_type",
  ]) {
    bytes, found, inputs, settings, complaints in
    func moment(_ slice: Slice) -> ExactTime? {
      guard slice.kind == .string,
        let time = WrittenTime(Text.unescaped(bytes, slice.content).span)?.moment(in: settings.zone)
      else { return nil }
      if let complaint = Complaint.future(time, at: Int(slice.start), settings) {
        complaints.append(complaint)
      }
      return time
    }
    let isChat = Text.isEqual(bytes, found.slice(inputs[4]), to: "chat_meta")
    guard isChat || Text.isEqual(bytes, found.slice(inputs[4]), to: "offline_message") else { return }
    _ = moment(found.slice(inputs[0]))
    guard isChat else { return }
    _ = moment(found.slice(inputs[1]))
    var latest: ExactTime?
    for message in 0..<found.rowCount(inputs[2]) {
      let slice = found.slice(inputs[2], message, inputs[3])
      guard let time = moment(slice) else { continue }
      if let latest, time < latest {
        complaints.append(Complaint(code: .itemsOutOfOrder, offset: Int(slice.start)))
      }
      latest = max(latest ?? time, time)
    }
  }
}
