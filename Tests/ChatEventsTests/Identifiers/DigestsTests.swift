import JSONText
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
