internal import Dispatch
internal import Synchronization

/// Sees to it that a signal which can be caught leaves no temporary file.
final class Interrupts: Sendable {
  /// The one of this process, which watches for signals from its first use on.
  static let shared = Interrupts()

  /// The files that are removed where a signal arrives.
  private let paths = Mutex<Set<String>>([])

  private init() {
    for number in Signals.ending {
      Signals.ignore(number)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        paths.withLock { paths in
          for path in paths { Folder.remove(path) }
          paths = []
        }
        Signals.end(by: number)
        _ = source  // it lives as long as its handler
      }
      source.resume()
    }
  }

  /// Has a file removed where a signal arrives from now on.
  func begin(removing path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Does what puts a file in its place; no signal comes in between.
  func finish(_ path: String, _ place: () throws(SystemError) -> Void) throws(SystemError) {
    try paths.withLock { paths throws(SystemError) in
      try place()
      paths.remove(path)
    }
  }

  /// Removes a file, where it was not put in its place.
  func abandon(_ path: String) {
    paths.withLock { paths in
      if paths.remove(path) != nil { Folder.remove(path) }
    }
  }
}
