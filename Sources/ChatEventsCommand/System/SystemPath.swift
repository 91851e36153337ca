#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Paths as the system takes them.
enum SystemPath {
  /// Calls the system with a path.
  static func pass<Result>(_ path: String, to call: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe pass(path.fileNameBytes[...], to: call)
  }

  private static func pass<Result>(
    _ path: ArraySlice<UInt8>, to call: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // An array that holds at least the final zero has a base address.
      guard let start = buffer.baseAddress else { return unsafe call("") }
      return unsafe call(start)
    }
  }

  /// Calls the system with a path that may be longer than the system takes at once.
  ///
  /// - Parameter call: takes a folder's descriptor and a path from there; a negative result is a failure.
  static func pass(
    _ path: String,
    from call: (_ folder: Int32, _ path: UnsafePointer<CChar>) throws(SystemError) -> Int32
  ) throws(SystemError) -> Int32 {
    var rest = path.fileNameBytes[...]
    // The system would take the path to end at the zero, and open another file.
    if rest.contains(0) { throw .noSuchFile }
    var folder = AT_FDCWD
    defer { if folder != AT_FDCWD { _ = close(folder) } }
    while rest.count >= Int(PATH_MAX),
      let end = rest.prefix(Int(PATH_MAX) - 1).lastIndex(of: UInt8(ascii: "/")), end > rest.startIndex
    {
      let next = unsafe pass(rest[..<end]) { unsafe openat(folder, $0, searching | O_DIRECTORY | O_CLOEXEC) }
      guard next >= 0 else { throw .last }
      if folder != AT_FDCWD { _ = close(folder) }
      folder = next
      rest = rest[end...].drop { $0 == UInt8(ascii: "/") }
    }
    var failure: SystemError?
    let result = unsafe pass(rest) { path -> Int32 in
      do throws(SystemError) {
        let result = try unsafe call(folder, path)
        if result < 0 { failure = .last }
        return result
      } catch {
        failure = error
        return -1
      }
    }
    if let failure { throw failure }
    return result
  }

  /// Opens a folder to look for a name in it, which needs no right to list it.
  private static var searching: Int32 {
    #if os(Linux)
      0o10_000_000  // of O_PATH, which the headers hide behind _GNU_SOURCE
    #else
      O_RDONLY
    #endif
  }
}
