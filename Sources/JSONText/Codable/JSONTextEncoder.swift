/// Encodes values as JSON text, without white space.
///
/// Members keep the order in which they are encoded. Strings are escaped only if JSON requires it; a
/// floating-point number is the shortest text that decodes to the same value.
public struct JSONTextEncoder: Sendable {
  public init() {}

  /// Encodes a value.
  ///
  /// - Throws: `EncodingError.invalidValue` for a number that JSON cannot represent (infinite or NaN), and for objects and
  ///   arrays nested deeper than 512 levels, which no decoder of this module reads; and the errors of the value's own
  ///   `encode(to:)`.
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
