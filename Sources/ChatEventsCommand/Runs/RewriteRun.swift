internal import ChatEvents

/// Writes what came of each input to a file of its own.
struct RewriteRun {
  private let plan: RewritePlan
  private let mode: UInt32
  private var file: WholeFile?
  private var balance = Balance()
  private var rejectCount = 0
  private var hasFailed = false

  /// - Parameter mode: who may read and write files that are made.
  init(_ plan: RewritePlan, mode: UInt32) { (self.plan, self.mode) = (plan, mode) }

  /// Opens the file of an input that is read next.
  ///
  /// - Returns: whether it can be written.
  mutating func open(_ index: Int, _ state: inout RunState) -> Bool {
    (balance, rejectCount, hasFailed) = (Balance(), 0, false)
    let target = plan.targets[index]
    do throws(SystemError) {
      if !plan.isInPlace { try Folder.make(around: target, mode: 0o700) }
      file = try WholeFile(target, mode: mode)
      return true
    } catch {
      state.fail("cannot write \(target.shownFileName): \(error)", closesOutput: false)
      return false
    }
  }

  /// Writes records of the input.
  mutating func write(_ block: BlockResult, _ index: Int, _ state: inout RunState) {
    balance += block.balance
    rejectCount += block.rejects.count
    do throws(SystemError) {
      try file?.write(block.events)
    } catch {
      fail(error, index, &state)
    }
  }

  /// Takes note that the input, or the rest of it, cannot be read.
  mutating func fail() { hasFailed = true }

  /// Puts the file in its place if everything in the input was read, and nothing would be lost.
  mutating func close(_ index: Int, _ state: inout RunState) {
    guard let file else { return }
    defer { self.file = nil }
    let target = plan.targets[index].shownFileName
    if let reason = reasonToLeave(state) {
      file.abandon()
      state.messages.error("\(target) was not written\(reason.text)", fix: reason.fix)
      state.fail("file-not-written")
      return
    }
    // Where nothing is replaced, a file stays what it is to the byte.
    if plan.isInPlace, balance.outcomes["redacted", default: 0] == 0, balance.skipped == 0 {
      return file.abandon()
    }
    if plan.isInPlace, let status = FileStatus(path: plan.targets[index]), status.linkCount > 1 {
      state.messages.warning(
        "\(target) has another name, which keeps the old text\n  fix: find it with find -samefile, and remove it\n"
      )
    }
    do throws(SystemError) {
      try file.finish()
    } catch {
      fail(error, index, &state)
    }
  }

  /// Returns why an input's file is left as it is, and what to do; nil if it is not.
  private func reasonToLeave(_ state: RunState) -> (text: String, fix: String?)? {
    if hasFailed || state.isStopped { return ("", nil) }
    guard plan.isInPlace else { return nil }
    if rejectCount > 0 {
      return (
        ": it has content that is no record and would be lost",
        "fix what is reported above, or use --output-dir"
      )
    }
    if !balance.envelopes.isEmpty {
      return (
        ": its records are inside an envelope, which would be lost",
        "use --output-dir, which writes the records alone"
      )
    }
    return nil
  }

  private mutating func fail(_ error: SystemError, _ index: Int, _ state: inout RunState) {
    file?.abandon()
    file = nil
    state.fail("cannot write \(plan.targets[index].shownFileName): \(error)", closesOutput: false)
  }
}
