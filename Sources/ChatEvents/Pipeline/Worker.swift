internal import JSONText
internal import Synchronization

/// A converter with a block of its own, which one task at a time works on.
final class Worker: Sendable {
  /// What a worker has before and after a conversion.
  struct State: Sendable {
    var converter: Converter
    var block: JSONBlock
    /// Whether the source ends with the block.
    var isLast = false
    /// How many bytes the conversion used up.
    var used = 0
    /// Where reading was thought to stand at the block's start.
    var start = Reading()
  }

  private let state: Mutex<State>

  init(_ converter: Converter, blockSize: Int) {
    var converter = converter
    // Searches of its own: workers that shared one would wait for each other at every message.
    converter.found.chat.consentMarks = ConsentMarks(converter.options.settings)
    state = Mutex(State(converter: converter, block: JSONBlock(capacity: blockSize)))
  }

  /// Converts the block from where reading is thought to stand.
  func convert() {
    state.withLock { state in
      state.converter.reading = state.start
      state.used = state.converter.convert(state.block, isLast: state.isLast)
    }
  }

  /// Calls a function with what the worker has.
  func with<Result, Failure: Error>(_ body: (inout State) throws(Failure) -> Result) throws(Failure) -> Result
  where Result: Sendable {
    try state.withLock { state throws(Failure) in try body(&state) }
  }
}
