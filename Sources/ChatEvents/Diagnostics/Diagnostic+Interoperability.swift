internal import JSONText

extension Diagnostic {
  /// Makes the warning of JSON that is sound, and that not every program reads alike.
  init(_ finding: InteroperableText.Finding) {
    let (message, fix): (String, String?) =
      switch finding.fault {
      case .loneSurrogate: ("unpaired surrogate", nil)
      case .noncharacter: ("a Unicode noncharacter", nil)
      case .zero: ("U+0000, which many programs reject", nil)
      case .repeatedKey: ("duplicate key in an object", "remove one of the two")
      case .numberTooLarge:
        ("the number is too large for a double", "write a smaller number, or a string")
      }
    self.init(code: .notInteroperable, offset: finding.offset, message: message, fix: fix)
  }
}
