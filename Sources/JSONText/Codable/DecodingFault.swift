/// What this module's decoder says in a `DecodingError` beyond its coding path: a stable code and an offset.
struct DecodingFault: Error {
  var code: String
  var message: String
  var offset: Int
}

extension Decoder {
  /// Returns the error of a value that this type refuses, with a stable code; any decoder can throw it.
  ///
  /// - Parameter message: what is wrong: one clause, lower case, no full stop.
  package func refusal(_ code: String, _ message: String) -> DecodingError {
    if let decoder = self as? TapeDecoder { return decoder.failure(code, message) }
    return .dataCorrupted(.init(codingPath: codingPath, debugDescription: message))
  }

  /// Returns the error of a value of a type that this type does not take.
  package func mismatch(_ expectation: String, _ found: JSONValue) -> DecodingError {
    refusal(JSONFault.Reason.typeMismatch.code, "\(expectation), found \(found.kind.phrase)")
  }
}

extension JSONTape {
  /// Returns a decoding error with its place in the text.
  func error(_ error: DecodingError) -> JSONError {
    let (context, code, message) = Self.parts(error)
    let fault = context?.underlyingError as? DecodingFault
    let place = fault?.offset ?? nodes[node(at: context?.codingPath ?? [])].range.lowerBound
    return self.error(fault?.code ?? code, fault?.message ?? message, at: place)
  }

  /// Returns what an error says, and what it is called where it does not say so itself.
  private static func parts(
    _ error: DecodingError
  ) -> (context: DecodingError.Context?, code: String, message: String) {
    switch error {
    case .keyNotFound(let key, let context):
      (context, JSONError.missingMember, "expected a member \"\(key.stringValue)\"")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      (context, JSONFault.Reason.typeMismatch.code, context.debugDescription)
    case .dataCorrupted(let context):
      (context, JSONError.invalidValue, context.debugDescription)
    @unknown default:
      (nil, JSONError.invalidValue, "\(error)")
    }
  }
}
