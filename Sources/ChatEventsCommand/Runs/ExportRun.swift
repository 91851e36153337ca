internal import ChatEvents

/// What one visitor's records are handed over as.
struct ExportOutput {
  let form: ExportForm
  /// How tables are written.
  let table: TableForm
  /// The file of what the records tell of the visitor; nil if there is none.
  let profilePath: String?
}

/// What is written of one visitor's records: the export, and the table of what they tell.
struct ExportRun {
  private var export: ExportWriter
  private var profile: (writer: ProfileWriter, file: WholeFile, path: String)?

  /// Opens the table of what the records tell.
  ///
  /// - Throws: the exit status, after a message, if it cannot be opened.
  init(_ output: ExportOutput, mode: UInt32, _ messages: inout Messages) throws {
    export = ExportWriter(output.form, output.table)
    guard let path = output.profilePath else { return }
    let file = try messages.opening(path) { _ throws(SystemError) in
      try WholeFile(path, mode: mode, packs: true)
    }
    profile = (ProfileWriter(output.table), file, path)
  }

  /// Writes further records.
  mutating func write(_ records: [ExportedRecord], _ source: String, _ state: inout RunState) {
    state.write(export.text(of: records, source: source))
    do throws(SystemError) {
      if let text = profile?.writer.text(of: records, source: source) { try profile?.file.write(text) }
    } catch {
      fail(error, &state)
    }
  }

  /// Writes what ends the export.
  mutating func end(_ state: inout RunState) { state.write(export.end()) }

  /// Puts the table of what the records tell in its place, if everything was done.
  ///
  /// - Parameter isComplete: whether what was written is all that was asked for.
  mutating func finish(isComplete: Bool, _ state: inout RunState) {
    guard let profile else { return }
    guard isComplete, state.status <= .rejected, !state.isOutputClosed else {
      profile.file.abandon()
      return state.messages.error("\(profile.path.shownFileName) was not written")
    }
    do throws(SystemError) {
      if let text = self.profile?.writer.end() { try profile.file.write(text) }
      try profile.file.finish()
    } catch {
      fail(error, &state)
    }
  }

  private mutating func fail(_ error: SystemError, _ state: inout RunState) {
    guard let profile else { return }
    state.fail("cannot write \(profile.path.shownFileName): \(error)", closesOutput: false)
    profile.file.abandon()
    self.profile = nil
  }
}
