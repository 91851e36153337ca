#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The environment variables of this process.
enum Environment {
  /// Returns the value of an environment variable; nil where it is not set.
  static func value(of name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Returns the path in an environment variable; nil if it is not set or empty.
  static func path(in name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let path = unsafe String(fileName: UnsafeRawBufferPointer(start: value, count: strlen(value)))
    return path.isEmpty ? nil : path
  }
}
