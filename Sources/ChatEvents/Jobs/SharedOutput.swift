internal import JSONText
internal import Synchronization

/// An output that a pipeline fills block by block. Copies of the pipeline share it, one after the other.
final class SharedOutput: Sendable {
  private let output = Mutex(Output())

  /// Calls a function with the output.
  func with(_ body: (inout Output) -> BlockResult) -> BlockResult {
    output.withLock { output in body(&output) }
  }
}
