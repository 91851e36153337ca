/// The memory of a value, in which its stored properties are read and written at their offsets.
///
/// A write through a key path costs ten times a plain one. The standard library knows at which offset a stored property lies
/// (`MemoryLayout.offset(of:)`), so a key path is asked for that once, and then not used again.
///
/// Safe under two rules, which ``MemberTable`` and ``CodedMember`` keep: an offset is used with the type that it was asked for and
/// the property's own type, and no memory outlives the call that lends it.
@safe struct ObjectMemory {
  private let start: UnsafeMutableRawPointer

  /// Lends the memory of a value that is changed.
  static func of<Object, Result>(
    _ object: inout Object, _ body: (ObjectMemory) throws -> Result
  ) rethrows -> Result {
    try unsafe withUnsafeMutablePointer(to: &object) {
      try unsafe body(ObjectMemory(start: UnsafeMutableRawPointer($0)))
    }
  }

  /// Lends the memory of a value that is only read.
  static func reading<Object, Result>(
    _ object: borrowing Object, _ body: (ObjectMemory) throws -> Result
  ) rethrows -> Result {
    try unsafe withUnsafePointer(to: object) {
      try unsafe body(ObjectMemory(start: UnsafeMutableRawPointer(mutating: $0)))
    }
  }

  /// The memory from an offset on.
  func at(_ offset: Int) -> ObjectMemory { unsafe ObjectMemory(start: start + offset) }

  /// The value that lies at the start.
  func value<Value>(_ type: Value.Type) -> Value { unsafe start.assumingMemoryBound(to: Value.self).pointee }

  func set<Value>(_ value: Value) { unsafe start.assumingMemoryBound(to: Value.self).pointee = value }
}
