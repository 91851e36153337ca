internal import JSONText
internal import Synchronization

/// A pipeline with a block of its own, which one task at a time works on.
///
/// Nobody ever waits for the lock: it is there so that tasks can hand the worker to each other.
final class Worker: Sendable {
  /// What a worker has before and after a block.
  struct State: Sendable {
    var pipeline: any BlockProcessor
    var block: JSONBlock
    /// Whether the source ends with the block.
    var isLast = false
    /// Where reading was thought to be at the block's start.
    var start = ReadingPosition()
    /// What became of the block; nil before it was processed.
    var result: BlockResult?
  }

  private let state: Mutex<State>

  init(_ pipeline: any BlockProcessor, blockSize: Int) {
    state = Mutex(State(pipeline: pipeline, block: JSONBlock(capacity: blockSize)))
  }

  /// Processes the block from where reading is thought to be.
  func process() {
    state.withLock { state in
      // What became of the last block is given up first, so that its memory can be used again.
      state.result = nil
      state.result = state.pipeline.process(state.block, at: state.start, isLast: state.isLast)
    }
  }

  /// Calls a function with what the worker has.
  func with<Result, Failure: Error>(_ body: (inout State) throws(Failure) -> Result) throws(Failure) -> Result
  where Result: Sendable {
    try state.withLock { state throws(Failure) in try body(&state) }
  }
}
