internal import Synchronization

/// The temporary files of this process, none of which is left by a signal that can be caught.
final class Interrupts: Sendable {
  /// The one of this process, which waits for signals from its first use on.
  static let shared = Interrupts()

  /// The files that are removed if a signal arrives.
  private let paths = Mutex<Set<String>>([])

  /// A signal that the parent has ignored, as `nohup` does, stays ignored.
  private init() {
    Signals.onEnding { [self] number in
      // The lock is kept until the end: nothing is made or replaced any more.
      paths.withLock { paths in
        for path in paths { Folder.remove(path) }
        Signals.end(by: number)
      }
    }
  }

  /// Makes a temporary file; no signal comes between that and the note of it.
  ///
  /// - Parameters:
  ///   - folder: the path of a folder up to its last slash; empty for the current one.
  ///   - mode: who may read and write the file.
  func create(
    in folder: String, mode: UInt32
  ) throws(SystemError) -> (path: String, descriptor: Descriptor) {
    try paths.withLock { paths throws(SystemError) in
      let file = try Descriptor.temporary(in: folder, mode: mode)
      paths.insert(file.path)
      return file
    }
  }

  /// Has a temporary file replace its target; no signal comes in between.
  func finish(_ path: String, as target: String) throws(SystemError) {
    try paths.withLock { paths throws(SystemError) in
      try Folder.rename(path, to: target)
      paths.remove(path)
    }
  }

  /// Removes a temporary file, if it was not put in its place.
  func abandon(_ path: String) {
    paths.withLock { paths in
      if paths.remove(path) != nil { Folder.remove(path) }
    }
  }
}
