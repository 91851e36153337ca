internal import JSONText

/// A UUID as its sixteen bytes (RFC 9562).
public struct UUIDBytes: Sendable, Hashable, CustomStringConvertible {
  /// The sixteen bytes, as two big-endian halves.
  let high: UInt64, low: UInt64

  /// The default namespace of the ids that this library creates: the version-5 UUID of
  /// `chatevents` in the namespace of domain names (RFC 9562, 6.6).
  public static let chatevents = UUIDBytes(high: 0x1f5d_e25e_59dc_546c, low: 0xabe1_467b_2cba_8034)

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Makes the UUID of a name in a namespace, as RFC 9562, 5.5 says: SHA-1, cut to sixteen bytes.
  package init(version5 name: Span<UInt8>, in namespace: UUIDBytes) {
    let digest = SHA1.digest(prefix: (namespace.high, namespace.low), name)
    self.init(digest.0, digest.1, digest.2, digest.3, version: 5)
  }

  /// Makes the id that RudderStack gives a person: MD5 of `<userId>:<anonymousId>` with the bits of version 4.
  static func rudderID(of name: Span<UInt8>) -> UUIDBytes {
    let digest = MD5.digest(name)
    return UUIDBytes(
      digest.0.byteSwapped, digest.1.byteSwapped, digest.2.byteSwapped, digest.3.byteSwapped, version: 4)
  }

  /// Creates the namespace for a text: the UUID that it spells, or else its version-5 UUID under ``chatevents``.
  public init(namespace text: String) {
    if let spelled = UUIDBytes(text) {
      self = spelled
    } else {
      self.init(version5: Array(text.utf8).span, in: .chatevents)
    }
  }

  /// Parses the standard form, thirty-two hexadecimal digits in groups of 8, 4, 4, 4 and 12; nil for any other text.
  public init?(_ text: String) {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard groups.map(\.count) == [8, 4, 4, 4, 12] else { return nil }
    let digits = groups.joined().compactMap { Hex.value($0) }
    guard digits.count == 32 else { return nil }
    let halves = [digits[..<16], digits[16...]].map { $0.reduce(UInt64(0)) { $0 << 4 | UInt64($1) } }
    self.init(high: halves[0], low: halves[1])
  }

  /// Makes a UUID of a digest's first sixteen bytes, with the version and the variant forced (RFC 9562, 4).
  private init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, version: UInt64) {
    high = (UInt64(a) << 32 | UInt64(b)) & ~0xf000 | version << 12
    low = (UInt64(c) << 32 | UInt64(d)) & ~(0b11 << 62) | 0b10 << 62
  }

  /// The standard form in lower case.
  public var description: String {
    var output = Output(capacity: 38)
    output.append(quoted: self)
    return String(decoding: output.written.dropFirst().dropLast(), as: UTF8.self)
  }
}

/// The usual spelling of a UUID as a JSON string, worked out once for all the times that it is written.
struct UUIDText: Sendable {
  /// 38 bytes in five words, the first byte in the lowest bits: `"aaaaaaaa-bbbb-bbbb-cccc-ccccdddddddd"`.
  fileprivate let words: InlineArray<5, UInt64>

  init(_ id: UUIDBytes) {
    let a = Word.hexDigits(UInt32(truncatingIfNeeded: id.high >> 32))
    let b = Word.hexDigits(UInt32(truncatingIfNeeded: id.high))
    let c = Word.hexDigits(UInt32(truncatingIfNeeded: id.low >> 32))
    let d = Word.hexDigits(UInt32(truncatingIfNeeded: id.low))
    let (quote, hyphen) = (UInt64(UInt8(ascii: "\"")), UInt64(UInt8(ascii: "-")))
    words = [
      quote | a << 8,
      a >> 56 | hyphen << 8 | (b & 0xffff_ffff) << 16 | hyphen << 48 | (b >> 32) << 56,
      b >> 40 | hyphen << 24 | c << 32,
      hyphen | (c >> 32) << 8 | d << 40,
      d >> 24 | quote << 40,
    ]
  }
}

extension Output {
  /// Writes a UUID as a JSON string.
  mutating func append(quoted id: UUIDBytes) { append(quoted: UUIDText(id)) }

  /// Writes a UUID as a JSON string.
  @inline(__always)
  mutating func append(quoted id: UUIDText) {
    reserve(40)
    for index in 0..<4 { append(word: id.words[index]) }
    append(word: id.words[4], count: 6)
  }
}
