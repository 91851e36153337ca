public import JSONText

/// A source of input that arrives in blocks.
public protocol BlockSource {
  /// Fills in as many bytes as there are, behind those that wait in the block.
  ///
  /// - Returns: how many they are; 0 at the end of the source.
  mutating func fill(_ block: inout JSONBlock) throws -> Int

  /// Whether there is nothing to read at the moment, so that ``fill(_:)`` would wait.
  var wouldWait: Bool { get }
}

/// Processes sources with several tasks, and delivers the results in the order of the input.
///
/// A source is split where a record seems to start. Each piece is processed on the assumption that the previous one ends
/// there; if that is wrong, the piece is processed again together with the rest. So neither the number of tasks
/// nor the splits change the output. At most one piece per task is in memory at a time, and nothing further is read
/// before the results of the first of them have been delivered.
public struct OrderedRun {
  /// Behind a record of up to so many pieces others are processed at the same time.
  private static let longestShared = 8

  private let jobs: Int
  private let blockSize: Int
  /// No record is larger.
  private let recordLimit: Int
  private var free: [Worker]
  private var running: [(worker: Worker, task: Task<Void, Never>?, isAlone: Bool)] = []

  /// Where reading stands behind the last piece whose result is certain.
  private var reading = ReadingPosition()
  /// The bytes before there that belong to a record which is not complete.
  private var leftover = JSONBlock(capacity: 0)
  /// The memory that the last long record had, for the next one. Only one is read at a time, so one such block is enough.
  private var spare = JSONBlock(capacity: 0)
  /// How the source is laid out, as far as that has been seen.
  private var hint = SplitHint()

  /// The number of records that are still to be read; nil for all.
  private var wanted: Int?

  /// The place after which nothing was converted of a source that threw; nil if nothing of it was read.
  public private(set) var unread: JSONPlace?

  /// Whether the run stopped: at a reject, or because the caller wants no more.
  public private(set) var hasStopped = false

  /// Whether as many records were read as the caller asked for, so that reading has stopped there.
  public private(set) var hasReachedLimit = false

  /// Creates a run.
  ///
  /// Memory: a record that is read, up to its limit, and what is written of it; for each task some blocks besides.
  ///
  /// - Parameters:
  ///   - jobs: the number of parallel tasks; with 1, no task is created.
  ///   - recordLimit: the bytes of the largest record.
  ///   - limit: how many records are read; nil for all.
  ///   - blockSize: how many bytes a piece has, unless a record is longer; the usual number if nil.
  init(
    _ pipeline: some BlockProcessor, jobs: Int, recordLimit: Int, limit: Int? = nil, blockSize: Int?
  ) {
    wanted = limit
    self.jobs = max(1, jobs)
    self.recordLimit = recordLimit
    let blockSize = blockSize ?? (jobs > 1 ? 1 << 19 : 1 << 18)
    self.blockSize = blockSize
    free = (0..<self.jobs).map { _ in Worker(pipeline.separate(), blockSize: blockSize) }
  }

  /// Processes one source.
  ///
  /// It runs on the caller's actor: a source of one block is processed there, and with one job, every block.
  ///
  /// - Parameters:
  ///   - source: the source, which is read to its end.
  ///   - deliver: receives the results, in order; returns whether to continue.
  /// - Throws: the source's errors, after all records that ended before have been delivered. The rest belongs to
  ///   a record whose end is unknown; it is not a reject, and ``unread`` is its place.
  public mutating func process<Source: BlockSource>(
    _ source: inout Source, deliver: (BlockResult) -> Bool
  ) async throws {
    (reading, hint, unread) = (ReadingPosition(), SplitHint(), nil)
    leftover.removeFirst(leftover.count)
    var carry: [UInt8] = []
    var failure: (any Error)?
    var hasEnded = false
    while !hasEnded, !hasStopped {
      // Nobody can guess what follows a record that is longer than the pieces.
      while leftover.count > Self.longestShared * blockSize, !running.isEmpty, !hasStopped {
        await settle(deliver)
      }
      guard let worker = free.popLast() else { break }
      // What is certain is handed over before a read that would wait.
      var mustWait = false
      worker.with { state in
        state.block.removeFirst(state.block.count)
        let wanted = wantedSize
        // A long record that is not complete is tried again only where it may have ended, not after every few bytes.
        let isLong = leftover.count > blockSize
        if running.isEmpty { takeLeftover(before: &state.block) }
        let held = state.block.count
        state.block.append(carry)
        carry = []
        var mayEnd = !isLong
        while state.block.count < wanted, !hasEnded {
          if source.wouldWait, !running.isEmpty || (state.block.count > held && mayEnd) {
            mustWait = true
            break
          }
          do {
            let before = state.block.count
            hasEnded = try source.fill(&state.block) == 0
            if !mayEnd { mayEnd = state.block.mayEndRecord(from: before) }
          } catch {
            failure = error
            hasEnded = true
          }
        }
        state.isLast = hasEnded && failure == nil
        if !hasEnded, !mustWait, jobs > 1,
          let cut = state.block.withBytes({ bytes, end in hint.cut(bytes, end: end) })
        {
          carry = state.block.split(at: cut)
        }
      }
      start(worker, isAlone: hasEnded || mustWait)
      while !hasStopped, running.count >= jobs || (!running.isEmpty && (hasEnded || mustWait)) {
        await settle(deliver)
      }
    }
    for (worker, task, _) in running {
      await task?.value
      free.append(worker)
    }
    running = []
    if let failure {
      unread = unreadPlace
      throw failure
    }
  }

  /// Where what was left over begins, without the white space before it.
  private var unreadPlace: JSONPlace? {
    if let discarded = reading.discarded { return discarded.reject.place }
    guard reading.offset > 0 || !leftover.isEmpty else { return nil }
    let start = JSONPlace(line: reading.line, column: reading.offset - reading.lineStart + 1)
    return leftover.withBytes { bytes, end in
      let space = [UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
      let first = (0..<end).first { !space.contains(bytes[$0]) } ?? end
      return start.advanced(over: bytes, from: 0, to: first)
    }
  }

  /// Has a worker convert its block: from where reading stands if that is known, else from where it probably will.
  ///
  /// - Parameter isAlone: whether nothing is read before the block's result has been delivered. Then it is processed where that
  ///   is waited for, and a small input starts no thread.
  private mutating func start(_ worker: Worker, isAlone: Bool) {
    restrict(worker)
    if running.isEmpty {
      resume(worker)
      guard jobs > 1, !isAlone else { return running.append((worker, nil, isAlone)) }
    } else {
      let guess = reading.guess
      worker.with { $0.start = guess }
    }
    running.append((worker, Task { worker.process() }, isAlone))
  }

  /// Has a worker read no more records than are still wanted.
  private func restrict(_ worker: Worker) {
    if let wanted { worker.with { $0.pipeline.limit = wanted } }
  }

  /// Returns whether a worker's result can have records that are not wanted: when it began, more were.
  private func exceedsLimit(_ worker: Worker) -> Bool {
    guard let wanted else { return false }
    return worker.with { state in
      (state.result?.balance.read ?? 0) >= wanted && state.pipeline.limit > wanted
    }
  }

  /// Puts what was left over in front of a worker's block.
  private mutating func resume(_ worker: Worker) {
    worker.with { state in
      if !leftover.isEmpty { takeLeftover(before: &state.block) }
      state.start = reading
    }
  }

  /// Adds a worker's piece to what was left over.
  private mutating func join(_ worker: Worker) {
    worker.with { state in
      state.result = nil
      leftover.append(moving: &state.block)
    }
  }

  /// How many bytes a block is to have: twice those of a record that is not complete, but hardly more than a record may have.
  private var wantedSize: Int {
    max(blockSize, min(leftover.count * 2, max(recordLimit, leftover.count) + blockSize))
  }

  /// Puts what was left over in front of a block, in the spare memory if it is long.
  private mutating func takeLeftover(before block: inout JSONBlock) {
    if leftover.count > blockSize, spare.capacity > leftover.capacity {
      spare.append(moving: &leftover)
      swap(&spare, &leftover)
    }
    block.prepend(&leftover)
  }

  /// Keeps the memory of a long record whose block is used up, for the next one, and gives up any other.
  private mutating func keepSpare(_ block: inout JSONBlock) {
    guard block.isEmpty, block.capacity > Self.longestShared * blockSize else { return }
    if block.capacity > spare.capacity { swap(&block, &spare) }
    if block.capacity > Self.longestShared * blockSize { block = JSONBlock(capacity: blockSize) }
  }

  /// Waits for the first piece, makes sure of its result, and hands it over.
  private mutating func settle(_ deliver: (BlockResult) -> Bool) async {
    let (worker, task, isAlone) = running.removeFirst()
    defer { free.append(worker) }
    await task?.value
    // A long record is not read again for each piece that was begun before it was known to be long.
    if !isAlone, leftover.count > Self.longestShared * blockSize { return join(worker) }
    let isCertain =
      leftover.isEmpty
      && worker.with { [reading] state in
        task != nil && state.start.agrees(with: reading) && state.result?.isVoid == false
      } && !exceedsLimit(worker)
    if !isCertain {
      restrict(worker)
      resume(worker)
      worker.process()
    }
    let base = reading
    let outcome = worker.with { state in
      let outcome = state.outcome(after: base, &leftover)
      keepSpare(&state.block)
      return outcome
    }
    guard let result = outcome else { return }
    (reading, hint) = (result.position, result.hint ?? hint)
    hasStopped = result.hasStopped
    if let wanted {
      self.wanted = wanted - result.balance.read
      hasReachedLimit = wanted <= result.balance.read && !hasStopped
      if hasReachedLimit { hasStopped = true }
    }
    if !deliver(result) { hasStopped = true }
  }
}

extension Worker.State {
  /// Takes what became of the block, with its places in the source, and moves what is left of the block.
  fileprivate mutating func outcome(after base: ReadingPosition, _ leftover: inout JSONBlock) -> BlockResult?
  {
    guard let result else { return nil }
    self.result = nil
    block.removeFirst(result.count)
    if !block.isEmpty { swap(&block, &leftover) }
    return start.isGuess ? result.moved(to: base) : result
  }
}
