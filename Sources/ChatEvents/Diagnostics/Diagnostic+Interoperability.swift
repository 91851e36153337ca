internal import JSONText

extension Diagnostic {
  /// Makes the warning of JSON that is sound, and that not every program reads alike.
  init(_ finding: InteroperableText.Finding) {
    let (message, fix): (String, String?) =
      switch finding.fault {
      case .loneSurrogate: ("half of a surrogate pair stands alone", nil)
      case .noncharacter: ("a noncharacter, which no text may hold", nil)
      case .zero: ("the character U+0000, which many programs cannot hold", nil)
      case .repeatedKey: ("the key stands twice in its object", "remove one of the two")
      case .numberTooLarge:
        ("the number is larger than a double can be", "write a smaller number, or a string")
      }
    self.init(code: .notInteroperable, offset: finding.offset, message: message, fix: fix)
  }
}
