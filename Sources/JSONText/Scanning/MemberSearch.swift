/// A look at an object's members up to one of them.
package enum MemberSearch {
  /// Returns the value of the first member of a name, in a sound object whose end is not known yet; nil without one.
  ///
  /// Cost: a look at each byte up to the member.
  package static func value(of name: String, _ bytes: Span<UInt8>, _ start: Int, end: Int) -> Slice? {
    var scanner = Scanner(end: end)
    var position = scanner.space(bytes, start + 1)
    while bytes[position] == UInt8(ascii: "\""), let key = try? scanner.slice(bytes, position, depth: 1),
      let behind = try? scanner.colon(bytes, key.range.upperBound),
      let value = try? scanner.slice(bytes, behind, depth: 1)
    {
      if Text.isEqual(bytes, key, to: name) { return value }
      position = scanner.space(bytes, value.range.upperBound)
      if bytes[position] == UInt8(ascii: ",") { position = scanner.space(bytes, position + 1) }
    }
    return nil
  }
}
