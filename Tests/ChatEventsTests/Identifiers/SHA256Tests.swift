import Testing

@testable import ChatEvents

@Suite struct SHA256Tests {
  /// FIPS 180, the examples of one block, two blocks and a long message; and the empty one.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func thePublishedVectors(message: String, digest: String) {
    #expect(hex(SHA256.digest(Array(message.utf8).span)) == digest)
  }

  /// Messages around the ends of blocks; the digests are those of another implementation, Python's `hashlib`.
  @Test(arguments: [
    (1, "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"),
    (3, "6ab0dba1f4f1dfbb37b4f9eeb092c09fca4900ad32bdcd147d8dde35d6c87c35"),
    (54, "de583e181c4237ca50744362694ad929c7ea134a15396e08ec31a45266e17d1b"),
    (55, "d604dc83c754bb5890ec011f3fa0552324cb1412205b5a5e83fd17cd4afe57ed"),
    (56, "0371e3fd4911ce4109ac9aaddc0ebdfe28431802ef70a966cb245da585f2a37e"),
    (57, "bdce47d7bad9c7849a36531ae5ac19e3c4413c87c20f5d00ccda7dcd7c57bdb1"),
    (63, "de8f546e5d44d4fb35d25af2748ed9b6644d200d56b6b0b6e71b095b44348dc6"),
    (64, "35eb8c80b4af970a05040dd151d5edad6172957c1ded27e521fdcf526178feb3"),
    (65, "c96988663bcd3779da5b1c0e499742ff48bf6148d5c044326ce3e5845a80e6ab"),
    (118, "2106e02d575c6a07798c2a49c19e102472087a6ab1b1a7f99dfaf810c9da189a"),
    (119, "7fb3869648ad8420f2e1a20812a61ba45c3db01dc7b391d48c2a8c1d6f41be35"),
    (120, "9db2bb35e3e98f502b654e82f0051eebfa45015e36ed8c3a28d44586eff7372b"),
    (121, "431f7b6edfb2b0130ca659d8c7ce71dc6826b58def13b86c97da12271ddc960e"),
    (127, "f2a5ec436d60185c6d1c274da6d60d8e38d7de6b739c0fbd043d0de24db2b7ad"),
    (128, "086e64af3be4bef59202dea267776bbbbe6264ad9ff0b46345743fffc446238e"),
    (129, "e565f4d90d1ed354380468d6d343eb77934d2362da37e18371bfc631691f5cab"),
    (1000, "e66c6563e3797f84573ef7dfe3a460d5d579967297ef20150d89f0c6e358221e"),
  ])
  func lengthsAroundBlocks(count: Int, digest: String) {
    #expect(hex(SHA256.digest(pattern(count).span)) == digest)
  }
}

@Suite struct HMACSHA256Tests {
  /// RFC 4231, 4.2 to 4.5 and 4.7.
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), [UInt8](repeating: 0xcd, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func thePublishedVectors(key: [UInt8], message: [UInt8], code: String) {
    #expect(hex(HMACSHA256(key: key.span).code(message.span)) == code)
  }

  /// Keys and messages around the ends of blocks; the codes are those of Python's `hmac`.
  @Test(arguments: [
    (0, 0, "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
    (1, 55, "3eeb3d156d657bbe60df3b72def0705705533007fc8264f6545e824a95793330"),
    (31, 56, "8e1a7dda2d2b9b8ab0ae0f00bf4865ea286984d86446b1263eb3a89f958828a0"),
    (32, 64, "c2bce2dac86b4276365840a2c965d5fa1667873de6a6730b847d31d6740bd0de"),
    (63, 63, "34a0991185e5c2cc67cbfe427b22053820e732f6fe6cdc7d9953674dba252242"),
    (64, 64, "f1965d96649d47cad3cdbece31d06c0e1bcfb5b9c969ebd76220f8e73774a5b0"),
    (65, 65, "ed9cca1dce943e9cdf38ee99e20bc074438295a7da435d2201f7e0c0f0eb2066"),
    (128, 119, "c542ca62df27fa8b2ab1e46ec4a6fe3e150c3f0f1325a181bcbd8c466f49c039"),
    (129, 120, "0a0e68b4513512387a6aa917c87844e60312fcbfb15c4d2f74d035563f881cd2"),
  ])
  func lengthsAroundBlocks(key: Int, message: Int, code: String) {
    #expect(hex(HMACSHA256(key: pattern(key).span).code(pattern(message).span)) == code)
  }
}

/// Bytes that differ from their neighbours, and between lengths.
private func pattern(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(($0 * 7 + count) % 251) } }

private func hex(_ digest: SHA256.Digest) -> String {
  (0..<8).map { index in
    let digits = String(digest[index], radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}
