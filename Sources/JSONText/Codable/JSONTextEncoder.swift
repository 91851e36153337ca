/// Encodes values as JSON text, without white space.
///
/// Members come in the order in which they are encoded. Strings are escaped where JSON demands it and nowhere else; a
/// floating-point number is the shortest text that gives it again.
public struct JSONTextEncoder: Sendable {
  public init() {}

  /// Encodes a value.
  ///
  /// - Throws: `EncodingError.invalidValue` for a number that JSON cannot write (infinite, or none) and for objects and
  ///   arrays nested deeper than 512 levels, which no decoder of this module would read; and what the value's own
  ///   `encode(to:)` throws.
  public func encode(_ value: some Encodable) throws -> [UInt8] {
    let node = EncodedNode()
    try value.encode(to: TreeEncoder(node: node, codingPath: []))
    var output = Output(capacity: 1 << 10)
    do throws(TooDeep) {
      try node.part.write(to: &output, limit: Scanner.depthLimit)
    } catch {
      throw EncodedNode.tooDeep(value, [])
    }
    return output.written
  }
}
