internal import CVectors

extension Output {
  /// Copies a valid value verbatim, without the white space between its tokens.
  @inlinable
  public mutating func append(_ slice: Slice, of bytes: Span<UInt8>) {
    if slice.flags.isSpaced {
      appendCompact(bytes, slice.range)
    } else {
      append(bytes, slice.range)
    }
  }

  /// Copies tokens without the white space between them.
  ///
  /// The tokens were checked before: strings end, and only white space separates tokens. As with every copy,
  /// at least 32 readable bytes follow the range.
  public mutating func appendCompact(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound + 32 <= bytes.count)
    reserve(range.count)
    let (target, start) = unsafe (base, length)
    // `reserve` made room for the whole range and for the last step of 32 bytes behind it; no more than the range's
    // bytes are written, since white space is only left out.
    length = unsafe bytes.withUnsafeBytes { source in
      unsafe Self.compact(source.baseAddress.unsafelyUnwrapped, range, to: target, start)
    }
  }

  /// Copies tokens, and returns the offset behind them in the target.
  private static func compact(
    _ source: UnsafeRawPointer, _ range: Range<Int>, to target: UnsafeMutableRawPointer, _ start: Int
  ) -> Int {
    var position = range.lowerBound
    var written = start
    while position < range.upperBound {
      let byte = unsafe source.load(fromByteOffset: position, as: UInt8.self)
      unsafe target.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
      position += 1
      if byte <= 0x20 { continue }
      written += 1
      if byte != UInt8(ascii: "\"") { continue }
      // A string, up to its closing quote.
      var isOpen = true
      while isOpen {
        let block = unsafe source.loadUnaligned(fromByteOffset: position, as: SIMD32<UInt8>.self)
        unsafe target.storeBytes(of: block, toByteOffset: written, as: SIMD32<UInt8>.self)
        let marks = unsafe vectors_quotes32(source + position)
        if marks == 0 {
          position += 32
          written += 32
          continue
        }
        var count = marks.trailingZeroBitCount + 1
        if unsafe source.load(fromByteOffset: position + count - 1, as: UInt8.self) == UInt8(ascii: "\\") {
          // What follows a backslash is part of its escape, also where it is a quote.
          unsafe target.storeBytes(
            of: source.load(fromByteOffset: position + count, as: UInt8.self), toByteOffset: written + count,
            as: UInt8.self)
          count += 1
        } else {
          isOpen = false
        }
        position += count
        written += count
      }
    }
    return written
  }
}
