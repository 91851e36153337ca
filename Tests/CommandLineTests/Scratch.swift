import Foundation

/// A folder of its own, which is gone when the value is.
///
/// A suite holds it in a property: there it lives as long as the test runs.
final class Scratch: Sendable {
  let folder = FileManager.default.temporaryDirectory.appending(path: "chatevents-\(UUID().uuidString)")

  init() {
    // Where this fails, so does whatever writes into the folder.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Returns the path of a file in the folder.
  func path(_ name: String) -> String { folder.appending(path: name).plainPath }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: folder.appending(path: name))
    return path(name)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

  /// Returns the text of a file in the folder.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
