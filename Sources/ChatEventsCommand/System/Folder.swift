#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Names in the file system.
enum Folder {
  /// Returns the names of what is in a folder, in byte order.
  ///
  /// - Parameter followsLink: whether the path may be a link to the folder.
  static func names(in path: String, followsLink: Bool = true) throws(SystemError) -> [String] {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    let descriptor = try Descriptor.opening(path, flags)
    guard let folder = unsafe fdopendir(descriptor.number) else {
      let error = SystemError.last
      try? descriptor.close()
      throw error
    }
    defer { unsafe closedir(folder) }
    var names: [[UInt8]] = []
    while true {
      // The end and a failure both give no entry.
      errno = 0
      guard let entry = unsafe readdir(folder) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let bytes = unsafe UnsafeRawPointer(pointer)
        let count = unsafe strlen(bytes.assumingMemoryBound(to: CChar.self))
        return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
      }
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
    }
    if errno != 0 { throw .last }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { String(fileName: $0) }
  }

  /// The folder from which relative paths start.
  static func current() throws(SystemError) -> String {
    guard let path = unsafe getcwd(nil, 0) else { throw .last }
    defer { unsafe free(path) }
    return unsafe String(fileName: UnsafeRawBufferPointer(start: path, count: strlen(path)))
  }

  /// Has relative paths start from a folder.
  static func enter(_ path: String) throws(SystemError) {
    guard unsafe SystemPath.pass(path, to: { unsafe chdir($0) }) == 0 else { throw .last }
  }

  /// Makes the folders around a file that are not there yet.
  ///
  /// - Parameter mode: who may read and write them.
  static func make(around path: String, mode: UInt32) throws(SystemError) {
    var missing: [String] = []
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")), slash != rest.startIndex {
      rest = rest[..<slash]
      if FileStatus(path: String(rest)) != nil { break }
      missing.append(String(rest))
    }
    for folder in missing.reversed() {
      let result = unsafe SystemPath.pass(folder) { unsafe mkdir($0, mode_t(mode)) }
      // Of a path with two slashes in a row one folder has two names.
      if result != 0, errno != EEXIST { throw .last }
    }
  }

  /// Gives a file another name, in place of what has it.
  static func rename(_ path: String, to other: String) throws(SystemError) {
    _ = try unsafe SystemPath.pass(path) { (from, path) throws(SystemError) in
      try unsafe SystemPath.pass(other) { (to, other) in unsafe renameat(from, path, to, other) }
    }
  }

  /// Removes a file, and returns why it could not.
  @discardableResult
  static func remove(_ path: String) -> SystemError? {
    do throws(SystemError) {
      _ = try unsafe SystemPath.pass(path) { unsafe unlinkat($0, $1, 0) }
      return nil
    } catch {
      return error
    }
  }

  /// Returns where a symbolic link leads, as it says itself; nil for anything else.
  static func link(at path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = try? unsafe SystemPath.pass(path) {
      Int32(truncatingIfNeeded: unsafe readlinkat($0, $1, &target, target.count))
    }
    guard let count else { return nil }
    return unsafe target.withUnsafeBytes { bytes in
      unsafe String(fileName: UnsafeRawBufferPointer(rebasing: bytes[..<Int(count)]))
    }
  }

  /// Whether names in a folder that differ in case alone are the same.
  static func ignoresCase(_ folder: String) -> Bool {
    #if canImport(Darwin)
      unsafe SystemPath.pass(folder) { unsafe pathconf($0, _PC_CASE_SENSITIVE) } == 0
    #else
      false
    #endif
  }

  /// Returns the path behind all symbolic links; the path itself where there is no such file.
  static func resolved(_ path: String) -> String {
    guard let resolved = unsafe SystemPath.pass(path, to: { unsafe realpath($0, nil) }) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(fileName: UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// Returns the path of the file that a path leads to, which need not be there: a path whose last name is no link.
  static func destination(of path: String) throws(SystemError) -> String {
    var path = path
    // The system follows as many.
    for _ in 0..<40 {
      guard let target = link(at: path) else { return path }
      path = target.hasPrefix("/") ? target : around(path) + target
    }
    throw .linkCircle
  }

  /// The part of a path up to its last slash; empty if it has none.
  static func around(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }
}
