internal import Synchronization

/// Standard error, to which messages of every command go.
enum StandardError {
  private static let lost = Atomic<Bool>(false)

  /// Whether some message could not be written, though somebody may be waiting for it: the disk is full.
  static var hasLostMessages: Bool { lost.load(ordering: .relaxed) }

  /// Writes a part of a message. If standard error is closed, or a pipe that nobody reads, that is no failure.
  static func write(_ bytes: some Collection<UInt8>) {
    do throws(SystemError) {
      try Descriptor.standardError.write(bytes)
    } catch {
      if !error.isBrokenPipe, !error.isClosedDescriptor { lost.store(true, ordering: .relaxed) }
    }
  }
}
