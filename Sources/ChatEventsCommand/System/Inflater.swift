internal import CZlib

/// Unpacks gzip (RFC 1952) as it arrives: one member, or several one after the other.
@safe final class Inflater {
  private var stream = unsafe z_stream()
  private var isInMember = false
  private var packed: [UInt8]
  private var offset = 0
  private var count = 0
  /// The offset in the packed file behind the bytes that were read.
  private var position = 0
  private var hasEnded = false

  /// Whether packed bytes wait that were read already.
  var hasMore: Bool { offset < count }

  /// Why gzip cannot be unpacked.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Makes an inflater.
  ///
  /// - Parameter start: the bytes that were read already.
  init(start: [UInt8]) {
    packed = start
    count = start.count
    position = start.count
    packed += [UInt8](repeating: 0, count: max(0, (1 << 16) - start.count))
  }

  deinit {
    if isInMember { unsafe inflateEnd(&stream) }
  }

  /// Fills a buffer with unpacked bytes.
  ///
  /// - Parameter read: reads packed bytes.
  /// - Returns: how many bytes were unpacked; 0 at the end.
  /// - Throws: what `read` throws, or where in the packed file it goes wrong.
  func fill(
    _ buffer: UnsafeMutableRawBufferPointer, read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> Int {
    while true {
      if offset == count, !hasEnded {
        count = try unsafe packed.withUnsafeMutableBytes { try unsafe read($0) }
        offset = 0
        position += count
        hasEnded = count == 0
      }
      if !isInMember {
        skipPadding()
        if offset == count {
          if hasEnded { return 0 }
          continue
        }
        try beginMember()
      }
      let filled = try unsafe inflate(into: buffer)
      if filled > 0 { return filled }
      if hasEnded, isInMember {
        throw Failure(description: "the gzip data is cut off at byte \(position + 1)")
      }
    }
  }

  /// Zero bytes between and behind members are padding, which tapes and some tools write.
  private func skipPadding() {
    while offset < count, packed[offset] == 0 { offset += 1 }
  }

  private func beginMember() throws {
    unsafe stream = z_stream()
    // 15 is the largest window, and 16 more asks for gzip alone.
    let result = unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { throw Failure(description: "zlib does not start (\(result))") }
    isInMember = true
  }

  private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let available = count - offset
    let result = unsafe packed.withUnsafeMutableBufferPointer { packed in
      unsafe stream.next_in = packed.baseAddress.map { unsafe $0 + offset }
      unsafe stream.avail_in = UInt32(available)
      unsafe stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe stream.avail_out = UInt32(buffer.count)
      return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
    }
    offset = unsafe count - Int(stream.avail_in)
    switch result {
    case Z_STREAM_END:
      unsafe inflateEnd(&stream)
      isInMember = false
    case Z_OK, Z_BUF_ERROR:
      break
    default:
      let words = unsafe stream.msg.map { unsafe String(cString: $0) } ?? "unknown error"
      throw Failure(description: "the gzip data is broken at byte \(position - count + offset + 1): \(words)")
    }
    return unsafe buffer.count - Int(stream.avail_out)
  }
}
