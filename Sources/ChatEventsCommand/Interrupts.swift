internal import Dispatch
internal import Synchronization

/// Sees to it that a signal which can be caught leaves no temporary file.
final class Interrupts: Sendable {
  private let path: Mutex<String?>

  /// Watches for signals from now on.
  ///
  /// - Parameter path: the file that is removed where one arrives.
  init(removing path: String) {
    self.path = Mutex(path)
    for number in Process.endingSignals {
      Process.ignore(number)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        abandon()
        Process.end(by: number)
        _ = source  // it lives as long as its handler
      }
      source.resume()
    }
  }

  /// Does what puts the file in its place; no signal comes in between.
  func finish(_ place: () throws(SystemError) -> Void) throws(SystemError) {
    let failure = path.withLock { path -> SystemError? in
      do throws(SystemError) {
        try place()
        path = nil
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Removes the file, where it was not put in its place.
  func abandon() {
    path.withLock { path in
      if let path { Folder.remove(path) }
      path = nil
    }
  }
}
