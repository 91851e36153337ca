internal import JSONText

/// The path from a document to the records inside it: a JSON pointer (RFC 6901) in which `*` matches any element or member.
///
/// The empty pointer refers to the records in a JSON string at the top level.
public struct UnwrapPointer: Sendable, Hashable {
  /// The pointer, verbatim.
  public let text: String

  /// The names and indexes on the way, not escaped.
  let tokens: [String]

  /// The error for a text that is not a valid pointer.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
  }

  /// - Throws: the reason why the text is not valid.
  public init(_ text: String) throws(Fault) {
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else {
      throw Fault(description: "a pointer must begin with a slash: /\(text)")
    }
    var tokens: [String] = []
    for token in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let parts = token.split(separator: "~", omittingEmptySubsequences: false)
      guard parts.dropFirst().allSatisfy({ $0.hasPrefix("0") || $0.hasPrefix("1") }) else {
        throw Fault(
          description: "in a pointer, ~ must be followed by 0 (for ~) or 1 (for /)")
      }
      tokens.append(
        parts.dropFirst().reduce(String(parts[0])) { $0 + ($1.hasPrefix("0") ? "~" : "/") + $1.dropFirst() })
    }
    (self.text, self.tokens) = (text, tokens)
  }

  /// Makes the pointer of tokens that are not escaped.
  init(_ tokens: [String]) { (text, self.tokens) = (JSONPointer(tokens).description, tokens) }

  /// The token that stands for any element or member.
  static let any = "*"
}

extension UnwrapPointer {
  /// The command-line option, quoted for a shell.
  public var option: String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    if isPlain, !text.isEmpty { return "--unwrap \(text)" }
    return "--unwrap '"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }

  /// A value that a pointer leads to, or an element of an array from which it leads no further.
  struct Target: Sendable {
    let value: Slice
    let isReached: Bool
  }

  /// Finds the values to which the pointer leads, in the order of the text; with them the elements of arrays on the way from which
  /// it leads nowhere, so that none is lost.
  ///
  /// Cost: a look at each byte of the value for each token.
  ///
  /// - Returns: nothing if it leads nowhere. A `null` is nowhere.
  /// - Throws: the offset of a key on the way that its object has already.
  func targets(in value: Slice, _ bytes: Span<UInt8>) throws(JSONFault) -> [Target] {
    if tokens.isEmpty { return value.kind == .string ? [Target(value: value, isReached: true)] : [] }
    var targets: [Target] = []
    try collect(tokens[...], value, bytes, into: &targets)
    return targets.contains(where: \.isReached) ? targets : []
  }

  private func collect(
    _ tokens: ArraySlice<String>, _ value: Slice, _ bytes: Span<UInt8>, into targets: inout [Target]
  ) throws(JSONFault) {
    guard let token = tokens.first else {
      if value.isPresent { targets.append(Target(value: value, isReached: true)) }
      return
    }
    let rest = tokens.dropFirst()
    switch value.kind {
    case .array where token == Self.any:
      for element in value.elements(bytes) {
        let count = targets.count
        try collect(rest, element, bytes, into: &targets)
        if targets.count == count { targets.append(Target(value: element, isReached: false)) }
      }
    case .array:
      let elements = value.elements(bytes)
      guard let index = Int(token), String(index) == token, elements.indices.contains(index) else { return }
      try collect(rest, elements[index], bytes, into: &targets)
    case .object where token == Self.any:
      for member in value.members(bytes) { try collect(rest, member.value, bytes, into: &targets) }
    case .object:
      var found: Slice?
      for member in value.members(bytes) where Text.isEqual(bytes, member.key, to: token) {
        if found != nil { throw JSONFault(.repeatedKey, at: Int(member.key.start)) }
        found = member.value
      }
      if let found { try collect(rest, found, bytes, into: &targets) }
    default: return
    }
  }
}
