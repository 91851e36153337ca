// Single values: each is what the text says it is, or an error.

extension TapeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { tape.nodes[node].kind == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    try expect(.bool, type)
    return tape.bool(node)
  }

  func decode(_ type: String.Type) throws -> String {
    try expect(.string, type)
    return try checked { (tape, node) throws(JSONFault) in try tape.string(node) }
  }

  func decode<T: JSONReal>(_ type: T.Type) throws -> T {
    guard let value = T(try numberText()), value.isFinite else {
      throw failure(JSONError.numberOutOfRange, "expected a number that \(T.self) can hold")
    }
    return value
  }

  func decode<T: JSONInteger>(_ type: T.Type) throws -> T { try integer() }
  func decode(_ type: Int128.Type) throws -> Int128 { try integer() }
  func decode(_ type: UInt128.Type) throws -> UInt128 { try integer() }

  /// Decodes a value of any type; an error that names no place gets this value's.
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    do {
      return try T(from: self)
    } catch let error as DecodingError {
      throw error
    } catch let error as JSONError {
      // A text inside a string of this text: the place in it would be taken for one in this text.
      throw failure(error.code, error.message)
    } catch {
      throw failure(JSONError.invalidValue, "\(error)")
    }
  }

  /// Returns a number's text.
  func numberText() throws -> String {
    let kind = tape.nodes[node].kind
    guard kind == .integer || kind == .number else { throw mismatch("expected a number", JSONNumber.self) }
    return tape.plainText(node)
  }

  private func integer<T: FixedWidthInteger>() throws -> T {
    let text = try numberText()
    if let value = T(text) { return value }
    guard tape.nodes[node].kind == .integer else {
      let context = context(
        JSONFault.Reason.typeMismatch.code, "expected an integer without fraction or exponent")
      throw DecodingError.typeMismatch(T.self, context)
    }
    throw failure(JSONError.numberOutOfRange, "expected an integer from \(T.min) to \(T.max)")
  }
}

// `Codable` has a requirement for each numeric type; one function of a container meets those of all that are alike. Those of
// 128 bits have functions of their own, since the standard library gives them a default, which would be taken instead.
typealias JSONReal = BinaryFloatingPoint & Codable & LosslessStringConvertible
typealias JSONInteger = Codable & FixedWidthInteger
