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

/// Processes sources with several tasks, and delivers what comes out in the order of the input.
///
/// A source is cut where a record seems to start. Each piece is processed on the assumption that the one before it ends
/// there; if that turns out wrong, the piece is processed again with what was left over. So neither the number of tasks
/// nor the cuts change a byte. At most as many pieces as there are tasks are held at a time, and nothing further is read
/// before what came out of the first of them has been delivered.
public struct OrderedRun {
  /// Behind a record of up to so many pieces others are processed at the same time.
  private static let longestShared = 8

  private let jobs: Int
  private let blockSize: Int
  private var free: [Worker]
  private var running: [(worker: Worker, task: Task<Void, Never>?)] = []

  /// Where reading stands behind the last piece whose result is certain.
  private var reading = ReadingPosition()
  /// The bytes before there that belong to a record which is not complete.
  private var leftover = JSONBlock(capacity: 0)
  /// How the source is laid out, as far as that has been seen.
  private var hint = SplitHint()

  /// The place from which on nothing was converted of a source that threw; nil if nothing had been read of it.
  public private(set) var unread: JSONPlace?

  /// Whether a record was rejected and the caller asked to stop there, or the caller wants no more.
  public private(set) var hasStopped = false

  /// Makes a run.
  ///
  /// - Parameter jobs: how many tasks work at a time; one works without a task of its own.
  init(_ pipeline: some BlockProcessor, jobs: Int) {
    self.jobs = max(1, jobs)
    let blockSize = jobs > 1 ? 1 << 19 : 1 << 18
    self.blockSize = blockSize
    free = (0..<self.jobs).map { _ in Worker(pipeline.separate(), blockSize: blockSize) }
  }

  /// Converts one source.
  ///
  /// It works on the actor of its caller: there a source of one block is processed, and with one job every block.
  ///
  /// - Parameters:
  ///   - source: what is read, as far as it goes.
  ///   - deliver: takes what came out, in order; says whether more is wanted.
  /// - Throws: what the source throws, after all records that ended before have been handed over. What is left there belongs to
  ///   a record whose end is not known; it is no reject, and ``unread`` tells where it begins.
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
        let wanted = max(blockSize, leftover.count * 2)
        // A long record that is not complete is tried again only where it may have ended, not after every few bytes.
        let isLong = leftover.count > blockSize
        if running.isEmpty { state.block.prepend(&leftover) }
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
    for (worker, task) in running {
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
    if let discarded = reading.discarded { return discarded.place }
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
    if running.isEmpty {
      resume(worker)
      guard jobs > 1, !isAlone else { return running.append((worker, nil)) }
    } else {
      let guess = reading.guess
      worker.with { $0.start = guess }
    }
    running.append((worker, Task { worker.process() }))
  }

  /// Puts what was left over in front of a worker's block.
  private mutating func resume(_ worker: Worker) {
    worker.with { state in
      if !leftover.isEmpty { state.block.prepend(&leftover) }
      state.start = reading
    }
  }

  /// Waits for the first piece, makes sure of its result, and hands it over.
  private mutating func settle(_ deliver: (BlockResult) -> Bool) async {
    let (worker, task) = running.removeFirst()
    defer { free.append(worker) }
    await task?.value
    let isCertain =
      leftover.isEmpty
      && worker.with { [reading] state in
        task != nil && state.start.agrees(with: reading) && state.result?.isVoid == false
      }
    if !isCertain {
      resume(worker)
      worker.process()
    }
    let base = reading
    guard let result = worker.with({ state in state.outcome(after: base, &leftover) }) else { return }
    (reading, hint) = (result.position, result.hint ?? hint)
    hasStopped = result.hasStopped
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
