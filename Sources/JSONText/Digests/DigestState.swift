internal import CVectors

/// Adds messages to the states of message digests, by C, which reaches instructions of processors that Swift does not.
///
/// Where a function can keep to code that runs on every processor, `portably` says so; the result is the same.
package enum DigestState {
  /// Adds a message and its padding to MD5's state, which is then the digest, as little-endian words.
  package static func finishMD5(
    _ state: inout (UInt32, UInt32, UInt32, UInt32), _ message: Span<UInt8>
  ) {
    unsafe withWords(of: &state, 4) { words in
      unsafe with(message) { unsafe digests_md5(words, $0) }
    }
  }

  /// Adds a message and its padding to SHA-1's state, which is then the digest, as big-endian words.
  ///
  /// - Parameter prefix: sixteen bytes that stand before the message, as two big-endian words; nil for none.
  package static func finishSHA1(
    _ state: inout (UInt32, UInt32, UInt32, UInt32, UInt32), prefix: (UInt64, UInt64)?,
    _ message: Span<UInt8>, portably: Bool
  ) {
    unsafe withWords(of: &state, 5) { words in
      unsafe with(message, prefix: prefix) { unsafe digests_sha1(words, $0, portably) }
    }
  }

  /// Adds a message and its padding to SHA-256's state, which is then the digest, as big-endian words.
  ///
  /// - Parameter passed: how many bytes are part of the state already, a multiple of 64.
  package static func finishSHA256(
    _ state: inout SIMD8<UInt32>, _ message: Span<UInt8>, behind passed: Int, portably: Bool
  ) {
    unsafe withWords(of: &state, 8) { words in
      unsafe with(message, behind: passed) { unsafe digests_sha256(words, $0, portably) }
    }
  }

  /// Adds blocks of 64 bytes to SHA-256's state, and no padding; bytes behind the last whole block are left out.
  package static func addSHA256(_ blocks: Span<UInt8>, to state: inout SIMD8<UInt32>, portably: Bool) {
    unsafe withWords(of: &state, 8) { words in
      unsafe blocks.withUnsafeBufferPointer { bytes in
        unsafe digests_sha256_blocks(words, bytes.baseAddress, bytes.count / 64, portably)
      }
    }
  }

  /// Calls with the address of a state, which is that many words side by side.
  private static func withWords<State: BitwiseCopyable>(
    of state: inout State, _ count: Int, _ body: (UnsafeMutablePointer<UInt32>) -> Void
  ) {
    unsafe withUnsafeMutableBytes(of: &state) { bytes in
      precondition(bytes.count == count * MemoryLayout<UInt32>.size)
      unsafe bytes.withMemoryRebound(to: UInt32.self) { unsafe body($0.baseAddress.unsafelyUnwrapped) }
    }
  }

  /// Calls with a message as C knows it, which lives as long as the call.
  private static func with(
    _ message: Span<UInt8>, prefix: (UInt64, UInt64)? = nil, behind passed: Int = 0,
    _ body: (UnsafePointer<digests_message>) -> Void
  ) {
    let head = (prefix?.0.bigEndian ?? 0, prefix?.1.bigEndian ?? 0)
    unsafe withUnsafeBytes(of: head) { head in
      unsafe message.withUnsafeBufferPointer { bytes in
        unsafe head.withMemoryRebound(to: UInt8.self) { head in
          let whole = unsafe digests_message(
            behind: UInt64(passed), head: head.baseAddress, head_count: prefix == nil ? 0 : head.count,
            body: bytes.baseAddress, body_count: bytes.count)
          unsafe withUnsafePointer(to: whole) { unsafe body($0) }
        }
      }
    }
  }
}
