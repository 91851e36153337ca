internal import CZlib

/// Packs bytes with gzip (RFC 1952), as one member without a name or a time, so that equal bytes give equal files.
@safe final class Deflater {
  private var stream = unsafe z_stream()
  private var packed = [UInt8](repeating: 0, count: 1 << 16)
  private var isOpen = false

  /// - Throws: if there is no memory for it.
  init() throws(SystemError) {
    // 15 is the largest window, and 16 more asks for gzip; 8 is zlib's usual memory level.
    let result = unsafe deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { throw .outOfMemory }
    isOpen = true
  }

  deinit {
    if isOpen { unsafe deflateEnd(&stream) }
  }

  /// Packs bytes.
  ///
  /// - Parameters:
  ///   - isLast: whether these are the last; then the rest of what was packed is written too.
  ///   - write: writes packed bytes.
  func pack(
    _ bytes: some Collection<UInt8>, isLast: Bool = false,
    write: (ArraySlice<UInt8>) throws(SystemError) -> Void
  ) throws(SystemError) {
    var bytes = Array(bytes)
    var offset = 0
    while true {
      // zlib counts in 32 bits.
      let count = min(bytes.count - offset, 1 << 30)
      let isEnd = isLast && offset + count == bytes.count
      let (used, filled) = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
        unsafe packed.withUnsafeMutableBufferPointer { packed in
          unsafe stream.next_in = bytes.baseAddress.map { unsafe $0 + offset }
          unsafe stream.avail_in = UInt32(count)
          unsafe stream.next_out = packed.baseAddress
          unsafe stream.avail_out = UInt32(packed.count)
          _ = unsafe deflate(&stream, isEnd ? Z_FINISH : Z_NO_FLUSH)
          return unsafe (count - Int(stream.avail_in), packed.count - Int(stream.avail_out))
        }
      }
      offset += used
      if filled > 0 { try write(packed[..<filled]) }
      // With room left in what it fills, zlib has nothing more to give.
      if filled < packed.count, offset == bytes.count { return }
    }
  }
}
