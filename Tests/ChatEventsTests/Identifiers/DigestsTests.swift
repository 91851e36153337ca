import JSONText
import TestSupport
import Testing

@testable import ChatEvents

@Suite struct DigestsTests {
  /// RFC 1321, A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"),
    ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
    (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
  ])
  func md5GivesThePublishedVectors(message: String, digest: String) {
    let words = MD5.digest(Array(message.utf8).span)
    #expect([words.0, words.1, words.2, words.3].map { hex($0.byteSwapped) }.joined() == digest)
  }

  /// FIPS 180 and RFC 3174, 7.3.
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
    (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
  ])
  func sha1GivesThePublishedVectors(message: String, digest: String) {
    let words = SHA1.digest(Array(message.utf8).span)
    #expect([words.0, words.1, words.2, words.3, words.4].map(hex).joined() == digest)
  }

  /// Messages around the ends of blocks; the digests are those of another implementation, Python's `hashlib`.
  @Test(arguments: [
    (1, "55a54008ad1ba589aa210d2629c1df41", "bf8b4530d8d246dd74ac53a13471bba17941dff7"),
    (54, "3e3598d9014555a130fbbf6fb35859ec", "1c05924103b7787f5f3a499a1c7cd2643c6ee2d0"),
    (55, "c4f7a596fd044675728399e605766107", "04f893eac3e6c3714b48ab7525103f7327b45271"),
    (56, "870790e1df8b8ea4beb3e002d45cf18d", "5b05376842a5618186792e2ba9882a47ab8a8f61"),
    (57, "fc30a959910237fcfae1c52bb2e674b5", "11b78e8f44314c4c2fca00c65e6167899b45eb90"),
    (63, "87d902f847f4e841f5ff6061bd6d6e33", "bc8885075e915702462e23b6c0f2c099b9d721ca"),
    (64, "d53d88b9c478672e5fb200324158f02e", "6304fccb5005d7307678d2013e0e243c3054db5c"),
    (65, "f86b3cccf8ef12ea82a505632db0e9b4", "044772bb5a735b181623d9a5b4d4e55dcda6e0b4"),
    (118, "70eff543857c73d591f5e592089ddb1b", "079cbd167ab4c2d0e382c52b59032d7af702edd1"),
    (119, "5a74003039c1d72a88148184ab24559a", "cd5b017eba674e96bddd0b78cbbada2dfe731030"),
    (120, "f9b7a40763fc0331e10dacd92aa5c3ce", "8d376d7d411a376cb262704eb6cdfb956839ac8f"),
    (128, "921f0558bc42b9779a5f0b62c383f1cb", "def0a6760ecba9b705b0eb5b458c81af717db1f9"),
    (1000, "05057e6e220d85a40445833ab84fa26b", "7f9bb0e12f465c85f91c9d1d61070d1af6e7182c"),
  ])
  func lengthsAroundBlocks(count: Int, md5: String, sha1: String) {
    let message = (0..<count).map { UInt8(($0 * 7 + count) % 251) }
    let words = MD5.digest(message.span)
    #expect([words.0, words.1, words.2, words.3].map { hex($0.byteSwapped) }.joined() == md5)
    for portably in [false, true] {
      let words = SHA1.digest(message.span, portably: portably)
      #expect([words.0, words.1, words.2, words.3, words.4].map(hex).joined() == sha1)
    }
  }

  /// Where this processor has no such instructions, both are the portable code.
  @Test func theProcessorsInstructionsGiveWhatPortableCodeGives() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = Seeded(seed)
    for length in 0...300 {
      let message = (0..<length).map { _ in UInt8.random(in: 0 ... .max, using: &random) }
      let prefix = (random.next(), random.next())
      #expect(
        SHA1.digest(message.span) == SHA1.digest(message.span, portably: true), "\(length), seed \(seed)")
      #expect(
        SHA1.digest(prefix: prefix, message.span)
          == SHA1.digest(prefix: prefix, message.span, portably: true), "\(length), seed \(seed)")
      #expect(
        SHA256.digest(message.span) == SHA256.digest(message.span, portably: true),
        "\(length), seed \(seed)")
      let block = (0..<64).map { _ in UInt8.random(in: 0 ... .max, using: &random) }
      let states = [false, true].map { SHA256.state(after: block.span, portably: $0) }
      let whole = SHA256.digest((block + message).span, portably: true)
      for (index, portably) in [false, true].enumerated() {
        let digest = SHA256.digest(message.span, from: states[1 - index], behind: 64, portably: portably)
        #expect(digest == whole, "\(length), seed \(seed)")
      }
    }
  }

  @Test func aPrefixCountsAsPartOfTheMessage() {
    let message = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    for length in 0...100 {
      let tail = Array(repeatElement(message, count: 3).joined().prefix(length))
      let prefix: (UInt64, UInt64) = (0x3031_3233_3435_3637, 0x3839_6162_6364_6566)
      let whole = Array("0123456789abcdef".utf8) + tail
      #expect(SHA1.digest(prefix: prefix, tail.span) == SHA1.digest(whole.span), "\(length)")
    }
  }

  private func hex(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

@Suite struct UUIDBytesTests {
  /// RFC 9562, A.4.
  @Test func version5OfTheRFCsExample() throws {
    let dns = try #require(UUIDBytes("6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
    #expect(
      UUIDBytes(version5: Array("www.example.com".utf8).span, in: dns).description
        == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test func theNamespaceIsThatOfItsNameAmongDomains() throws {
    let dns = try #require(UUIDBytes("6BA7B810-9DAD-11D1-80B4-00C04FD430C8"))
    #expect(UUIDBytes(version5: Array("chatevents".utf8).span, in: dns) == .chatevents)
  }

  /// The first is printed on RudderStack's page of its Olark source.
  @Test(arguments: [
    ("NOTAREALVISITORIDS5LGl6QUrK2OaPP:", "62b1b505-2826-4e08-a266-dd64ba9f36b7"),
    ("u1:a1", "f81ebcce-dafc-4607-b906-29e68e64b35f"),
  ])
  func rudderIDsAreTheServersOwn(name: String, id: String) {
    #expect(UUIDBytes.rudderID(of: Array(name.utf8).span).description == id)
  }

  @Test(arguments: [
    "", "6ba7b810", "6ba7b8109dad11d180b400c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430cg",
  ])
  func otherTextsAreNoUUID(text: String) {
    #expect(UUIDBytes(text) == nil)
  }

  @Test func aNamespaceThatIsNoUUIDIsNamedUnderTheDefault() {
    #expect(UUIDBytes(namespace: "shop") == UUIDBytes(version5: Array("shop".utf8).span, in: .chatevents))
  }
}
